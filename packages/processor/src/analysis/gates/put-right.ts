import { type Correction, foldedWords, holdsWords } from '@tulkka/shared/exercises';
import { articles, determiners, isContent } from '../../language/words.ts';
import type { Gate } from './gate.ts';

/** "Penguin → A penguin": the noun again without anything before it. */
function standsBare(words: readonly string[], noun: string): boolean {
  return words.some((word, at) => {
    if (word !== noun) return false;
    const before = words[at - 1];
    return before === undefined || before === 'than';
  });
}

/** What was put right, as it is looked up in a sentence. */
interface Wrong {
  words: readonly string[];
  right: string;
  /** "Penguin → A penguin" */
  lacksArticle: boolean;
}

/** What was put right by the first word of it; kept for as long as its lesson is. */
const known = new WeakMap<readonly Correction[], ReadonlyMap<string, readonly Wrong[]>>();

function wrongsOf(corrections: readonly Correction[]): ReadonlyMap<string, readonly Wrong[]> {
  const made = known.get(corrections);
  if (made !== undefined) return made;
  const found = new Map<string, Wrong[]>();
  for (const { wrong, right } of corrections) {
    const [words, added] = [foldedWords(wrong), foldedWords(right)];
    const [first] = words;
    const lacksArticle = words.length === 1 && added.length === 2 && articles.has(added[0] ?? '');
    const isTelling = words.length > 1 && words.some((word) => isContent(word) && !determiners.has(word));
    if (first === undefined || !(lacksArticle || (isTelling && !holdsWords(right, wrong)))) continue;
    const alike = found.get(first) ?? [];
    found.set(first, [...alike, { words, right, lacksArticle }]);
  }
  known.set(corrections, found);
  return found;
}

/** Every correction of a sentence is applied, not only the one that is asked. */
export const putRight: Gate = {
  name: 'put right',
  says: 'It still holds something that was put right in the lesson.',
  stops: ({ text }, { corrections }) => {
    const wrongs = wrongsOf(corrections);
    const said = foldedWords(text);
    return said.some((word, at) =>
      wrongs.get(word)?.some(({ words, right, lacksArticle }) => {
        if (lacksArticle) return standsBare(said, word);
        return words.every((each, i) => said[at + i] === each) && !holdsWords(text, right);
      }),
    );
  },
  examples: {
    stops: ['Penguin can swim very fast.', 'Ten percent is too much high for us.'],
    passes: ['The penguin can swim very fast.', 'Ten percent is too high for us.'],
  },
};
