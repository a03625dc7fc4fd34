import type { Knex } from 'knex';

/** What a concrete noun looks like: an emoji, where it is known which sense of the word is meant. */
export async function up(db: Knex): Promise<void> {
  await db.schema.alterTable('words', (table) => table.string('picture', 16).nullable());
}

export async function down(db: Knex): Promise<void> {
  // By hand: Knex drops a column of SQLite by making the table anew.
  await db.raw('alter table words drop column picture');
}
