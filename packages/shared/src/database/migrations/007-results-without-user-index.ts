import type { Knex } from 'knex';

const index = 'game_results_user';

/** Nobody asks for all results of a learner but their export and their erasing, which go by the sessions. */
export async function up(db: Knex): Promise<void> {
  await db.schema.alterTable('game_results', (table) => table.dropIndex(['user_id', 'created_at'], index));
}

export async function down(db: Knex): Promise<void> {
  await db.schema.alterTable('game_results', (table) => table.index(['user_id', 'created_at'], index));
}
