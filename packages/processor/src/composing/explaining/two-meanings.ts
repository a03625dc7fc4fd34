import type { Lexicon, PartOfSpeech } from '../../lexicon/index.ts';
import { termKey } from '../../lexicon/term-key.ts';
import { type Explanation, wordsAround } from './explanation.ts';

const parts: readonly PartOfSpeech[] = ['verb', 'noun', 'adjective', 'adverb'];
/** Verbs and words that mean what their neighbours make of them. */
const light = /^(?:be|have|do|make|take|get|give|go|come|put|set|keep|let|say|see|thing|way|good|bad|very|so)$/;

/** The only meaning that our dictionary has of a word as one part of speech; null where there are several or none. */
function onlyMeaning(word: string, part: PartOfSpeech, lexicon: Lexicon): { term: string; meaning: string } | null {
  const term = lexicon.lemma(word, part);
  const entries = lexicon.entries(term, part);
  const [entry] = entries;
  return entry === undefined || entries.length > 1 || light.test(term) || termKey(entry.meaning).includes(term)
    ? null
    : { term, meaning: entry.meaning };
}

/** "My boss controls it → checks it": what each of the two words means. */
export const twoMeanings: Explanation = {
  name: 'what the two words mean',
  rule(blank, lexicon) {
    const { right, wrong } = wordsAround(blank);
    const [form = ''] = right;
    const [said = ''] = wrong;
    if (right.length !== 1 || wrong.length !== 1) return null;
    for (const part of parts) {
      const [own, theirs] = [onlyMeaning(form, part, lexicon), onlyMeaning(said, part, lexicon)];
      if (own === null || own.term === theirs?.term) continue;
      if (theirs !== null) return `“${own.term}” means “${own.meaning}”; “${theirs.term}” means “${theirs.meaning}”.`;
    }
    return null;
  },
  examples: {
    explains: [[['Can I', 'lend', 'borrow', 'your pen'], '“lend” means']],
    leaves: [
      ['I', 'make', 'take', 'a photo'],
      ['She', 'sing', 'sings', ''],
    ],
  },
};
