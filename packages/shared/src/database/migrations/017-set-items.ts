import type { Knex } from 'knex';

const tables = ['cloze_items', 'grammar_questions', 'sentence_items'];

/** Which item of its set a published one is, and how the set stood: so that it can be mended where learners play it. */
export async function up(db: Knex): Promise<void> {
  for (const name of tables) {
    await db.schema.alterTable(name, (table) => {
      table.string('set_item_id', 40).nullable();
      table.index(['recording_id'], `${name}_recording`);
    });
  }
  await db.schema.alterTable('publications', (table) => table.integer('set_revision').nullable());
  await db.schema.alterTable('item_reports', (table) => table.index(['updated_at'], 'item_reports_changed'));
}

export async function down(db: Knex): Promise<void> {
  await db.schema.alterTable('item_reports', (table) => table.dropIndex([], 'item_reports_changed'));
  // By hand: Knex drops a column of SQLite by making the table anew, and what refers to the old one would go with it.
  await db.raw('alter table publications drop column set_revision');
  for (const name of tables) {
    await db.schema.alterTable(name, (table) => table.dropIndex([], `${name}_recording`));
    await db.raw('alter table ?? drop column set_item_id', [name]);
  }
}
