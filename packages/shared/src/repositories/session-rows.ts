import { z } from 'zod';
import { fromJson, toIso, toIsoOrNull } from '../database/index.ts';
import { NotFoundError } from '../errors/index.ts';
import { GameType } from '../games/index.ts';

/** Where a session's items come from. */
export const SessionMode = z.enum(['lesson', 'topic', 'custom', 'mistakes', 'review', 'practice']);
export type SessionMode = z.infer<typeof SessionMode>;

/** What a session plays: one game, or several in turn. */
export const PlayedGame = z.enum([...GameType.options, 'mixed']);
export type PlayedGame = z.infer<typeof PlayedGame>;

/** How far a session has come. `visited` counts items answered or skipped at least once; the others count results. */
export interface SessionCounters {
  visited: number;
  correct: number;
  incorrect: number;
  skipped: number;
}

/** What a client claimed on completion. */
export const CompletionClaim = z.object({
  final_score: z.number().optional(),
  correct_count: z.number().optional(),
  incorrect_count: z.number().optional(),
});
export type CompletionClaim = z.infer<typeof CompletionClaim>;

/** A learner playing some items of one game. */
export interface GameSession {
  id: string;
  userId: string;
  gameType: PlayedGame;
  classId: string | null;
  mode: SessionMode;
  referenceId: string | null;
  /** Shown as abandoned where nothing has come for a day; a result brings it back. */
  status: 'active' | 'completed';
  /** The order that the learner plays, stored so that a resumed session is the same session. */
  itemIds: string[];
  /** Of each item its game, where the session plays several. */
  itemGames: GameType[] | null;
  totalItems: number;
  /** Played by ear: what is heard is typed. */
  listen: boolean;
  counters: SessionCounters;
  score: number | null;
  claimed: CompletionClaim | null;
  startedAt: string;
  /** When the last result came. */
  updatedAt: string;
  completedAt: string | null;
}

/** A session that may be continued. */
export interface OpenSession {
  id: string;
  gameType: PlayedGame;
  mode: SessionMode;
  visited: number;
  totalItems: number;
  startedAt: string;
}

/** A session of a user; `gameType` where it must be one of that game. */
export interface WantedSession {
  id: string;
  userId: string;
  gameType?: GameType;
}

/** What recording a result needs to know of a session. */
export type SessionInPlay = Pick<
  GameSession,
  'id' | 'userId' | 'gameType' | 'status' | 'itemIds' | 'itemGames' | 'totalItems' | 'listen' | 'counters' | 'startedAt'
>;

/** The columns that `toSessionInPlay` reads. */
export const inPlayColumns = [
  'id',
  'user_id',
  'game_type',
  'status',
  'item_ids',
  'total_items',
  'listen',
  'answered_count',
  'correct_count',
  'incorrect_count',
  'skipped_count',
  'started_at',
] as const;

/** The columns that `toSession` reads. */
export const sessionColumns = [
  ...inPlayColumns,
  'class_id',
  'mode',
  'reference_id',
  'score',
  'claimed',
  'updated_at',
  'completed_at',
] as const;

// Made once: building a schema costs more than using it.
const ItemIds = z.array(z.string());
const MixedItems = z.array(z.tuple([GameType, z.string()]));

const textOrNull = (value: unknown): string | null => (typeof value === 'string' ? value : null);

/** The row of a user's session. @throws NotFoundError where there is none, or none of the game that was asked for */
export function wantedRow<Row extends { game_type?: unknown }>({ gameType }: WantedSession, row: Row | undefined): Row {
  if (!row || (gameType && row.game_type !== gameType)) throw new NotFoundError('The session');
  return row;
}

/** Reads the part of a session that changes while it is played. */
export function toSessionInPlay(row: Record<string, unknown>): SessionInPlay {
  const gameType = PlayedGame.parse(row.game_type);
  const mixed = gameType === 'mixed' ? fromJson(MixedItems, row.item_ids) : null;
  return {
    id: String(row.id),
    userId: String(row.user_id),
    gameType,
    status: row.status === 'completed' ? 'completed' : 'active',
    itemIds: mixed === null ? fromJson(ItemIds, row.item_ids) : mixed.map(([, id]) => id),
    itemGames: mixed === null ? null : mixed.map(([game]) => game),
    totalItems: Number(row.total_items),
    listen: Boolean(row.listen),
    counters: {
      visited: Number(row.answered_count),
      correct: Number(row.correct_count),
      incorrect: Number(row.incorrect_count),
      skipped: Number(row.skipped_count),
    },
    startedAt: toIso(row.started_at),
  };
}

/** Reads a session. */
export function toSession(row: Record<string, unknown>): GameSession {
  return {
    ...toSessionInPlay(row),
    classId: textOrNull(row.class_id),
    mode: SessionMode.parse(row.mode),
    referenceId: textOrNull(row.reference_id),
    score: row.score === null ? null : Number(row.score),
    claimed: row.claimed === null ? null : fromJson(CompletionClaim, row.claimed),
    updatedAt: toIso(row.updated_at),
    completedAt: toIsoOrNull(row.completed_at),
  };
}

/**
 * The session of a user, read from a row that was found by its id alone.
 * @throws NotFoundError for one that is nobody's, somebody else's, or of another game than asked for
 */
export function ownSession(wanted: WantedSession, row: Record<string, unknown> | undefined): GameSession {
  return toSession(wantedRow(wanted, row?.user_id === wanted.userId ? row : undefined));
}

/** The columns that hold the counters. */
export function counterColumns(counters: SessionCounters): Record<string, number> {
  return {
    answered_count: counters.visited,
    correct_count: counters.correct,
    incorrect_count: counters.incorrect,
    skipped_count: counters.skipped,
  };
}

/** Reads a session that may be continued. */
export function toOpenSession(row: Record<string, unknown>): OpenSession {
  return {
    id: String(row.id),
    gameType: PlayedGame.parse(row.game_type),
    mode: SessionMode.parse(row.mode),
    visited: Number(row.answered_count),
    totalItems: Number(row.total_items),
    startedAt: toIso(row.started_at),
  };
}

/** The items of a session as they are stored. */
export function itemsColumn({ itemIds, itemGames }: Pick<GameSession, 'itemIds' | 'itemGames'>): string {
  return JSON.stringify(itemGames === null ? itemIds : itemIds.map((id, i) => [itemGames[i], id]));
}
