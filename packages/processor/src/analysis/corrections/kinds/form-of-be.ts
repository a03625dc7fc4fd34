import type { CorrectionCategory } from '@tulkka/shared/exercises';
import { beForms } from '../../../language/words.ts';
import type { Kind } from '../kind.ts';

function beChange(a: string, b: string): CorrectionCategory {
  const past = new Set(['was', 'were']);
  const present = new Set(['am', 'is', 'are']);
  if ((past.has(a) && past.has(b)) || (present.has(a) && present.has(b))) return 'agreement';
  return 'tense';
}

/** Be stands in another form. */
export const formOfBe: Kind = {
  name: 'form of be',
  says: 'Be stands in another form.',
  categoryOf: ({ change: { removed, added }, isOfLittleWords }) => {
    if (!isOfLittleWords) return null;
    const [out, ...moreOut] = removed.filter((word) => beForms.has(word));
    const [into, ...moreInto] = added.filter((word) => beForms.has(word));
    if (out === undefined || into === undefined || moreOut.length > 0 || moreInto.length > 0) return null;
    const isPair = removed.length === 1 && added.length === 1;
    return isPair || out !== into ? beChange(out, into) : null;
  },
  finds: [
    ['We was at home', 'We were at home', 'agreement'],
    ['Yesterday it is cold', 'Yesterday it was cold', 'tense'],
  ],
  leaves: [
    ['I am agree', 'I agree'],
    ['He have a car', 'He has a car'],
  ],
};
