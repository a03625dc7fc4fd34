import {
  askedOf,
  exerciseKinds,
  fold,
  isWithdrawal,
  type LessonExercises,
  mostItemsOfKind,
  type SetItem,
  setItemsOf,
  viewOf,
  withItemIds,
  withTotals,
} from '../exercises/index.ts';
import type { ExerciseSet } from './exercise-set.ts';
import type { TrailLine } from './trail.ts';

/** What of a set says what may become of its items. */
type ReviewedSet = Pick<ExerciseSet, 'exercises' | 'trail' | 'status' | 'published_at' | 'reviewed_at'>;

/**
 * A set as it is made anew of its lesson. What a person changed or added stays as it is, what a person left out stays
 * out; of a set that was approved before, every item stays. The rest gives way to what is made now.
 */
export function remakeSet(set: ReviewedSet, made: LessonExercises): LessonExercises {
  const byHand = new Set(
    set.trail.flatMap(({ what, items }) => (what === 'edited' || what === 'mended' ? items : [])).map(idOfLine),
  );
  const keepsAll = wasApproved(set);
  const kept = setItemsOf(set.exercises).filter(({ item }) => keepsAll || byHand.has(item.id ?? ''));
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
    quality: {
      ...made.quality,
      dropped: [...set.exercises.quality.dropped.filter(isWithdrawal), ...made.quality.dropped],
    },
    ...(Object.fromEntries(lists) as Pick<LessonExercises, (typeof exerciseKinds)[number]>),
  });
}

/** Whether learners may have had it. A trail tells of the time since there are trails, and of its last lines. */
function wasApproved({ status, published_at, reviewed_at, trail }: ReviewedSet): boolean {
  const has = (...actions: TrailLine['what'][]): boolean => trail.some(({ what }) => actions.includes(what));
  if (status === 'published' || published_at !== null || has('approved', 'published', 'withdrawn')) return true;
  // Reviewed at a time that the trail does not tell of: it may have been approved then.
  return reviewed_at !== null && !has('rejected');
}

const idOfLine = ({ item_id }: { item_id: string }): string => item_id;

const textOf = (one: SetItem): string => `${one.kind} ${fold(askedOf(viewOf(one)))}`;
