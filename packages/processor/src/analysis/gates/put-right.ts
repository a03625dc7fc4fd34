import { fold, foldedWords, holdsWords } from '@tulkka/shared/exercises';
import { articles, determiners, isContent } from '../../language/words.ts';
import type { Gate } from './gate.ts';

/** "Penguin → A penguin": the noun again without anything before it. */
function standsBare(text: string, noun: string): boolean {
  const words = foldedWords(text);
  return words.some((word, at) => {
    if (word !== noun) return false;
    const before = words[at - 1];
    return before === undefined || before === 'than';
  });
}

/** Every correction of a sentence is applied, not only the one that is asked. */
export const putRight: Gate = {
  name: 'put right',
  says: 'It still holds something that was put right in the lesson.',
  stops: ({ text }, { corrections }) =>
    corrections.some(({ wrong, right }) => {
      const words = foldedWords(wrong);
      const added = foldedWords(right);
      const [noun] = words;
      if (words.length === 1 && noun !== undefined && added.length === 2 && articles.has(added[0] ?? ''))
        return standsBare(text, noun);
      const isTelling = words.length > 1 && words.some((word) => isContent(word) && !determiners.has(word));
      return isTelling && !holdsWords(right, wrong) && holdsWords(text, wrong) && !holdsWords(fold(text), right);
    }),
  examples: {
    stops: ['Penguin can swim very fast.', 'Ten percent is too much high for us.'],
    passes: ['The penguin can swim very fast.', 'Ten percent is too high for us.'],
  },
};
