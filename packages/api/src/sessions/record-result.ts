import { type Db, fromJson, inTransaction, onOneConnection } from '@tulkka/shared/database';
import { AppError, NotFoundError } from '@tulkka/shared/errors';
import { type GameType, gameOf, type PlayableItem } from '@tulkka/shared/games';
import {
  MemoryRepository,
  MistakeRepository,
  PracticeWordRepository,
  type ResultContext,
  ResultContextRepository,
  ResultRepository,
  type SessionCounters,
  type SessionInPlay,
  SessionRepository,
  StatsRepository,
  type WantedSession,
} from '@tulkka/shared/repositories';
import type { Knex } from 'knex';
import { v7 as uuidv7 } from 'uuid';
import { itemSource } from './item-source.ts';
import { countersAfter, judgeResult, outcomeOf, type ResultRequest, type Verdict } from './judge-result.ts';
import type { Player } from './player.ts';
import { ResultOutcome } from './result-outcome.ts';
import { rememberResult } from './review-of-result.ts';

/** The session that a call is about; `gameType` where the route belongs to one game. */
export interface SessionPlace {
  sessionId: string;
  gameType?: GameType;
}

/** Another answer about the same thing was recorded since this one was thought out. */
class MemoryMoved extends Error {}

/** From the second try on the memory is locked, so a third one is needed only where it was made meanwhile. */
const mostTries = 5;

/** The session has a result of the same client_result_id. */
class AlreadyRecorded extends Error {}

/**
 * Records one answer, once: a call made again with its client_result_id gets the first call's answer, also when nothing
 * could be recorded by now. That is looked up only when recording is refused, for calls made again are few.
 */
export async function recordResult(
  db: Knex,
  player: Player,
  place: SessionPlace,
  request: ResultRequest,
): Promise<ResultOutcome> {
  const wanted = { id: place.sessionId, userId: player.userId, gameType: place.gameType };
  try {
    return await onOneConnection(db, (connected) => recordLast(connected, player, wanted, request));
  } catch (error) {
    const refused = error instanceof AppError || error instanceof AlreadyRecorded;
    if (!refused || request.clientResultId === undefined) throw error;
    const earlier = await new ResultRepository(db).findOutcome(wanted, request.clientResultId);
    if (earlier === null) throw error;
    return fromJson(ResultOutcome, earlier);
  }
}

/** Records the answer upon the memory as it is; where another device was faster it is thought out again. */
async function recordLast(
  db: Knex,
  player: Player,
  wanted: WantedSession,
  request: ResultRequest,
): Promise<ResultOutcome> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await recordOnce(db, player, wanted, request, attempt > 1);
    } catch (error) {
      if (!(error instanceof MemoryMoved) || attempt >= mostTries) throw error;
    }
  }
}

/**
 * One read, or two in the games of the catalogues, decide what an answer is worth; then one transaction of at most six
 * statements writes the counters, the result, the memory, the word's statistics, the mistake and the totals, or nothing.
 */
async function recordOnce(
  db: Knex,
  player: Player,
  wanted: WantedSession,
  request: ResultRequest,
  isContended: boolean,
): Promise<ResultOutcome> {
  const at = new Date();
  const context = await new ResultContextRepository(db).get(wanted, request, at);
  requireOpen(context.session);
  const item = await openItem(db, player, context, request.itemId);
  const verdict = judgeResult(item, request);
  return inTransaction(db, (transaction) => write(transaction, context, { item, request, verdict, at, isContended }));
}

function requireOpen(session: Pick<SessionInPlay, 'status'>): void {
  if (session.status === 'completed') {
    throw new AppError('session_completed', 'The session is completed and takes no more results.');
  }
}

async function openItem(db: Db, player: Player, context: ResultContext, itemId: string): Promise<PlayableItem> {
  const { gameType } = context;
  const game = gameOf(gameType);
  if (game.catalogue === null) {
    if (context.word === null) throw new NotFoundError('The item');
    return game.open(context.word);
  }
  const [item] = await itemSource(db, gameType, player).findItems([itemId]);
  if (!item) throw new NotFoundError('The item');
  return game.open(item.content);
}

/** An answer with its verdict, and whether other devices are known to write about the same thing. */
interface JudgedResult {
  item: PlayableItem;
  request: ResultRequest;
  verdict: Verdict;
  at: Date;
  isContended: boolean;
}

async function write(
  db: Db,
  context: ResultContext,
  { item, request, verdict, at, isContended }: JudgedResult,
): Promise<ResultOutcome> {
  const { session, gameType } = context;
  const { id: sessionId, userId } = session;
  const { itemId } = request;
  // The session's row comes first in every such transaction, so that none can wait for another in a circle.
  const { counters, hadToWait } = await advance(db, context, itemId, verdict, at);
  const id = uuidv7();
  const memories = new MemoryRepository(db);
  const memory = isContended || hadToWait ? await memories.lock(userId, gameType, context.thing) : context.memory;
  const { review, kept, seen } = await rememberResult(db, { ...context, memory }, { id, request, verdict, item, at });
  const outcome = outcomeOf(item, request, verdict, session, counters, kept.memory);
  const { isCorrect, skipped, gradedBy } = verdict;
  const added = await new ResultRepository(db).add({
    id,
    sessionId,
    userId,
    gameType,
    itemId,
    clientResultId: request.clientResultId ?? null,
    isCorrect,
    skipped,
    gradedBy,
    attempts: request.attempts,
    timeSpentMs: request.timeSpentMs,
    answer: request.answer,
    metadata: request.metadata ?? null,
    outcome,
    createdAt: at,
    review,
  });
  if (!added) throw new AlreadyRecorded();
  if (!(await memories.save(kept, seen, at))) throw new MemoryMoved();
  if (skipped) return outcome;
  if (gameOf(gameType).catalogue === null) {
    await new PracticeWordRepository(db, userId).countPractice(itemId, isCorrect, at);
  }
  const mistake = isCorrect ? undefined : await countMistake(db, context, request, at);
  const totals = {
    correct: isCorrect ? 1 : 0,
    incorrect: isCorrect ? 0 : 1,
    timeSpentMs: request.timeSpentMs,
    mistakenItems: mistake === 'first' ? 1 : 0,
    mistakes: isCorrect ? 0 : 1,
  };
  await new StatsRepository(db).countResult(userId, gameType, totals, at);
  return outcome;
}

function countMistake(db: Db, context: ResultContext, request: ResultRequest, at: Date): Promise<'first' | 'repeated'> {
  const { session, gameType } = context;
  const mistake = { userId: session.userId, gameType, itemId: request.itemId, answer: request.answer };
  return new MistakeRepository(db).count(mistake, context.mistakenBefore ? 'repeated' : 'first', at);
}

/** Moves the counters on from what was read; when another result came first, from what is there now, under a lock. */
async function advance(
  db: Db,
  context: ResultContext,
  itemId: string,
  verdict: Verdict,
  at: Date,
): Promise<{ counters: SessionCounters; hadToWait: boolean }> {
  const sessions = new SessionRepository(db);
  const { id, userId, counters } = context.session;
  const after = countersAfter(counters, verdict, context.visitedBefore);
  if (await sessions.advance(id, counters, after, at)) return { counters: after, hadToWait: false };
  const current = await sessions.lock({ id, userId });
  requireOpen(current);
  const afterCurrent = countersAfter(
    current.counters,
    verdict,
    await sessions.wasVisited(id, context.gameType, itemId),
  );
  await sessions.advance(id, current.counters, afterCurrent, at);
  return { counters: afterCurrent, hadToWait: true };
}
