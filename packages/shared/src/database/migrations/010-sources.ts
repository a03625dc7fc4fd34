import type { Knex } from 'knex';

const tables = ['words', 'cloze_items', 'grammar_questions', 'sentence_items'];

/** What was said in the lesson that an item comes from, and where in its recording. */
export async function up(db: Knex): Promise<void> {
  for (const name of tables) {
    await db.schema.alterTable(name, (table) => {
      table.text('source_quote').nullable();
      table.integer('source_ms').nullable();
    });
  }
}

export async function down(db: Knex): Promise<void> {
  for (const name of tables) {
    await db.schema.alterTable(name, (table) => table.dropColumns('source_quote', 'source_ms'));
  }
}
