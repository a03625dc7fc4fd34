import type { Issue } from '../errors/index.ts';
import {
  askedOf,
  type ExerciseKind,
  exerciseKinds,
  type LessonExercises,
  viewsOf,
  withTotals,
} from '../exercises/index.ts';

/** The longest texts that the game tables and a small screen take, in characters; other texts are bounded alike. */
const longest: Readonly<Record<string, number>> = { word: 120, translation: 240, options: 255, correct_answer: 255 };
const longestText = 2000;

/** What of a set its games could not store or show, each problem at its field. */
export function findUnplayable(exercises: LessonExercises): Issue[] {
  return exerciseKinds.flatMap((kind) =>
    exercises[kind].flatMap((item, position) =>
      Object.entries(item).flatMap(([field, value]) =>
        textsOf(value, `${kind}.${position}.${field}`).flatMap(({ path, text }) => {
          const most = longest[field] ?? longestText;
          return text.length > most
            ? [{ path, message: `has ${text.length} characters; at most ${most} are taken` }]
            : [];
        }),
      ),
    ),
  );
}

/** A set that was just made, without what its games could not store or show; its report of quality says why. */
export function withoutUnplayable(made: LessonExercises): LessonExercises {
  const problems = new Map<string, string>();
  for (const { path, message } of findUnplayable(made)) {
    const [kind, position, field] = path.split('.');
    problems.set(`${kind}.${position}`, `Its ${field} ${message}.`);
  }
  if (problems.size === 0) return made;
  const unplayable = exerciseKinds.flatMap((kind) =>
    viewsOf(made, kind).flatMap((view, position) => {
      const reason = problems.get(`${kind}.${position}`);
      return reason === undefined ? [] : [{ kind, what: askedOf(view), reason }];
    }),
  );
  const playable = <Item>(kind: ExerciseKind, list: readonly Item[]): Item[] =>
    list.filter((_, position) => !problems.has(`${kind}.${position}`));
  return withTotals({
    ...made,
    flashcards: playable('flashcards', made.flashcards),
    spelling: playable('spelling', made.spelling),
    fill_in_blank: playable('fill_in_blank', made.fill_in_blank),
    grammar: playable('grammar', made.grammar),
    sentence_builder: playable('sentence_builder', made.sentence_builder),
    quality: { ...made.quality, dropped: [...made.quality.dropped, ...unplayable] },
  });
}

/** The texts of a field, however deep they stand, each with its path. */
function textsOf(value: unknown, path: string): { path: string; text: string }[] {
  if (typeof value === 'string') return [{ path, text: value }];
  return Array.isArray(value) ? value.flatMap((one, index) => textsOf(one, `${path}.${index}`)) : [];
}
