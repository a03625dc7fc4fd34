import type { Db } from '@tulkka/shared/database';
import { gameOf, type PlayableItem } from '@tulkka/shared/games';
import { isTyped } from '@tulkka/shared/grading/listening';
import {
  algorithmOf,
  answerKeyOf,
  dayAfter,
  dayStartOf,
  daysBetween,
  Forgetting,
  gradeAnswer,
  type LoggedReview,
  lengthOf,
  type Memory,
  type Parameters,
  remember,
  replayLog,
  rested,
  seedOf,
} from '@tulkka/shared/memory';
import { AnswerLog, type KeptMemory, type RecordedReview, type ResultContext } from '@tulkka/shared/repositories';
import type { ResultRequest, Verdict } from './judge-result.ts';

/** What a result does to a memory. */
export interface Remembering {
  review: RecordedReview;
  kept: KeptMemory;
  /** How many answers were in the memory when it was read; null for a new one. */
  seen: number | null;
}

/** A result that is about to be recorded. */
interface NewResult {
  id: string;
  request: ResultRequest;
  verdict: Verdict;
  item: PlayableItem;
  at: Date;
}

/**
 * The memory after an answer. An answer that arrives late, from a device that was offline, takes its place in the log,
 * and the memory is made of the log again; so is one that was computed with other parameters than the learner has now.
 */
export async function rememberResult(db: Db, context: ResultContext, result: NewResult): Promise<Remembering> {
  const { session, gameType, thing, memory: before, parameters } = context;
  const { userId } = session;
  const review = reviewOf(context, result);
  const seed = seedOf(userId, gameType, thing);
  const isLate = before !== null && review.answeredAt <= before.memory.lastReviewAt;
  const algorithm = algorithmOf(parameters);
  const isAnew = before !== null && (isLate || before.algorithm !== algorithm);
  const memory = isAnew
    ? await rememberAnew(db, before, { ...review, id: result.id, zone: review.timeZone }, seed, parameters)
    : rememberNow(before?.memory ?? null, context, review, seed);
  return {
    review: { ...review, scheduledDays: isAnew ? null : memory.scheduledDays },
    kept: {
      userId,
      gameType,
      thing,
      itemId: isLate ? before.itemId : result.request.itemId,
      memory: rested(memory, before?.wokenAt ?? null),
      firstAt: before === null || review.answeredAt < before.firstAt ? review.answeredAt : before.firstAt,
      wokenAt: before?.wokenAt ?? null,
      answers: (before?.answers ?? 0) + 1,
      algorithm,
    },
    seen: before?.answers ?? null,
  };
}

/** The answer as the log keeps it; nobody answers before their session began, or in the future. */
function reviewOf(context: ResultContext, { request, verdict, item, at }: NewResult): RecordedReview {
  const { session, gameType, thing, memory: before, settings, parameters, usualMs } = context;
  const { timeZone, desiredRetention: retention } = settings;
  const said = request.answeredAt?.getTime() ?? at.getTime();
  const answeredAt = new Date(Math.max(Date.parse(session.startedAt), Math.min(at.getTime(), said)));
  const dayAt = dayStartOf(answeredAt, timeZone);
  const evidence = gradeAnswer({
    gameType,
    isCorrect: verdict.isCorrect,
    skipped: verdict.skipped,
    attempts: request.attempts,
    hinted: request.hinted ?? 'none',
    timeSpentMs: request.timeSpentMs,
    ...(request.rating !== undefined && { rating: request.rating }),
    ...(session.listen && { wasHeard: isTyped(request.answer) ? 'typed' : 'chosen' }),
    answerLength: lengthOf(item.correctAnswer),
    usualMs,
  });
  // A word that is spelled otherwise is another thing, with a memory of its own.
  const answerKey = answerKeyOf(gameOf(gameType).catalogue === null ? thing : item.correctAnswer);
  const predicted = before?.memory.answerKey === answerKey ? predict(before.memory, dayAt, parameters) : null;
  return { thing, answeredAt, dayAt, timeZone, evidence, answerKey, scheduledDays: null, retention, predicted };
}

/** The chance to recall a thing that was known and left alone for a day or longer; of others nothing is predicted. */
function predict(memory: Memory, dayAt: Date, parameters: Parameters): number | null {
  const elapsed = daysBetween(memory.lastDayAt, dayAt);
  return elapsed === 0 || memory.state !== 'review'
    ? null
    : new Forgetting(parameters).retrievability(memory.stability, elapsed);
}

function rememberNow(before: Memory | null, context: ResultContext, review: RecordedReview, seed: string): Memory {
  const { timeZone: zone, desiredRetention: retention, easyDays } = context.settings;
  const { parameters } = context;
  const loadOn = (days: number): number => context.load.get(dayAfter(review.dayAt, days, zone).getTime()) ?? 0;
  return remember(before, review, { seed, zone, retention, parameters, easyDays, loadOn });
}

async function rememberAnew(
  db: Db,
  before: KeptMemory,
  review: LoggedReview,
  seed: string,
  parameters: Parameters,
): Promise<Memory> {
  const { userId, gameType, thing, firstAt } = before;
  const from = new Date(Math.min(review.answeredAt.getTime(), firstAt.getTime()));
  const log = await new AnswerLog(db).listOfThing({ userId, gameType, thing, from });
  const memory = replayLog([...log, review], seed, parameters);
  return memory ?? before.memory;
}
