import type { Knex } from 'knex';

const index = 'game_results_session_item';

/** Whether an item was answered before in its session is asked with every result; a long session must not make that slow. */
export async function up(db: Knex): Promise<void> {
  await db.schema.alterTable('game_results', (table) => table.index(['session_id', 'item_id'], index));
}

export async function down(db: Knex): Promise<void> {
  await db.schema.alterTable('game_results', (table) => table.dropIndex(['session_id', 'item_id'], index));
}
