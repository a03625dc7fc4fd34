import type { Slip } from './slip.ts';
import { lastOf } from './verb-phrase.ts';

/** "the most worst": one sign of the highest degree is enough, and it needs "the". */
export const superlative: Slip = {
  name: 'highest degree',
  rule: 'The highest degree takes “the”, and either “most” or the ending -est.',
  forms({ right, before, after }, lexicon) {
    const lower = right.toLowerCase();
    if (/^(?:best|worst|\p{L}{2,}est)$/u.test(lower) && lastOf(before) === 'the') {
      const plain = lexicon.lemma(lower, 'adjective');
      return plain === lower ? [] : [`most ${lower}`, `more ${lower}`, `most ${plain}`];
    }
    // "Who is more stubborn person you know?": with one noun behind it the comparison is with all
    const [described = '', noun = ''] = after;
    const isOne = lexicon.partsOfSpeech(described.toLowerCase())[0] === 'adjective' && noun !== '' && !/s$/i.test(noun);
    return lower === 'the most' && isOne ? ['more', 'most', 'much'] : [];
  },
  examples: {
    offers: [
      [
        ['It is the', 'most worst', 'worst', 'film'],
        ['more worst', 'most bad'],
      ],
      [
        ['Who is', 'more', 'the most', 'famous painter here?'],
        ['more', 'most'],
      ],
    ],
    leaves: [['It is', 'more', 'much', 'worse']],
  },
};
