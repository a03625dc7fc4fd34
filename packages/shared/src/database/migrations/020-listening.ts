import type { Knex } from 'knex';

/** Whether a session is played by ear: its items are heard and typed. */
export async function up(db: Knex): Promise<void> {
  await db.schema.alterTable('game_sessions', (table) => table.boolean('listen').notNullable().defaultTo(false));
}

export async function down(db: Knex): Promise<void> {
  // By hand: Knex drops a column of SQLite by making the table anew, and the results of its sessions would go with it.
  await db.raw('alter table game_sessions drop column listen');
}
