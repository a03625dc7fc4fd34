import { sameBase } from '../../../language/inflection.ts';
import { auxiliaries } from '../../../language/words.ts';
import { inflected } from '../inflected.ts';
import type { Kind } from '../kind.ts';

/** A word stands in another form among other changes. */
export const formsAmongOthers: Kind = {
  name: 'forms among others',
  says: 'A word stands in another form among other changes.',
  categoryOf: ({ change, out: taken, into: put, lexicon }) => {
    const [out, into] = [taken, put].map((words) => words.filter((word) => !/^(?:much|many)$/.test(word)));
    if (out === undefined || into === undefined || out.length === 0) return null;
    if (out.every((word) => into.some((other) => sameBase(word, other)))) {
      const [first = ''] = out;
      return inflected(first, into.find((other) => sameBase(first, other)) ?? into[0] ?? '', change, lexicon);
    }
    if (!out.some((word) => into.some((other) => word !== other && sameBase(word, other)))) return null;
    return [...change.removed, ...change.added].some((word) => auxiliaries.has(word)) ? 'tense' : 'wordChoice';
  },
  finds: [
    ['He go sings in the hall', 'He goes singing in the hall', 'agreement'],
    ['She want eats cake now', 'She wants to eat cakes now', 'agreement'],
  ],
  leaves: [
    ['My chief is nice', 'My boss is nice'],
    ['I have dog', 'I have a dog'],
  ],
};
