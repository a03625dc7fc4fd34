import { transactTogether } from '@tulkka/shared/database';
import { NotFoundError, ValidationError } from '@tulkka/shared/errors';
import type { Difficulty } from '@tulkka/shared/exercises';
import { GameType, gameOf } from '@tulkka/shared/games';
import { seededRandom, shuffled } from '@tulkka/shared/random';
import {
  type GameSession,
  type SessionMode,
  SessionRepository,
  StatsRepository,
  TodayRepository,
} from '@tulkka/shared/repositories';
import type { Knex } from 'knex';
import { v7 as uuidv7 } from 'uuid';
import { listDueThings } from '../practice/due-things.ts';
import { type ItemSource, type ItemWish, itemSource } from './item-source.ts';
import type { Player } from './player.ts';

/** What a learner wants to play. */
export interface SessionRequest {
  gameType: GameType;
  classId?: string;
  mode?: SessionMode;
  /** A lesson, a topic or category, or a word list, by the mode and the game. */
  referenceId?: string;
  /** Exactly these items, whatever the mode. */
  itemIds?: readonly string[];
  difficulty?: Difficulty;
  /** Only what the learner has not practised yet. */
  neverPractised?: boolean;
  limit?: number;
  shuffle?: boolean;
  /** By ear: what is heard is typed. */
  listen?: boolean;
}

/** The items of a session when nobody says how many. */
export const defaultItems = 20;

/** So many items are looked at to draw a shuffled session from. */
const mostCandidates = 2000;

interface Choice {
  mode: SessionMode;
  ids: string[];
}

/**
 * Starts a session: chooses its items, fixes their order and counts it. The shuffle is seeded with the session's id and
 * stored, so that a resumed session is the same session.
 */
export async function startSession(
  db: Knex,
  player: Player,
  request: SessionRequest,
  now: Date,
  id: string = uuidv7(),
): Promise<GameSession> {
  if (request.listen) requireListening(request.gameType);
  const source = itemSource(db, request.gameType, player);
  const { mode, ids } = request.itemIds
    ? await chooseNamed(source, request.itemIds, request.mode)
    : request.mode === 'review'
      ? await chooseDue(db, player, source, request, now)
      : await chooseByMode(source, request);
  // A lesson has an order and mistakes begin with the worst; of a whole topic or vocabulary the learner wants a mixture.
  const mixes = request.itemIds === undefined && (mode === 'topic' || mode === 'custom');
  const ordered = (request.shuffle ?? mixes) ? shuffled(ids, seededRandom(id)) : ids;
  const itemIds = ordered.slice(0, request.limit ?? (request.itemIds ? ids.length : defaultItems));
  const session: GameSession = {
    id,
    userId: player.userId,
    gameType: request.gameType,
    classId: request.classId ?? null,
    mode,
    referenceId: request.referenceId ?? null,
    status: 'active',
    itemIds,
    itemGames: null,
    totalItems: itemIds.length,
    listen: request.listen ?? false,
    counters: { visited: 0, correct: 0, incorrect: 0, skipped: 0 },
    score: null,
    claimed: null,
    startedAt: now.toISOString(),
    updatedAt: now.toISOString(),
    completedAt: null,
  };
  await transactTogether(db, [
    new SessionRepository(db).addStatement(session),
    new StatsRepository(db).startStatement(player.userId, request.gameType, now),
  ]);
  return session;
}

const listeningGames = GameType.options.filter((gameType) => gameOf(gameType).hasListening);

/** @throws ValidationError for a game that is not played by ear */
function requireListening(gameType: GameType): void {
  if (listeningGames.includes(gameType)) return;
  const message = `is for ${listeningGames.join(', ')}; leave it out for ${gameType}`;
  throw new ValidationError([{ path: 'listen', message }]);
}

