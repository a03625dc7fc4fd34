import type { Db } from '../database/index.ts';
import { NotFoundError } from '../errors/index.ts';
import type { WordContent } from '../games/index.ts';
import { toWordContent } from './practice-word-repository.ts';
import type { WantedSession } from './session-repository.ts';
import { inPlayColumns, type SessionInPlay, toSessionInPlay } from './session-rows.ts';

/** All that recording a result for one item of a session depends on. */
export interface ResultContext {
  session: SessionInPlay;
  /** Whether the item was answered or skipped before in this session. */
  visitedBefore: boolean;
  /** Whether the user has a mistake on record for the item. */
  mistakenBefore: boolean;
  /** The stored answer to an earlier call with the same client_result_id. */
  earlierOutcome: string | null;
  /** The item, where it is a word of the user's. */
  word: WordContent | null;
}

/** What a result is recorded upon, read in one statement: every trip to the database counts on the busiest route. */
export class ResultContextRepository {
  constructor(private readonly db: Db) {}

  /** @throws NotFoundError for a session that is nobody's, somebody else's, or of another game than asked for. */
  async get(wanted: WantedSession, itemId: string, clientResultId: string | null): Promise<ResultContext> {
    const { id, userId, gameType } = wanted;
    const row = await this.db('game_sessions as s')
      .leftJoin('user_mistakes as m', (on) =>
        on.on('m.user_id', 's.user_id').andOn('m.game_type', 's.game_type').andOnVal('m.item_id', itemId),
      )
      .leftJoin('game_results as r', (on) =>
        // Nothing equals null, so without a client_result_id there is no earlier result.
        on.on('r.session_id', 's.id').andOn('r.client_result_id', this.db.raw('?', [clientResultId])),
      )
      .leftJoin('words as w', (on) => on.onVal('w.id', itemId))
      .leftJoin('word_lists as l', (on) => on.on('l.id', 'w.word_list_id').andOn('l.user_id', 's.user_id'))
      .where({ 's.id': id, 's.user_id': userId, ...(gameType ? { 's.game_type': gameType } : {}) })
      .first([
        ...inPlayColumns.map((column) => `s.${column}`),
        this.visit(itemId).as('visited'),
        'm.mistake_count',
        'r.outcome',
        'l.id as list_id',
        'w.word',
        'w.translation',
        'w.notes',
        'w.example_sentence',
      ]);
    if (!row) throw new NotFoundError('The session');
    return {
      session: toSessionInPlay(row),
      visitedBefore: row.visited !== null,
      mistakenBefore: row.mistake_count !== null,
      earlierOutcome: row.outcome,
      word: row.list_id === null ? null : toWordContent(row),
    };
  }

  private visit(itemId: string) {
    return this.db('game_results as v')
      .whereRaw('v.session_id = s.id')
      .where('v.item_id', itemId)
      .limit(1)
      .select(this.db.raw('1'));
  }
}
