import type { Knex } from 'knex';

const columns = ['user_id', 'state', 'suspended_at', 'slips_at', 'stability', 'first_at'];
const index = 'memories_standing';

/** How many things a learner knows is asked on every visit: the index alone answers it, whatever the number. */
export async function up(db: Knex): Promise<void> {
  await db.schema.alterTable('memories', (table) => table.index(columns, index));
}

export async function down(db: Knex): Promise<void> {
  await db.schema.alterTable('memories', (table) => table.dropIndex(columns, index));
}