async function chooseNamed(
  source: ItemSource,
  itemIds: readonly string[],
  mode: SessionMode | undefined,
): Promise<Choice> {
  const ids = [...new Set(itemIds)];
  const there = new Set((await source.findItems(ids)).map((item) => item.id));
  const issues = itemIds.flatMap((id, i) =>
    there.has(id) ? [] : [{ path: `item_ids.${i}`, message: `there is no item "${id}" in this game` }],
  );
  if (issues.length > 0) throw new ValidationError(issues);
  return { mode: mode ?? 'custom', ids };
}

/** What is due in this game; of a list, a lesson or a difficulty, where one is named. */
async function chooseDue(
  db: Knex,
  player: Player,
  source: ItemSource,
  request: SessionRequest,
  now: Date,
): Promise<Choice> {
  const { gameType, referenceId, difficulty, classId } = request;
  const isWhole = referenceId === undefined && difficulty === undefined && classId === undefined;
  const within = isWhole ? null : new Set((await chooseByMode(source, { ...request, mode: undefined })).ids);
  const habits = await new TodayRepository(db, player.userId).begin(now);
  const due = await listDueThings(db, player, [gameType], habits, {
    now,
    most: request.limit ?? defaultItems,
    fits: ({ itemId }) => within === null || within.has(itemId),
  });
  if (due.length === 0) throw new ValidationError([{ path: 'mode', message: 'nothing is due in this game now' }]);
  return { mode: 'review', ids: due.map(({ itemId }) => itemId) };
}

async function chooseByMode(source: ItemSource, request: SessionRequest): Promise<Choice> {
  const isWordGame = gameOf(request.gameType).catalogue === null;
  const tries = isWordGame ? wordWishes(request) : catalogueWishes(request);
  let known = false;
  for (const [tried, wish] of tries) {
    const list = tried === 'mistakes' ? source.listMistakenIds : source.listIds;
    const ids = await list(wish, mostCandidates);
    if (ids.length > 0) return { mode: tried, ids };
    known ||= await source.hasPlace(wish);
  }
  if (!known) throw new NotFoundError(`What reference_id names ("${request.referenceId}")`);
  throw new ValidationError([{ path: 'mode', message: nothingToPlay(request) }]);
}

/** A word game is played with a list, or with all of the learner's words. */
function wordWishes(request: SessionRequest): [SessionMode, ItemWish][] {
  const { mode = 'custom', referenceId, classId, difficulty, neverPractised } = request;
  return [[mode, { list: referenceId, classId, difficulty, neverPractised }]];
}

/** What a reference means says the mode; without one it may be a lesson or a topic. */
function catalogueWishes(request: SessionRequest): [SessionMode, ItemWish][] {
  const { mode, referenceId, difficulty, neverPractised } = request;
  if (referenceId === undefined) {
    if (mode === 'lesson' || mode === 'topic') {
      throw new ValidationError([{ path: 'reference_id', message: `names the ${mode} to practise in this mode` }]);
    }
    return [[mode ?? 'custom', { difficulty, neverPractised }]];
  }
  const inLesson: ItemWish = { lesson: referenceId, difficulty, neverPractised };
  const inTopic: ItemWish = { topic: referenceId, difficulty, neverPractised };
  if (mode === 'lesson') return [['lesson', inLesson]];
  if (mode === 'topic') return [['topic', inTopic]];
  return [
    [mode ?? 'lesson', inLesson],
    [mode ?? 'topic', inTopic],
  ];
}

function nothingToPlay({ mode, gameType, difficulty, neverPractised }: SessionRequest): string {
  if (mode === 'mistakes') return 'there are no mistakes to repeat in this game';
  if (neverPractised) return 'everything here was practised before; leave never_practised out to repeat it';
  const which = difficulty === undefined ? '' : ` of difficulty "${difficulty}"`;
  return gameOf(gameType).catalogue === null
    ? `there are no words${which} to practise; add some to a word list first`
    : `there are no items${which} to practise here`;
}
