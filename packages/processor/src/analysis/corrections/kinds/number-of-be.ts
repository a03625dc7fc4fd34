import { sameBase } from '../../../language/inflection.ts';
import { articles } from '../../../language/words.ts';
import type { Kind } from '../kind.ts';

const numbers: readonly ReadonlySet<string>[] = [new Set(['is', 'are']), new Set(['was', 'were'])];

/** Be and its noun stand in another number together: the bag is, the bags are. */
export const numberOfBe: Kind = {
  name: 'number of be',
  says: 'Be stands in another number, along with its noun or with much and many.',
  categoryOf: ({ change: { removed, added }, out, into }) => {
    const isOther = numbers.some((forms) => {
      const [was, is] = [removed.find((word) => forms.has(word)), added.find((word) => forms.has(word))];
      return was !== undefined && is !== undefined && was !== is;
    });
    if (!isOther || removed.length + added.length < 3) return null;
    const quantities = /^(?:much|many|there|some|any|no|not)$/;
    const rest = (words: readonly string[]): string[] =>
      words.filter((word) => !numbers.some((forms) => forms.has(word)) && !articles.has(word));
    const isOfNumber = (words: readonly string[], others: readonly string[]): boolean =>
      words.every((word) => quantities.test(word) || others.some((other) => word === other || sameBase(word, other)));
    const fits = isOfNumber(rest(removed), rest(added)) && isOfNumber(rest(added), rest(removed));
    return fits && out.length <= 2 && into.length <= 2 ? 'agreement' : null;
  },
  finds: [
    ['The bag is in the kitchen', 'The bags are in the kitchen', 'agreement'],
    ['There is not much tomatoes here', 'There are not many tomatoes here', 'agreement'],
  ],
  leaves: [
    ['The soup is cold', 'The soup was cold'],
    ['It is a bank in my street', 'There is a bank in my street'],
  ],
};
