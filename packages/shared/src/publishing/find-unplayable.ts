import type { Issue } from '../errors/index.ts';
import { exerciseKinds, type LessonExercises } from '../exercises/index.ts';

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

/** The texts of a field, however deep they stand, each with its path. */
function textsOf(value: unknown, path: string): { path: string; text: string }[] {
  if (typeof value === 'string') return [{ path, text: value }];
  return Array.isArray(value) ? value.flatMap((one, index) => textsOf(one, `${path}.${index}`)) : [];
}
