import {
  askedOf,
  exerciseKinds,
  fold,
  type LessonExercises,
  mostItemsOfKind,
  type SetItem,
  setItemsOf,
  viewOf,
  withItemIds,
  withTotals,
} from '../exercises/index.ts';
import type { ExerciseSet } from './exercise-set.ts';

/**
 * A set as it is made anew of its lesson. What a person changed or added stays as it is, what a person left out stays
 * out; of a set that was approved before, every item stays. The rest gives way to what is made now.
 */
export function remakeSet(set: Pick<ExerciseSet, 'exercises' | 'trail'>, made: LessonExercises): LessonExercises {
  const byHand = new Set(
    set.trail.flatMap(({ what, items }) => (what === 'edited' || what === 'mended' ? items : [])).map(idOfLine),
  );
  const wasApproved = set.trail.some(({ what }) => what === 'approved');
  const kept = setItemsOf(set.exercises).filter(({ item }) => wasApproved || byHand.has(item.id ?? ''));
  const ids = new Set(kept.map(({ item }) => item.id));
  const asked = new Set(kept.map(textOf));
  // An item that a person had in hand is kept already, or was left out.
  const fresh = setItemsOf(withItemIds(made, set.exercises)).filter(
    (one) => !byHand.has(one.item.id ?? '') && !ids.has(one.item.id) && !asked.has(textOf(one)),
  );
  const lists = exerciseKinds.map((kind) => {
    const items = [...kept, ...fresh].filter((one) => one.kind === kind).map(({ item }) => item);
    return [kind, items.slice(0, mostItemsOfKind)] as const;
  });
  // Each list holds the items of its own kind, which TypeScript cannot follow through their names.
  return withTotals({
    ...made,
    ...(Object.fromEntries(lists) as Pick<LessonExercises, (typeof exerciseKinds)[number]>),
  });
}

const idOfLine = ({ item_id }: { item_id: string }): string => item_id;

const textOf = (one: SetItem): string => `${one.kind} ${fold(askedOf(viewOf(one)))}`;
