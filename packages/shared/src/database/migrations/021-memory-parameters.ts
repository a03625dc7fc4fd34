import type { Knex } from 'knex';
import { idLength, unicode, userIdLength } from '../columns.ts';

/** What was fitted to a learner's answers, or to everybody's; the newest that was taken is in use. */
export async function up(db: Knex): Promise<void> {
  await db.schema.createTable('memory_parameters', (table) => {
    unicode(db, table);
    table.string('id', idLength).primary();
    // Empty for what was fitted to everybody's answers.
    table.string('user_id', userIdLength).notNullable();
    // What rows of memories name that were computed with them.
    table.string('algorithm', 16).notNullable();
    table.text('parameters').notNullable();
    table.integer('reviews').notNullable();
    table.double('log_loss').notNullable();
    table.double('log_loss_in_use').notNullable();
    table.boolean('taken').notNullable();
    table.datetime('fitted_at', { precision: 3 }).notNullable();
    table.index(['user_id', 'taken', 'fitted_at'], 'memory_parameters_of_user');
  });
}

export async function down(db: Knex): Promise<void> {
  await db.schema.dropTableIfExists('memory_parameters');
}
