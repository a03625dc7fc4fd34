import { createHash } from 'node:crypto';
import { type ExerciseKind, exerciseKinds, type LessonExercises } from './lesson-exercises.ts';
import { fold } from './quality/fold.ts';
import { askedOf, type ExerciseLists, viewsOf } from './quality/item-view.ts';

const idLength = 12;

/**
 * Gives each item of a set the id that it lacks: that of the item which asks the same in `known`, else one made of what it
 * asks. So a set that is made anew, or was stored before items had ids, names its items as it did before.
 */
export function withItemIds(set: LessonExercises, known?: ExerciseLists): LessonExercises {
  const taken = new Set<string>();
  const named = new Map(
    exerciseKinds.map((kind) => {
      const knownIds = known ? idsByText(known, kind) : undefined;
      const asked = viewsOf(set, kind).map((view) => fold(askedOf(view)));
      const ids = set[kind].map(({ id }, place) => {
        const text = asked[place] ?? '';
        const wanted = id !== undefined && !taken.has(id) ? id : (knownIds?.get(text) ?? idOf(kind, text));
        const own = firstFree(wanted, taken);
        taken.add(own);
        return own;
      });
      return [kind, ids] as const;
    }),
  );
  const give = <T>(kind: ExerciseKind, items: readonly T[]): T[] =>
    items.map((item, place) => ({ ...item, id: named.get(kind)?.[place] }));
  return {
    ...set,
    flashcards: give('flashcards', set.flashcards),
    spelling: give('spelling', set.spelling),
    fill_in_blank: give('fill_in_blank', set.fill_in_blank),
    grammar: give('grammar', set.grammar),
    sentence_builder: give('sentence_builder', set.sentence_builder),
  };
}

function idsByText(set: ExerciseLists, kind: ExerciseKind): Map<string, string> {
  const texts = viewsOf(set, kind).map((view) => fold(askedOf(view)));
  return new Map(set[kind].flatMap(({ id }, place) => (id === undefined ? [] : [[texts[place] ?? '', id] as const])));
}

const idOf = (kind: ExerciseKind, text: string): string =>
  createHash('sha256').update(`${kind} ${text}`).digest('hex').slice(0, idLength);

/** Two items of a list may ask the same while a teacher is at it. */
function firstFree(wanted: string, taken: ReadonlySet<string>): string {
  for (let n = 1; ; n += 1) {
    const id = n === 1 ? wanted : `${wanted}-${n}`;
    if (!taken.has(id)) return id;
  }
}
