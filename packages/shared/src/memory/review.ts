import {
  clipParameters,
  default_w,
  FSRSAlgorithm,
  forgetting_curve,
  generatorParameters,
  get_fuzz_range,
} from 'ts-fsrs';
import type { Evidence } from './grade-answer.ts';

/** What FSRS knows of a memory. */
export interface Strength {
  stability: number;
  difficulty: number;
}

/** The numbers of FSRS-6, fitted to many learners, to a company's, or to one. */
export type Parameters = readonly number[];

/** As published with FSRS-6: fitted to the reviews of ten thousand people. */
export const defaultParameters: Parameters = default_w;

/** Longer than anybody's lessons last; a memory that holds a century needs no date. */
const longestDays = 3650;
/** From this stability on, speed proves something. */
const quickIsEasyFrom = 7;

/** From this stability on, a right answer among options is hardly a guess. */
const pickedIsGoodFrom = 1;

const grades = { again: 1, hard: 2, good: 3, easy: 4 } as const;

/** What FSRS hears of an answer: 1 is again, 4 easy. */
export type Grade = 1 | 2 | 3 | 4;

/** Parameters that FSRS can work with: of their number, each within its bounds. */
export function checkedParameters(parameters: Parameters): Parameters {
  return parameters.length === defaultParameters.length ? clipParameters([...parameters], 1) : defaultParameters;
}

/** A learner's forgetting, at the retention they want. Elapsed days are the learner's own; 0 is the same day. */
export class Forgetting {
  private readonly fsrs: FSRSAlgorithm;
  private readonly parameters: number[];

  constructor(parameters: Parameters = defaultParameters, retention = 0.9) {
    this.parameters = [...parameters];
    this.fsrs = new FSRSAlgorithm(
      generatorParameters({
        w: this.parameters,
        request_retention: retention,
        maximum_interval: longestDays,
        enable_fuzz: false,
        enable_short_term: true,
      }),
    );
  }

  /** The memory after a review; `before` is null for the first one. */
  after(before: Strength | null, evidence: Evidence, elapsedDays: number): Strength {
    const { stability, difficulty } = this.fsrs.next_state(before, elapsedDays, gradeOf(evidence, before));
    return { stability, difficulty };
  }

  /** Days until the next review. Own parameters may be crooked: a better answer still never gives a shorter interval. */
  interval(before: Strength | null, evidence: Evidence, elapsedDays: number): number {
    let longest = 1;
    for (let grade = 1; grade <= gradeOf(evidence, before); grade++) {
      const { stability } = this.fsrs.next_state(before, elapsedDays, grade);
      longest = Math.max(longest, this.fsrs.next_interval(stability, elapsedDays));
    }
    return longest;
  }

  /** The chance to recall it after so many days without practice. */
  retrievability(stability: number, elapsedDays: number): number {
    return forgetting_curve(this.parameters, elapsedDays, stability);
  }

  /** Days after which the chance to recall it has fallen to `chance`. */
  daysUntil(stability: number, chance: number): number {
    // The curve is (1 + factor · t / S) ^ -decay with R(S) = 0.9, so two points of it give the third.
    const decay = this.parameters[20] ?? 0.5;
    return (stability * (chance ** (-1 / decay) - 1)) / (0.9 ** (-1 / decay) - 1);
  }
}

/** The days among which the next review may be put without harm, first and last. Below 2.5 days there is no choice. */
export function daysAround(interval: number, elapsedDays: number): { first: number; last: number } {
  if (interval < 2.5) return { first: interval, last: interval };
  const { min_ivl, max_ivl } = get_fuzz_range(interval, Math.min(elapsedDays, interval - 1), longestDays);
  return { first: min_ivl, last: max_ivl };
}

/** The grade of an answer about a thing that was known so well; `before` is null for the first one. */
export function gradeOf(evidence: Evidence, before: Strength | null): Grade {
  if (evidence === 'picked') {
    return before !== null && before.stability >= pickedIsGoodFrom ? grades.good : grades.hard;
  }
  if (evidence !== 'quick') return grades[evidence];
  return before !== null && before.stability >= quickIsEasyFrom ? grades.easy : grades.good;
}
