import type { GameType } from '../games/game-type.ts';

/**
 * What an answer says about a memory. `quick` is a right answer given at once and fast: it counts as easy where the
 * memory is old enough for speed to prove something, else as good. `picked` is a right answer among options, which may be a
 * guess: it counts as hard where the thing was not known for a day yet, else as good.
 */
export const evidences = ['again', 'hard', 'picked', 'good', 'quick', 'easy'] as const;
export type Evidence = (typeof evidences)[number];

/** How far a hint went before the answer was given. */
export type Hinted = 'none' | 'shape' | 'answer';

/** An answer as far as it tells something about the memory. */
export interface AnswerSigns {
  gameType: GameType;
  isCorrect: boolean;
  skipped: boolean;
  attempts: number;
  hinted: Hinted;
  /** Heard and typed, in whatever game: produced, but at a pace of its own. */
  wasHeard?: 'typed' | 'chosen';
  timeSpentMs: number;
  /** What the learner says of a flashcard. */
  rating?: 'again' | 'hard' | 'good' | 'easy';
  /** Characters of the right answer. */
  answerLength: number;
  /** The learner's usual time for an answer in this game; null while too few answers tell it. */
  usualMs: number | null;
}

/** Games whose answer is typed, built or recalled. In the others a right answer may be a guess. */
const production: ReadonlySet<GameType> = new Set(['flashcards', 'spelling_bee', 'sentence_builder']);

/** Whether a right answer in this game was produced, and not picked among options. */
export const isProduction = (gameType: GameType): boolean => production.has(gameType);

/** An answer in less than this was not read, let alone thought of: such a time is no evidence. */
const fastestMs = 300;
const fastestMsPerCharacter = 40;
/** Faster than this share of the usual time counts as quick. */
const quickShare = 0.6;

/** What an answer is evidence of. A failure is never `hard`: that is the one habit the algorithm cannot learn from. */
export function gradeAnswer(signs: AnswerSigns): Evidence {
  if (signs.gameType === 'flashcards' && signs.rating !== undefined && !signs.skipped) return signs.rating;
  if (signs.skipped || !signs.isCorrect || signs.hinted === 'answer') return 'again';
  if (signs.hinted === 'shape' || signs.attempts > 1) return 'hard';
  if (signs.wasHeard !== undefined) return signs.wasHeard === 'typed' ? 'good' : 'picked';
  if (!isProduction(signs.gameType)) return 'picked';
  return signs.gameType !== 'flashcards' && isQuick(signs) ? 'quick' : 'good';
}

function isQuick({ timeSpentMs, answerLength, usualMs }: AnswerSigns): boolean {
  if (usualMs === null || timeSpentMs < fastestMs + fastestMsPerCharacter * answerLength) return false;
  return timeSpentMs < quickShare * usualMs;
}
