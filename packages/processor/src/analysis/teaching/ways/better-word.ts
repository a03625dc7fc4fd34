import { commonWords } from '../../../language/words.ts';
import { rightOf } from '../corrected.ts';
import { lessonWay } from '../way.ts';

/** A correction puts a new word in the place of the learner's. */
export const betterWord = lessonWay({
  name: 'better word',
  says: 'A correction puts a new word in the place of the learner’s.',
  search: ({ turns, corrections }) =>
    corrections.flatMap((correction) => {
      const sentence = rightOf(correction, turns, 'wordChoice');
      if (sentence === null) return [];
      const wrong = new Set(correction.wrong.toLowerCase().split(' '));
      const right = correction.right.toLowerCase().split(' ');
      const [fresh, ...more] = right.filter((word) => !wrong.has(word) && !commonWords.has(word));
      return fresh === undefined || more.length > 0 ? [] : [{ sentence, phrase: fresh, definition: null, part: null }];
    }),
  finds: [
    [
      ['Student: My chief is very nice.', 'Your boss is very nice. Boss, not chief.'],
      { term: 'boss', definition: null },
    ],
    [
      ['Student: Can you borrow me a pen?', 'Can you lend me a pen? Not borrow, lend.'],
      { term: 'lend', definition: null },
    ],
  ],
  leaves: [
    ['Student: We missed the plane.', 'Oh no, you missed the plane.'],
    ['Student: She work here.', 'She works here, not work.'],
  ],
  needsMarks: 'whether the teacher stopped for it shows in sentences of their own',
});
