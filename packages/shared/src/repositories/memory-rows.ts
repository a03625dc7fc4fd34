import { toIso, toIsoOrNull } from '../database/index.ts';
import { GameType } from '../games/index.ts';
import { type Memory, memoryStates } from '../memory/index.ts';

/** A memory as it is kept. */
export interface KeptMemory {
  userId: string;
  gameType: GameType;
  /** The folded word, or the id of a catalogue's item. */
  thing: string;
  /** The item it was last practised with. */
  itemId: string;
  memory: Memory;
  /** When it was first practised. */
  firstAt: Date;
  /** When somebody last ended its rest. */
  wokenAt: Date | null;
  /** How many results of the log are in it. */
  answers: number;
  /** What it was computed by, see `algorithmOf`. */
  algorithm: string;
}

/** The columns that `toKeptMemory` reads. */
export const memoryColumns = [
  'user_id',
  'game_type',
  'thing',
  'item_id',
  'stability',
  'difficulty',
  'state',
  'due_at',
  'slips_at',
  'first_at',
  'last_review_at',
  'last_day_at',
  'reps',
  'lapses',
  'scheduled_days',
  'suspended_at',
  'woken_at',
  'answer_key',
  'answers',
  'algorithm',
] as const;

const toDate = (value: unknown): Date => new Date(toIso(value));
const toDateOrNull = (value: unknown): Date | null => {
  const iso = toIsoOrNull(value);
  return iso === null ? null : new Date(iso);
};

/** Reads a memory. */
export function toKeptMemory(row: Record<string, unknown>): KeptMemory {
  return {
    userId: String(row.user_id),
    gameType: GameType.parse(row.game_type),
    thing: String(row.thing),
    itemId: String(row.item_id),
    memory: toMemory(row),
    firstAt: toDate(row.first_at),
    wokenAt: toDateOrNull(row.woken_at),
    answers: Number(row.answers),
    algorithm: String(row.algorithm),
  };
}

function toMemory(row: Record<string, unknown>): Memory {
  const state = memoryStates.find((name) => name === row.state);
  if (state === undefined) throw new Error(`A memory is in the state "${String(row.state)}", which there is not.`);
  return {
    stability: Number(row.stability),
    difficulty: Number(row.difficulty),
    state,
    dueAt: toDate(row.due_at),
    slipsAt: toDate(row.slips_at),
    lastReviewAt: toDate(row.last_review_at),
    lastDayAt: toDate(row.last_day_at),
    reps: Number(row.reps),
    lapses: Number(row.lapses),
    scheduledDays: Number(row.scheduled_days),
    suspendedAt: toDateOrNull(row.suspended_at),
    answerKey: String(row.answer_key),
  };
}

/** The row of a memory, but for when it was made. */
export function memoryRow(kept: KeptMemory, at: Date): Record<string, unknown> {
  const { memory } = kept;
  return {
    user_id: kept.userId,
    game_type: kept.gameType,
    thing: kept.thing,
    item_id: kept.itemId,
    stability: memory.stability,
    difficulty: memory.difficulty,
    state: memory.state,
    due_at: memory.dueAt,
    slips_at: memory.slipsAt,
    first_at: kept.firstAt,
    last_review_at: memory.lastReviewAt,
    last_day_at: memory.lastDayAt,
    reps: memory.reps,
    lapses: memory.lapses,
    scheduled_days: memory.scheduledDays,
    suspended_at: memory.suspendedAt,
    woken_at: kept.wokenAt,
    answer_key: memory.answerKey,
    answers: kept.answers,
    algorithm: kept.algorithm,
    updated_at: at,
  };
}
