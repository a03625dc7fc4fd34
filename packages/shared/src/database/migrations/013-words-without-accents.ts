import type { Knex } from 'knex';

const wordsAtOnce = 500;
/** As it was when these columns came: what is stored may not follow later changes of the code. */
const plain = (text: string, most: number): string =>
  text.normalize('NFKD').replaceAll(/\p{M}/gu, '').toLowerCase().normalize('NFC').slice(0, most);

/** Words and their translations are found without accents and vowel points, which few people type. */
export async function up(db: Knex): Promise<void> {
  await db.schema.alterTable('words', (table) => {
    table.string('word_plain', 240).nullable();
    table.string('translation_plain', 480).nullable();
  });
  for (let last = ''; ; ) {
    const rows: { id: string; word: string; translation: string | null }[] = await db('words')
      .where('id', '>', last)
      .orderBy('id')
      .limit(wordsAtOnce)
      .select('id', 'word', 'translation');
    if (rows.length > 0) await fill(db, rows);
    if (rows.length < wordsAtOnce) return;
    last = rows.at(-1)?.id ?? '';
  }
}

async function fill(
  db: Knex,
  rows: readonly { id: string; word: string; translation: string | null }[],
): Promise<void> {
  const choose = (values: readonly (string | null)[]) =>
    db.raw(
      `case id ${rows.map(() => 'when ? then ?').join(' ')} end`,
      rows.flatMap(({ id }, i) => [id, values[i] ?? null]),
    );
  await db('words')
    .whereIn(
      'id',
      rows.map(({ id }) => id),
    )
    .update({
      word_plain: choose(rows.map(({ word }) => plain(word, 240))),
      translation_plain: choose(rows.map(({ translation }) => translation && plain(translation, 480))),
    });
}

export async function down(db: Knex): Promise<void> {
  await db.schema.alterTable('words', (table) => table.dropColumns('word_plain', 'translation_plain'));
}
