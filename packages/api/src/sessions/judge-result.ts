import { ValidationError } from '@tulkka/shared/errors';
import type { Answer, GameType, PlayableItem } from '@tulkka/shared/games';
import type { Grade } from '@tulkka/shared/grading';
import { type Hinted, type Memory, standingOf } from '@tulkka/shared/memory';
import type { SessionCounters, SessionInPlay } from '@tulkka/shared/repositories';
import type { Progress, ResultOutcome } from './result-outcome.ts';

/** One answer as it is sent: what was answered, or what the learner's device made of it, or neither when skipped. */
export interface ResultRequest {
  itemId: string;
  /** Its game, where the session plays several. */
  gameType?: GameType;
  attempts: number;
  timeSpentMs: number;
  answer?: Answer;
  isCorrect?: boolean;
  skipped: boolean;
  clientResultId?: string;
  metadata?: Record<string, unknown>;
  /** When it was answered, where the device was offline then. */
  answeredAt?: Date;
  /** How well the learner knew a flashcard. */
  rating?: 'again' | 'hard' | 'good' | 'easy';
  hinted?: Hinted;
}

/** Whether an answer counts as right, and who says so. */
export interface Verdict {
  isCorrect: boolean;
  skipped: boolean;
  gradedBy: 'server' | 'learner';
  grade?: Grade;
}

/** Judges an answer: what the server can grade it grades, and then no claim counts. */
export function judgeResult(item: PlayableItem, request: ResultRequest, listen: boolean): Verdict {
  if (request.skipped) return { isCorrect: false, skipped: true, gradedBy: 'learner' };
  const { grade: gradeOf } = (listen ? item.listening : null) ?? item;
  const grade = request.answer === undefined ? undefined : gradeOf(request.answer);
  if (grade) return { isCorrect: grade.isCorrect, skipped: false, gradedBy: 'server', grade };
  if (request.isCorrect !== undefined) return { isCorrect: request.isCorrect, skipped: false, gradedBy: 'learner' };
  throw new ValidationError([
    request.answer === undefined
      ? { path: 'answer', message: 'is needed, or is_correct in its place' }
      : { path: 'is_correct', message: 'is needed: only the learner can tell in this game' },
  ]);
}

/** The counters of a session once this verdict is in. */
export function countersAfter(before: SessionCounters, verdict: Verdict, visitedBefore: boolean): SessionCounters {
  const { isCorrect, skipped } = verdict;
  return {
    visited: before.visited + (visitedBefore ? 0 : 1),
    correct: before.correct + (isCorrect ? 1 : 0),
    incorrect: before.incorrect + (isCorrect || skipped ? 0 : 1),
    skipped: before.skipped + (skipped ? 1 : 0),
  };
}

/** How far a session has come. */
export function progressOf(totalItems: number, counters: SessionCounters): Progress {
  return { current: counters.visited, total: totalItems, correct: counters.correct, incorrect: counters.incorrect };
}

/** What the learner is told. */
export function outcomeOf(
  item: PlayableItem,
  request: ResultRequest,
  verdict: Verdict,
  session: SessionInPlay,
  counters: SessionCounters,
  memory: Memory,
): ResultOutcome {
  const { grade } = verdict;
  return {
    success: true,
    recorded: true,
    item_id: request.itemId,
    is_correct: verdict.isCorrect,
    skipped: verdict.skipped,
    graded_by: verdict.gradedBy,
    correct_answer: item.correctAnswer,
    explanation: item.explanation,
    credit: grade?.credit,
    letter_differences: grade?.letterDifferences,
    blanks: grade?.blanks?.map(({ index, isCorrect, given, expected }) => ({
      index,
      is_correct: isCorrect,
      given,
      expected,
    })),
    error_type: grade?.errorType,
    words: grade?.words,
    progress: progressOf(session.totalItems, counters),
    next_due: memory.suspendedAt === null ? memory.dueAt.toISOString() : null,
    next_due_days: memory.scheduledDays,
    standing: standingOf(memory, memory.lastReviewAt),
  };
}
