import type { Knex } from 'knex';
import { userIdLength } from '../columns.ts';

const tables = ['words', 'cloze_items', 'grammar_questions', 'sentence_items'];

/** Whether the teacher or a learner said what an item quotes, and who the learner was where there was only one. */
export async function up(db: Knex): Promise<void> {
  for (const name of tables) {
    await db.schema.alterTable(name, (table) => table.string('source_by', 8).nullable());
  }
  await db.schema.alterTable('publications', (table) => table.string('learner_id', userIdLength).nullable());
}

export async function down(db: Knex): Promise<void> {
  await db.schema.alterTable('publications', (table) => table.dropColumn('learner_id'));
  for (const name of tables) await db.schema.alterTable(name, (table) => table.dropColumn('source_by'));
}
