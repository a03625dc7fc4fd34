import {
  type Db,
  fromJson,
  inTransaction,
  isDuplicateKey,
  isMissingValue,
  onOneConnection,
  type Statement,
  sendTogether,
  transactTogether,
} from '@tulkka/shared/database';
import { AppError, NotFoundError } from '@tulkka/shared/errors';
import { type GameType, gameOf, type PlayableItem } from '@tulkka/shared/games';
import {
  MemoryRepository,
  MistakeRepository,
  PracticeWordRepository,
  type ResultContext,
  ResultContextRepository,
  ResultRepository,
  type SessionInPlay,
  SessionRepository,
  StatsRepository,
  type WantedSession,
} from '@tulkka/shared/repositories';
import type { Knex } from 'knex';
import { v7 as uuidv7 } from 'uuid';
import { itemSource } from './item-source.ts';
import { countersAfter, judgeResult, outcomeOf, type ResultRequest } from './judge-result.ts';
import type { Player } from './player.ts';
import { ResultOutcome } from './result-outcome.ts';
import { rememberResult } from './review-of-result.ts';

/** The session that a call is about; `gameType` where the route belongs to one game. */
export interface SessionPlace {
  sessionId: string;
  gameType?: GameType;
}

/** From the second try on what it depends on is locked, so a third one is needed only where a row was made meanwhile. */
const mostTries = 5;

/**
 * Records one answer, once: a call made again with its client_result_id gets the first call's answer, also when nothing
 * could be recorded by now. That is looked up only when recording is refused, for calls made again are few.
 */
export async function recordResult(
  db: Knex,
  player: Player,
  place: SessionPlace,
  request: ResultRequest,
  at: Date,
): Promise<ResultOutcome> {
  const wanted = { id: place.sessionId, userId: player.userId, gameType: place.gameType };
  try {
    return await onOneConnection(db, (connected) => recordLast(connected, player, wanted, request, at));
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    const earlier = await findEarlier(db, wanted, request);
    if (earlier === null) throw error;
    return earlier;
  }
}

async function findEarlier(db: Db, wanted: WantedSession, request: ResultRequest): Promise<ResultOutcome | null> {
  const { clientResultId } = request;
  const earlier =
    clientResultId === undefined ? null : await new ResultRepository(db).findOutcome(wanted, clientResultId);
  return earlier === null ? null : fromJson(ResultOutcome, earlier);
}

/** Records the answer upon what is there; where another device was faster it is thought out again, under locks. */
async function recordLast(
  db: Knex,
  player: Player,
  wanted: WantedSession,
  request: ResultRequest,
  at: Date,
): Promise<ResultOutcome> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await (attempt === 1 ? recordAtOnce : recordLocked)(db, player, wanted, request, at);
    } catch (error) {
      // Another answer of the session or about the thing was recorded since this one was thought out.
      const isOvertaken = isMissingValue(error) || isDuplicateKey(error);
      if (!isOvertaken || attempt >= mostTries) throw error;
    }
  }
}

/**
 * One read, or two in the games of the catalogues, decide what an answer is worth; then one transaction writes the
 * counters, the memory, the mistake, the result, the word's statistics and the totals, or nothing. It goes in one round
 * trip: of the first ones each finds what was read and changes it, or those after it fail.
 */
async function recordAtOnce(
  db: Knex,
  player: Player,
  wanted: WantedSession,
  request: ResultRequest,
  at: Date,
): Promise<ResultOutcome> {
  const context = await new ResultContextRepository(db).get(wanted, request, at);
  const { outcome, statements } = await thinkOut(db, player, context, request, at);
  await transactTogether(db, statements);
  return outcome;
}

/** The same with the session's row and the memory's locked before anything is read. */
function recordLocked(
  db: Knex,
  player: Player,
  wanted: WantedSession,
  request: ResultRequest,
  at: Date,
): Promise<ResultOutcome> {
  return inTransaction(db, async (transaction) => {
    // The session's row comes first in every such transaction, so that none can wait for another in a circle.
    await new SessionRepository(transaction).lock(wanted);
    const earlier = await findEarlier(transaction, wanted, request);
    if (earlier !== null) return earlier;
    const read = await new ResultContextRepository(transaction).get(wanted, request, at);
    const memory = await new MemoryRepository(transaction).lock(wanted.userId, read.gameType, read.thing);
    const { outcome, statements } = await thinkOut(transaction, player, { ...read, memory }, request, at);
    await sendTogether(transaction, statements);
    return outcome;
  });
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

/** What is told to the learner, and what is written for it. */
interface ThoughtOut {
  outcome: ResultOutcome;
  /** In this order: up to the result's each goes ahead only where the one before it changed a row, and the rest count. */
  statements: Statement[];
}

/** Judges the answer upon what was read; nothing is written yet. */
async function thinkOut(
  db: Db,
  player: Player,
  context: ResultContext,
  request: ResultRequest,
  at: Date,
): Promise<ThoughtOut> {
  const { session, gameType } = context;
  requireOpen(session);
  const { id: sessionId, userId } = session;
  const { itemId, timeSpentMs } = request;
  const item = await openItem(db, player, context, itemId);
  const verdict = judgeResult(item, request, session.listen);
  const { isCorrect, skipped, gradedBy } = verdict;
  const id = uuidv7();
  const counters = countersAfter(session.counters, verdict, context.visitedBefore);
  const { review, kept, seen } = await rememberResult(db, context, { id, request, verdict, item, at });
  const outcome = outcomeOf(item, request, verdict, session, counters, kept.memory);
  const advanced = new SessionRepository(db).advanceStatement(sessionId, session.counters, counters, at);
  const remembered = new MemoryRepository(db).saveStatement(kept, seen, at);
  const mistake = { userId, gameType, itemId, answer: request.answer };
  const expected = context.mistakenBefore ? 'repeated' : 'first';
  const isMistake = !isCorrect && !skipped;
  const result = new ResultRepository(db).addStatement({
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
    timeSpentMs,
    answer: request.answer,
    metadata: request.metadata ?? null,
    outcome,
    createdAt: at,
    review,
  });
  const statements = [
    advanced,
    remembered,
    ...(isMistake ? [new MistakeRepository(db).countStatement(mistake, expected, at)] : []),
    result,
  ];
  if (skipped) return { outcome, statements };
  const totals = {
    correct: isCorrect ? 1 : 0,
    incorrect: isCorrect ? 0 : 1,
    timeSpentMs,
    mistakenItems: isCorrect || context.mistakenBefore ? 0 : 1,
    mistakes: isCorrect ? 0 : 1,
  };
  const isWord = gameOf(gameType).catalogue === null;
  if (isWord) statements.push(new PracticeWordRepository(db, userId).practiceStatement(itemId, isCorrect, at));
  statements.push(new StatsRepository(db).resultStatement(userId, gameType, totals, at));
  return { outcome, statements };
}

function requireOpen(session: Pick<SessionInPlay, 'status'>): void {
  if (session.status === 'completed') {
    throw new AppError('session_completed', 'The session is completed and takes no more results.');
  }
}
