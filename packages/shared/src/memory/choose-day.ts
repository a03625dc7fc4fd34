import { hash } from 'node:crypto';

/** What speaks for one day or another. */
export interface DayChoice {
  first: number;
  last: number;
  /** The same seed chooses alike, so that a memory built again from its log is due on the same day. */
  seed: string;
  /** How many things are due already so many days from now. */
  loadOn: (days: number) => number;
  /** Whether the learner wants little on that day. */
  isEasyDay: (days: number) => boolean;
}

/** How much less an easy day gets. */
const easyDayWeight = 0.05;

/**
 * The days until the next review: drawn between `first` and `last`, days with less due being likelier. Of two ranges of
 * which one lies further on, the same seed never draws the earlier day from the further one: weights belong to days, and
 * the draw goes by their order.
 */
export function chooseDay({ first, last, seed, loadOn, isEasyDay }: DayChoice): number {
  if (first >= last) return first;
  const weights: number[] = [];
  for (let days = first; days <= last; days++) {
    weights.push((isEasyDay(days) ? easyDayWeight : 1) / (loadOn(days) + 1) ** 2);
  }
  let left = fractionOf(seed) * weights.reduce((sum, weight) => sum + weight, 0);
  for (const [i, weight] of weights.entries()) {
    left -= weight;
    if (left < 0) return first + i;
  }
  return last;
}

/** A number from 0 to below 1 that a text always gives. */
export function fractionOf(seed: string): number {
  return hash('sha256', seed, 'buffer').readUInt32BE(0) / 2 ** 32;
}
