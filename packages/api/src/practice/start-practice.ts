import { transactTogether } from '@tulkka/shared/database';
import { ValidationError } from '@tulkka/shared/errors';
import { GameType } from '@tulkka/shared/games';
import { byEase, dayStartOf, interleave } from '@tulkka/shared/memory';
import {
  findOrigins,
  type GameSession,
  listNewThings,
  MemoryRepository,
  type NewThing,
  SessionRepository,
  StatsRepository,
  TodayRepository,
} from '@tulkka/shared/repositories';
import type { Knex } from 'knex';
import { v7 as uuidv7 } from 'uuid';
import type { Player } from '../sessions/player.ts';
import { findByGame, listDueThings, type PracticeThing } from './due-things.ts';

/** What a learner wants of a session over all games. */
export interface PracticeRequest {
  limit: number;
  classId?: string | undefined;
  /** What the learner calls the device: each has one open practice a day. */
  device?: string | undefined;
  /** So many days more than today, for a device that will be without a network. */
  aheadDays: number;
}

const dayMs = 86_400_000;
/** So many new things are looked at to choose from. */
const mostNew = 400;

/**
 * Starts a session over all games: what is about to be forgotten before what is new, new things of the newest lesson
 * first, games in turn and the same word's games apart. The open practice of the same day and device goes on instead.
 */
export async function startPractice(
  db: Knex,
  player: Player,
  request: PracticeRequest,
  now: Date,
): Promise<GameSession> {
  const { userId } = player;
  const habits = await new TodayRepository(db, userId).begin(now);
  const { settings } = habits;
  const dayStart = dayStartOf(now, settings.timeZone);
  const sessions = new SessionRepository(db);
  const { device, limit, classId, aheadDays } = request;
  const until = new Date(now.getTime() + aheadDays * dayMs);
  if (device !== undefined) {
    const open = await sessions.findOpen(userId, 'practice', device, dayStart);
    if (open) return open;
  }
  const fits = classId === undefined ? undefined : await ofClass(db, player, classId, until);
  const due = await listDueThings(db, player, GameType.options, habits, {
    now: until,
    most: limit,
    ...(fits !== undefined && { fits }),
  });
  const begun = await new MemoryRepository(db).countBegun(userId, dayStart);
  const newLeft = Math.max(0, Math.min(settings.newPerDay * (1 + aheadDays) - begun, limit - due.length));
  const fresh = newLeft === 0 ? [] : await chooseNew(db, player, newLeft, classId);
  const things: PracticeThing[] = interleave<PracticeThing>([...due, ...fresh]);
  const [first] = things;
  if (first === undefined) {
    const message = 'nothing is due, and nothing new is left for today';
    throw new ValidationError([{ path: 'limit', message }], 'There is nothing to practise now.');
  }
  const session = newSession(userId, request, things, now);
  const stats = new StatsRepository(db);
  const games = [...new Set(things.map((thing) => thing.gameType))];
  await transactTogether(db, [
    new SessionRepository(db).addStatement(session),
    ...games.map((gameType) => stats.startStatement(userId, gameType, now, gameType === first.gameType ? 1 : 0)),
  ]);
  return session;
}

function newSession(
  userId: string,
  { classId, device }: PracticeRequest,
  things: readonly PracticeThing[],
  startedAt: Date,
): GameSession {
  return {
    id: uuidv7(),
    userId,
    gameType: 'mixed',
    classId: classId ?? null,
    mode: 'practice',
    referenceId: device ?? null,
    status: 'active',
    itemIds: things.map(({ itemId }) => itemId),
    itemGames: things.map(({ gameType }) => gameType),
    totalItems: things.length,
    listen: false,
    counters: { visited: 0, correct: 0, incorrect: 0, skipped: 0 },
    score: null,
    claimed: null,
    startedAt: startedAt.toISOString(),
    updatedAt: startedAt.toISOString(),
    completedAt: null,
  };
}

/** New things of the newest lesson first; within a lesson the easiest game first. */
async function chooseNew(
  db: Knex,
  player: Player,
  most: number,
  classId: string | undefined,
): Promise<PracticeThing[]> {
  const listed = await listNewThings(db, player.userId, mostNew, classId);
  const lessons = [...new Set(listed.map(lessonOf))];
  const inOrder = listed.toSorted(
    (a, b) =>
      lessons.indexOf(lessonOf(a)) - lessons.indexOf(lessonOf(b)) ||
      byEase(a.gameType, b.gameType) ||
      a.place - b.place,
  );
  // A word that two lists teach is begun once.
  const once = [...new Map(inOrder.map((one) => [`${one.gameType} ${one.thing}`, one])).values()].slice(0, most);
  const items = await findByGame(db, player, once);
  return once.flatMap(({ gameType, itemId, thing }) => {
    const item = items.get(gameType)?.get(itemId);
    return item === undefined ? [] : [{ gameType, itemId, thing, why: 'new' as const, item, memory: null }];
  });
}

const lessonOf = ({ recordingId, sourceAt }: NewThing): string => recordingId ?? sourceAt;

/** Whether an item that is due comes from a class. */
async function ofClass(
  db: Knex,
  { userId }: Player,
  classId: string,
  now: Date,
): Promise<(one: { gameType: GameType; itemId: string }) => boolean> {
  const due = await new MemoryRepository(db).listDue(userId, GameType.options, now, 1000);
  const inside = new Set<string>();
  for (const gameType of GameType.options) {
    const ids = due.filter((one) => one.gameType === gameType).map(({ itemId }) => itemId);
    for (const [id, origin] of await findOrigins(db, gameType, ids)) if (origin.classId === classId) inside.add(id);
  }
  return ({ itemId }) => inside.has(itemId);
}
