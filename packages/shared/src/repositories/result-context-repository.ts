import { compiled, type Db, fromJson } from '../database/index.ts';
import { AppError, ValidationError } from '../errors/index.ts';
import type { GameType, WordContent } from '../games/index.ts';
import { type Parameters, type PracticeSettings, usualTime } from '../memory/index.ts';
import { PersonSettings, practiceSettingsOf } from '../people/person.ts';
import { parametersInUse, toParameters } from './memory-parameters-repository.ts';
import { type KeptMemory, memoryColumns, toKeptMemory } from './memory-rows.ts';
import { toWordContent } from './practice-word-repository.ts';
import { inPlayColumns, type SessionInPlay, toSessionInPlay, type WantedSession, wantedRow } from './session-rows.ts';

/** All that recording a result for one item of a session depends on. */
export interface ResultContext {
  session: SessionInPlay;
  /** The game of the item. */
  gameType: GameType;
  /** Whether the item was answered or skipped before in this session. */
  visitedBefore: boolean;
  /** Whether the user has a mistake on record for the item. */
  mistakenBefore: boolean;
  /** The item, where it is a word of the user's. */
  word: WordContent | null;
  /** What is remembered of the item: the folded word, or the item itself. */
  thing: string;
  /** How well; null for what was never practised. */
  memory: KeptMemory | null;
  settings: PracticeSettings;
  /** What the learner's memories are computed with. */
  parameters: Parameters;
  /** The user's usual time for an answer in this game; null while nobody can tell. */
  usualMs: number | null;
  /** How many things are due at the beginning of each of the coming days, by its milliseconds. */
  load: ReadonlyMap<number, number>;
}

/** Of so many days the load is looked at: those on which a lump would be felt. */
const loadDays = 24;
const dayMs = 86_400_000;

interface Wanted {
  id: string;
  userId: string;
  itemId: string;
  loadFrom: Date;
  loadTo: Date;
}

/** What a result is recorded upon, read in one statement: every trip to the database counts on the busiest route. */
function contextQuery(db: Db, { id, userId, itemId, loadFrom, loadTo }: Wanted, gameType: string | null) {
  const game = gameType === null ? db.raw('s.game_type') : db.raw('?', [gameType]);
  const thing = db.raw('coalesce(w.word_key, ?)', [itemId]);
  const day = db.client.dialect === 'mysql' ? "concat(due_at, '=', things)" : "due_at || '=' || things";
  const days = db('memories')
    .where({ user_id: userId })
    .whereBetween('due_at', [loadFrom, loadTo])
    .groupBy('due_at')
    .select('due_at', db.raw('count(*) as things'))
    .as('days');
  const visited = db('game_results').where({ session_id: id, item_id: itemId });
  if (gameType !== null) visited.where({ game_type: gameType });
  return db('game_sessions as s')
    .leftJoin('user_mistakes as m', (on) =>
      on.on('m.user_id', 's.user_id').andOn('m.game_type', game).andOnVal('m.item_id', itemId),
    )
    .leftJoin('words as w', (on) => on.onVal('w.id', itemId))
    .leftJoin('word_lists as l', (on) => on.on('l.id', 'w.word_list_id').andOn('l.user_id', 's.user_id'))
    .leftJoin('people as p', 'p.id', 's.user_id')
    .leftJoin('user_game_stats as t', (on) => on.on('t.user_id', 's.user_id').andOn('t.game_type', game))
    .leftJoin('memories as y', (on) =>
      on.on('y.user_id', 's.user_id').andOn('y.game_type', game).andOn('y.thing', thing),
    )
    .where({ 's.id': id, 's.user_id': userId })
    .first([
      ...inPlayColumns.map((column) => `s.${column}`),
      // It names the session itself, not the row around it: a subquery that depends on no row costs MariaDB half as much.
      visited.limit(1).select('item_id').as('visited'),
      'm.mistake_count',
      'l.id as list_id',
      'w.word',
      'w.word_key',
      'w.translation',
      'w.notes',
      'w.example_sentence',
      'p.settings',
      't.correct as game_correct',
      't.incorrect as game_incorrect',
      't.time_spent_ms as game_time_ms',
      ...memoryColumns.map((column) => `y.${column} as memory_${column}`),
      db
        .select(db.raw(`group_concat(${day})`))
        .from(days)
        .as('due_days'),
      parametersInUse(db, userId).as('parameters'),
    ]);
}

