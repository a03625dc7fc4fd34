import { phrasing } from '../phrasing.ts';
import { term } from '../pieces.ts';

/** The teacher names a verb and says when one does it. */
export const verbIsWhen = phrasing({
  name: 'verb is when',
  says: 'The teacher names a verb and says when one does it.',
  needs: ['that'],
  pattern: String.raw`^(?:so |and )?to ${term}, (?:that's|that is|it's) (?<definition>when [^.?!]{4,150})`,
  finds: [
    [
      "To daydream, that's when you think of other things in class.",
      { term: 'daydream', definition: 'when you think of other things in class' },
    ],
    [
      'To swap, that is when I give you mine and you give me yours.',
      { term: 'swap', definition: 'when I give you mine and you give me yours' },
    ],
  ],
  leaves: ["To be honest, that's fine for me.", "He said that's when he left."],
  needsMarks: 'the comma tells the verb from what is said of it',
});
