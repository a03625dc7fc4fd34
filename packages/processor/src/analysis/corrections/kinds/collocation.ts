import { lightVerbs } from '../../../language/words.ts';
import { speaksOfPeople } from '../compare/change.ts';
import type { Kind } from '../kind.ts';

/** Another verb goes with the noun. */
export const collocation: Kind = {
  name: 'collocation',
  says: 'Another verb goes with the noun.',
  categoryOf: ({ change, out, into, lexicon }) => {
    const kinds = (word: string) => lexicon.partsOfSpeech(lexicon.lemma(word));
    const [first = '', other = ''] = [out[0], into[0]];
    if (!kinds(first).includes('verb') || !kinds(other).includes('verb') || speaksOfPeople(change, lexicon))
      return null;
    if (!change.after.slice(0, 3).some((word) => kinds(word)[0] === 'noun')) return null;
    // to become is to turn into, whatever stands behind it
    if ([first, other].some((word) => lexicon.lemma(word, 'verb') === 'become')) return null;
    const isLight = [first, other].map((word) => lightVerbs.has(lexicon.lemma(word, 'verb')));
    const mayBe = [first, other].map((word) => /^(?:complete|do)$/.test(lexicon.lemma(word, 'verb')));
    const bothLight = isLight.every((light, i) => light || mayBe[i]);
    return bothLight || (isLight.includes(true) && out.length === 1 && into.length === 1) ? 'collocation' : null;
  },
  finds: [
    ['I commit a mistake every day', 'I make a mistake every day', 'collocation'],
    ['I must write an exam today', 'I must take an exam today', 'collocation'],
  ],
  leaves: [
    ['My chief is nice', 'My boss is nice'],
    ['Can you borrow me it', 'Can you lend me it'],
  ],
};
