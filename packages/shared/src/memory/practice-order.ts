import type { GameType } from '../games/game-type.ts';
import type { Forgetting, Strength } from './review.ts';

/** A thing that may be practised now. */
export interface Candidate {
  gameType: GameType;
  itemId: string;
  /** The same for one word in two games: its siblings are kept apart. */
  thing: string;
  why: 'due' | 'new';
}

/** What practising a due thing depends on. */
export interface DueThing extends Candidate, Strength {
  elapsedDays: number;
}

/** So many of one game may follow each other, and so many things stand between two games of one word. */
const mostInARow = 3;
const siblingsApart = 4;
/** Over so many days is looked at what a review buys. */
const horizonDays = 30;

/**
 * Due things in the order in which they are practised: those least likely to be recalled first. Where only `most` of
 * them fit, as after a holiday, those for which a minute keeps most are chosen.
 */
export function orderDue(due: readonly DueThing[], most: number, forgetting: Forgetting): DueThing[] {
  const worthFirst =
    due.length <= most
      ? due
      : due
          .map((thing) => ({ thing, worth: worthOf(thing, forgetting) }))
          .sort((a, b) => b.worth - a.worth)
          .map(({ thing }) => thing);
  const chance = (thing: DueThing): number => forgetting.retrievability(thing.stability, thing.elapsedDays);
  return worthFirst.slice(0, most).sort((a, b) => chance(a) - chance(b));
}

/** How much more of it will be known over the next days when it is reviewed now, a failure costing twice the time. */
function worthOf(thing: DueThing, forgetting: Forgetting): number {
  const chance = forgetting.retrievability(thing.stability, thing.elapsedDays);
  const kept = (stability: number, from: number): number =>
    forgetting.retrievability(stability, from + horizonDays / 2);
  const right = forgetting.after(thing, 'good', thing.elapsedDays).stability;
  const wrong = forgetting.after(thing, 'again', thing.elapsedDays).stability;
  const reviewed = chance * kept(right, 0) + (1 - chance) * kept(wrong, 0);
  return (reviewed - kept(thing.stability, thing.elapsedDays)) / (2 - chance);
}

/**
 * The order of a mixed session: as given, but with no more than three of one game in a row and the same word's games
 * apart, as far as what there is allows. A new word's games stay in the order given.
 */
export function interleave<C extends Candidate>(wanted: readonly C[]): C[] {
  const left = [...wanted];
  const order: C[] = [];
  while (left.length > 0) {
    const recent = order.slice(-mostInARow);
    const tired = recent.length === mostInARow && recent.every((one) => one.gameType === recent[0]?.gameType);
    const near = new Set(order.slice(-siblingsApart).map((one) => one.thing));
    const fits = (one: C): boolean => !near.has(one.thing);
    const fresh = (one: C): boolean => !(tired && one.gameType === recent[0]?.gameType);
    let next = left.findIndex((one) => fits(one) && fresh(one));
    if (next < 0) next = left.findIndex(fresh);
    order.push(...left.splice(Math.max(0, next), 1));
  }
  return order;
}

/** Easiest first: recognising before recalling before producing. */
const easiestFirst: readonly GameType[] = [
  'flashcards',
  'grammar_challenge',
  'advanced_cloze',
  'spelling_bee',
  'sentence_builder',
];

/** Compares games by what they ask for, easiest first. */
export function byEase(one: GameType, other: GameType): number {
  return easiestFirst.indexOf(one) - easiestFirst.indexOf(other);
}