const readContext = compiled((db, wanted: Wanted) => contextQuery(db, wanted, null));
const readContextOfGame = compiled((db, wanted: Wanted & { gameType: string }) =>
  contextQuery(db, wanted, wanted.gameType),
);

/** An item of a session; `gameType` where the caller names it. */
export interface ItemOfSession {
  itemId: string;
  gameType?: GameType | undefined;
}

/**
 * The game that an item of a session is played in.
 * @throws AppError for an item that is not part of the session
 * @throws ValidationError where the session has it in two games and none is named
 */
export function gameOfItem(
  { gameType, itemIds, itemGames }: Pick<SessionInPlay, 'gameType' | 'itemIds' | 'itemGames'>,
  item: ItemOfSession,
): GameType {
  const games =
    gameType === 'mixed'
      ? (itemGames ?? []).filter((_, i) => itemIds[i] === item.itemId)
      : itemIds.includes(item.itemId)
        ? [gameType]
        : [];
  const found = games.filter((game) => item.gameType === undefined || game === item.gameType);
  const [first] = found;
  if (first === undefined) {
    throw new AppError('not_in_session', `The item "${item.itemId}" is not part of this session.`);
  }
  if (new Set(found).size > 1) {
    throw new ValidationError([{ path: 'game_type', message: 'is needed: the session has this item in two games' }]);
  }
  return first;
}

/** Sessions with what a result depends on. */
export class ResultContextRepository {
  constructor(private readonly db: Db) {}

  /** @throws NotFoundError for a session that is nobody's, somebody else's, or of another game than asked for. */
  async get(wanted: WantedSession, item: ItemOfSession, at: Date): Promise<ResultContext> {
    const { id, userId } = wanted;
    const { itemId, gameType: named } = item;
    // What comes back within the day, as after a wrong answer, is no day's load.
    const [loadFrom, loadTo] = [new Date(at.getTime() + dayMs), new Date(at.getTime() + loadDays * dayMs)];
    const values = { id, userId, itemId, loadFrom, loadTo };
    const read =
      named === undefined ? readContext(this.db, values) : readContextOfGame(this.db, { ...values, gameType: named });
    const row = wantedRow(wanted, await read);
    const session = toSessionInPlay(row);
    const gameType = gameOfItem(session, item);
    // Of a mixed session everything depends on the item's game, which only the session itself tells.
    if (session.gameType === 'mixed' && named === undefined) return this.get(wanted, { itemId, gameType }, at);
    const isWord = row.list_id !== null;
    return {
      session,
      gameType,
      visitedBefore: row.visited !== null,
      mistakenBefore: row.mistake_count !== null,
      word: isWord ? toWordContent(row) : null,
      thing: isWord ? String(row.word_key) : itemId,
      memory: row.memory_user_id === null ? null : toKeptMemory(memoryIn(row)),
      settings: practiceSettingsOf(row.settings === null ? {} : fromJson(PersonSettings, row.settings)),
      parameters: toParameters(row.parameters),
      usualMs: usualTime(Number(row.game_correct) + Number(row.game_incorrect), Number(row.game_time_ms)),
      load: loadOf(row.due_days),
    };
  }
}

const memoryNames = memoryColumns.map((column) => [column, `memory_${column}`] as const);

function memoryIn(row: Record<string, unknown>): Record<string, unknown> {
  const memory: Record<string, unknown> = {};
  for (const [column, name] of memoryNames) memory[column] = row[name];
  return memory;
}

/** Reads `moment=count,…`, with moments as the database writes them: a number in SQLite, a time in UTC in MySQL. */
function loadOf(days: unknown): Map<number, number> {
  const load = new Map<number, number>();
  if (typeof days !== 'string') return load;
  for (const one of days.split(',')) {
    const [moment = '', things = ''] = one.split('=');
    load.set(/^\d+$/.test(moment) ? Number(moment) : Date.parse(`${moment.replace(' ', 'T')}Z`), Number(things));
  }
  return load;
}
