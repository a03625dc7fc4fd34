import type { Knex } from 'knex';
import { idLength, timestamps, unicode, userIdLength } from '../columns.ts';

/** What learners say is wrong with items: one report a learner and item. */
export async function up(db: Knex): Promise<void> {
  await db.schema.createTable('item_reports', (table) => {
    unicode(db, table);
    table.string('id', idLength).primary();
    table.string('user_id', userIdLength).notNullable();
    table.string('game_type', 32).notNullable();
    table.string('item_id', idLength).notNullable();
    // Of starter content there is no class, and no recording.
    table.string('class_id', idLength).nullable();
    table.string('recording_id', 255).nullable();
    table.string('reason', 16).notNullable();
    table.text('text').nullable();
    table.string('status', 8).notNullable();
    table.datetime('closed_at', { precision: 3 }).nullable();
    timestamps(table);
    table.unique(['user_id', 'game_type', 'item_id'], { indexName: 'item_reports_learner_item' });
    table.index(['class_id', 'status', 'updated_at'], 'item_reports_class');
    table.index(['recording_id'], 'item_reports_recording');
  });
}

export async function down(db: Knex): Promise<void> {
  await db.schema.dropTableIfExists('item_reports');
}
