import { rightOf } from '../corrected.ts';
import { lessonWay } from '../way.ts';

/** A correction puts words that go together in the place of the learner's. */
export const betterCollocation = lessonWay({
  name: 'better collocation',
  says: 'A correction puts words that go together in the place of the learner’s.',
  loose: true,
  search: ({ turns, corrections }) =>
    corrections.flatMap((correction) => {
      const sentence = rightOf(correction, turns, 'collocation');
      return sentence === null ? [] : [{ sentence, phrase: correction.right, definition: null, part: 'verb' }];
    }),
  finds: [
    [
      ['Student: I make sport every day.', 'You do sport every day. Not make sport, do sport.'],
      { term: 'I do sport', definition: null },
    ],
    [
      ['Student: We lost the plane.', 'You missed the plane. Not lost, missed.'],
      { term: 'We missed the plane', definition: null },
    ],
  ],
  leaves: [
    ['Student: I do my homework.', 'Very good, you do your homework.'],
    ['Student: We go in Monday.', 'We go on Monday, not in Monday.'],
  ],
  needsMarks: 'whether the teacher stopped for it shows in sentences of their own',
});
