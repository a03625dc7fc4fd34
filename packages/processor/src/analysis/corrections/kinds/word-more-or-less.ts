import { adverbs, auxiliaries } from '../../../language/words.ts';
import type { Kind } from '../kind.ts';

/** A word that carries meaning is missing or too much. */
export const wordMoreOrLess: Kind = {
  name: 'word more or less',
  says: 'A word that carries meaning is missing or too much.',
  categoryOf: ({ change, out, into, lexicon }) => {
    if (out.length > 0 && into.length > 0) return null;
    const words = [...change.removed, ...change.added];
    if (words.some((word) => /^(?:much|many)$/.test(word))) return 'modifier';
    const isVerb = (word: string): boolean => lexicon.partsOfSpeech(lexicon.lemma(word))[0] === 'verb';
    if (words.some((word) => auxiliaries.has(word)) && words.some(isVerb)) return 'tense';
    return words.every((word) => adverbs.has(word) || word.endsWith('ly')) ? 'modifier' : 'wordChoice';
  },
  finds: [
    ['He should relax himself at home', 'He should relax at home', 'wordChoice'],
    ['She hurt herself her leg yesterday', 'She hurt her leg yesterday', 'wordChoice'],
  ],
  leaves: [
    ['We meet in Monday', 'We meet on Monday'],
    ['My chief is nice', 'My boss is nice'],
  ],
};
