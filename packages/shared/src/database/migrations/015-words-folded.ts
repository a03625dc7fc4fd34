import type { Knex } from 'knex';

const rowsAtOnce = 500;
const longestKey = 240;

/** As it was when this came: what is stored may not follow later changes of the code. */
const fold = (text: string): string =>
  text
    .normalize('NFKC')
    .replaceAll(/[\p{Default_Ignorable_Code_Point}\p{Cf}]/gu, '')
    .replaceAll(/[‘’‛ʼ′´`]/gu, "'")
    .replaceAll(/[“”„‟″]/gu, '"')
    .replaceAll(/[‐‑‒–—−]/gu, '-')
    .replaceAll(/\s+/gu, ' ')
    .trim()
    .toLowerCase()
    .slice(0, longestKey);

const foldBefore = (text: string): string => text.normalize('NFC').toLowerCase().slice(0, longestKey);

/**
 * Words that read alike are one word, however they were typed. Where a list held one twice, the elder stays and takes over
 * what was practised with the younger; memories and the log of answers follow the new key.
 */
export async function up(db: Knex): Promise<void> {
  await refold(db, 'word_lists', fold);
  await refold(db, 'people', fold);
  await rekeyAll(db, fold);
}

interface WordRow {
  id: string;
  word_list_id: string;
  word_key: string;
}

async function rekey(db: Knex, row: WordRow, key: string): Promise<void> {
  const list = await db('word_lists').where({ id: row.word_list_id }).first('user_id');
  const twin = await db('words').where({ word_list_id: row.word_list_id, word_key: key }).first('*');
  if (twin) await merge(db, row.id, twin);
  else await db('words').where({ id: row.id }).update({ word_key: key });
  if (list) await renameThing(db, String(list.user_id), row.word_key, key);
}

/** Of two rows of one word the elder stays; it must hold the new key, which the younger has to give up first. */
async function merge(db: Knex, id: string, twin: Record<string, unknown>): Promise<void> {
  const row = await db('words').where({ id }).first('*');
  if (!row) return;
  const elder = byTime(row.created_at, twin.created_at) <= 0 ? row : twin;
  const younger = elder === row ? twin : row;
  await db('words').where({ id: younger.id }).delete();
  await db('word_lists').where({ id: row.word_list_id }).decrement('word_count', 1);
  const latest = [row.last_practiced, twin.last_practiced].filter((at) => at !== null).sort(byTime);
  await db('words')
    .where({ id: elder.id })
    .update({
      word_key: twin.word_key,
      practice_count: Number(row.practice_count) + Number(twin.practice_count),
      correct_count: Number(row.correct_count) + Number(twin.correct_count),
      is_favorite: Boolean(row.is_favorite) || Boolean(twin.is_favorite),
      last_practiced: latest.at(-1) ?? null,
    });
  await db('memories').where({ item_id: younger.id }).update({ item_id: elder.id });
}

/** SQLite keeps moments as numbers. */
const timeOf = (at: unknown): number => (typeof at === 'number' ? at : at instanceof Date ? at.getTime() : 0);
const byTime = (a: unknown, b: unknown): number => timeOf(a) - timeOf(b);

/** What is remembered of a word stands under its key; where both keys have a memory, the later one knows more. */
async function renameThing(db: Knex, userId: string, before: string, key: string): Promise<void> {
  const memories = await db('memories').where({ user_id: userId, thing: before }).select('game_type', 'last_review_at');
  for (const { game_type, last_review_at } of memories) {
    const own = { user_id: userId, game_type };
    const other = await db('memories')
      .where({ ...own, thing: key })
      .first('last_review_at');
    const goes = other && byTime(last_review_at, other.last_review_at) <= 0 ? before : key;
    await db('memories')
      .where({ ...own, thing: goes })
      .delete();
    await db('memories')
      .where({ ...own, thing: before })
      .update({ thing: key });
  }
  await db('game_results')
    .whereIn('session_id', db('game_sessions').where({ user_id: userId }).select('id'))
    .where({ thing: before })
    .update({ thing: key });
}

async function refold(db: Knex, table: 'word_lists' | 'people', folded: (text: string) => string): Promise<void> {
  for await (const rows of pagesOf(db, table, ['name', 'name_key'])) {
    for (const { id = '', name = '', name_key } of rows) {
      if (folded(name) !== name_key)
        await db(table)
          .where({ id })
          .update({ name_key: folded(name) });
    }
  }
}

/** Gives every word the key that it has now. */
async function rekeyAll(db: Knex, folded: (text: string) => string): Promise<void> {
  for await (const words of pagesOf(db, 'words', ['word_list_id', 'word', 'word_key'])) {
    for (const { id = '', word_list_id = '', word = '', word_key = '' } of words) {
      const key = folded(word);
      if (key !== word_key && key !== '') await rekey(db, { id, word_list_id, word_key }, key);
    }
  }
}

async function* pagesOf(db: Knex, table: string, columns: string[]): AsyncGenerator<Record<string, string>[]> {
  for (let last = ''; ; ) {
    const rows: Record<string, string>[] = await db(table)
      .where('id', '>', last)
      .orderBy('id')
      .limit(rowsAtOnce)
      .select(['id', ...columns]);
    yield rows;
    if (rows.length < rowsAtOnce) return;
    last = rows.at(-1)?.id ?? '';
  }
}

/** Keys as they were before; words that were merged stay one. */
export async function down(db: Knex): Promise<void> {
  await refold(db, 'word_lists', foldBefore);
  await refold(db, 'people', foldBefore);
  await rekeyAll(db, foldBefore);
}
