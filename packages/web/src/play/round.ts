import type { PlayItem } from './play-item.ts';

/** How far a learner is in a session: pure, so that a reload, a second tab and a test see the same. */
export interface Round {
  /** The items still to come; the first is on the table. */
  queue: readonly PlayItem[];
  /** Items that were right at once, by `gameType itemId`. */
  right: readonly PlayItem[];
  /** Items that were wrong at first; they come back once before the end. */
  wrong: readonly PlayItem[];
  /** How often each item was tried, by its key. */
  tries: Readonly<Record<string, number>>;
}

/** An item comes back after so many others, where there are so many. */
const comesBackAfter = 4;
/** Nobody is kept at the table for one item. */
const mostTries = 3;

/** What tells an item from all others. */
export const keyOf = ({ gameType, itemId }: PlayItem): string => `${gameType} ${itemId}`;

/** A round at its beginning. */
export const beginRound = (items: readonly PlayItem[]): Round => ({ queue: items, right: [], wrong: [], tries: {} });

/** How often the item on the table was tried before. */
export function triesOf(round: Round): number {
  const [item] = round.queue;
  return item === undefined ? 0 : (round.tries[keyOf(item)] ?? 0);
}

/** The round once the item on the table was answered: a wrong one goes back into the queue. */
export function afterAnswer(round: Round, isCorrect: boolean): Round {
  const [item, ...rest] = round.queue;
  if (item === undefined) return round;
  const before = triesOf(round);
  const tries = { ...round.tries, [keyOf(item)]: before + 1 };
  const again = !isCorrect && before + 1 < mostTries;
  const queue = again ? [...rest.slice(0, comesBackAfter), item, ...rest.slice(comesBackAfter)] : rest;
  if (before > 0) return { ...round, queue, tries };
  return isCorrect
    ? { ...round, queue, tries, right: [...round.right, item] }
    : { ...round, queue, tries, wrong: [...round.wrong, item] };
}

/** The round without an item that is gone: a teacher withdrew it meanwhile. */
export function withoutItem(round: Round, key: string): Round {
  const others = (items: readonly PlayItem[]): readonly PlayItem[] => items.filter((item) => keyOf(item) !== key);
  return { ...round, queue: others(round.queue), right: others(round.right), wrong: others(round.wrong) };
}

/** How many items a round has in all, those left out that were withdrawn, and how many of them were answered. */
export function extentOf({ queue, right, wrong, tries }: Round): { settled: number; total: number } {
  const settled = right.length + wrong.length;
  return { settled, total: settled + queue.filter((item) => tries[keyOf(item)] === undefined).length };
}
