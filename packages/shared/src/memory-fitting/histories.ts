import {
  daysBetween,
  type Evidence,
  Forgetting,
  type Grade,
  gradeOf,
  inOrderGiven,
  type LoggedReview,
  type Parameters,
  type Strength,
} from '../memory/index.ts';

/** One answer about a thing, as far as forgetting can be learned from it. */
export interface Step {
  at: number;
  evidence: Evidence;
  /** The learner's days since the answer before; 0 on the same day, and for the first. */
  elapsedDays: number;
}

/** All answers about one thing, in the order in which they were given. */
export type History = readonly Step[];

/** An answer with what came before it. */
export interface Trial {
  at: number;
  before: History;
  step: Step;
}

/** The histories in the log of one thing: where its answer became another, it was learned anew. */
export function historiesOf(log: readonly LoggedReview[]): History[] {
  const histories: Step[][] = [];
  let last: LoggedReview | undefined;
  for (const review of inOrderGiven(log)) {
    const goesOn = last?.answerKey === review.answerKey;
    const elapsedDays = last !== undefined && goesOn ? daysBetween(last.dayAt, review.dayAt) : 0;
    const step = { at: review.answeredAt.getTime(), evidence: review.evidence, elapsedDays };
    if (goesOn) histories.at(-1)?.push(step);
    else histories.push([step]);
    last = review;
  }
  return histories;
}

/** The answers that tell something about forgetting: those given on a later day than the one before, oldest first. */
export function trialsOf(histories: readonly History[]): Trial[] {
  return histories
    .flatMap((history) =>
      history.flatMap((step, i) =>
        i > 0 && step.elapsedDays > 0 ? [{ at: step.at, before: history.slice(0, i), step }] : [],
      ),
    )
    .sort((a, b) => a.at - b.at);
}

/** A history as FSRS hears it: what counts as a guess depends on how well the thing was known by then. */
export function gradesOf(history: History, forgetting: Forgetting): Grade[] {
  let strength: Strength | null = null;
  return history.map(({ evidence, elapsedDays }) => {
    const grade = gradeOf(evidence, strength);
    strength = forgetting.after(strength, evidence, elapsedDays);
    return grade;
  });
}

/** No prediction is held to be surer than this: one surprise must not outweigh all else. */
const surest = 0.999;

/** How far predictions with these parameters are from what was answered; lower is better. */
export function logLoss(trials: readonly Trial[], parameters: Parameters): number {
  const forgetting = new Forgetting(parameters);
  const losses = trials.map(({ before, step }) => {
    const strength = before.reduce<Strength | null>(
      (known, { evidence, elapsedDays }) => forgetting.after(known, evidence, elapsedDays),
      null,
    );
    const recalled = forgetting.retrievability(strength?.stability ?? 0, step.elapsedDays);
    const predicted = Math.min(Math.max(recalled, 1 - surest), surest);
    return -Math.log(step.evidence === 'again' ? 1 - predicted : predicted);
  });
  return losses.reduce((sum, loss) => sum + loss, 0) / Math.max(1, losses.length);
}
