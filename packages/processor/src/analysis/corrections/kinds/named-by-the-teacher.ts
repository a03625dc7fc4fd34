import type { CorrectionCategory } from '@tulkka/shared/exercises';
import { inCondition } from '../compare/change.ts';
import type { Kind } from '../kind.ts';

const clues: readonly [RegExp, CorrectionCategory][] = [
  [/\b(?:conditional|after if|if plus|no will)\b/i, 'conditional'],
  [/\b(?:parallel|same form|balanced|in the list|the list is)\b/i, 'parallelism'],
  [/\b(?:comma|apostrophe|full stop|capital letter|punctuation|question mark)\b/i, 'punctuation'],
];

/** The teacher says what kind of mistake it is. */
export const namedByTheTeacher: Kind = {
  name: 'named by the teacher',
  says: 'The teacher says what kind of mistake it is.',
  categoryOf: ({ change, teacherSaid }) =>
    clues.find(
      ([pattern, category]) => pattern.test(teacherSaid) && (category !== 'conditional' || inCondition(change)),
    )?.[1] ?? null,
  finds: [
    ['She like dogs', 'She likes dogs', 'punctuation', 'There is a comma missing.'],
    ['I like to swim and running', 'I like to swim and to run', 'parallelism', 'Use the same form.'],
  ],
  leaves: [
    ['She like dogs', 'She likes dogs'],
    ['He go home', 'He goes home'],
  ],
};
