import { compiled, type Db } from '../database/index.ts';
import type { WordContent } from '../games/index.ts';
import { toWordContent } from './practice-word-repository.ts';
import { inPlayColumns, type SessionInPlay, toSessionInPlay, type WantedSession, wantedRow } from './session-rows.ts';

/** All that recording a result for one item of a session depends on. */
export interface ResultContext {
  session: SessionInPlay;
  /** Whether the item was answered or skipped before in this session. */
  visitedBefore: boolean;
  /** Whether the user has a mistake on record for the item. */
  mistakenBefore: boolean;
  /** The item, where it is a word of the user's. */
  word: WordContent | null;
}

interface Wanted {
  id: string;
  userId: string;
  itemId: string;
}

/** What a result is recorded upon, read in one statement: every trip to the database counts on the busiest route. */
const readContext = compiled((db, { id, userId, itemId }: Wanted) =>
  db('game_sessions as s')
    .leftJoin('user_mistakes as m', (on) =>
      on.on('m.user_id', 's.user_id').andOn('m.game_type', 's.game_type').andOnVal('m.item_id', itemId),
    )
    .leftJoin('words as w', (on) => on.onVal('w.id', itemId))
    .leftJoin('word_lists as l', (on) => on.on('l.id', 'w.word_list_id').andOn('l.user_id', 's.user_id'))
    .where({ 's.id': id, 's.user_id': userId })
    .first([
      ...inPlayColumns.map((column) => `s.${column}`),
      // It names the session itself, not the row around it: a subquery that depends on no row costs MariaDB half as much.
      db('game_results').where({ session_id: id, item_id: itemId }).limit(1).select('item_id').as('visited'),
      'm.mistake_count',
      'l.id as list_id',
      'w.word',
      'w.translation',
      'w.notes',
      'w.example_sentence',
    ]),
);

/** Sessions with what a result depends on. */
export class ResultContextRepository {
  constructor(private readonly db: Db) {}

  /** @throws NotFoundError for a session that is nobody's, somebody else's, or of another game than asked for. */
  async get(wanted: WantedSession, itemId: string): Promise<ResultContext> {
    const { id, userId } = wanted;
    const row = wantedRow(wanted, await readContext(this.db, { id, userId, itemId }));
    return {
      session: toSessionInPlay(row),
      visitedBefore: row.visited !== null,
      mistakenBefore: row.mistake_count !== null,
      word: row.list_id === null ? null : toWordContent(row),
    };
  }
}
