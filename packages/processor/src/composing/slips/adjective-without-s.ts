import type { Slip } from './slip.ts';
import { lastOf } from './verb-phrase.ts';

/** "The houses are olds": describing words have no plural. */
export const adjectiveWithoutS: Slip = {
  name: 'adjective without -s',
  rule: 'A describing word has no plural: “old houses”, never “olds houses”.',
  forms({ right, wrong, before }, lexicon) {
    const word = right.toLowerCase();
    if (wrong.toLowerCase() !== `${word}s` || !lexicon.partsOfSpeech(word).includes('adjective')) return [];
    const last = lastOf(before);
    const adverb = `${word}ly`;
    const isAfterBe = before.some((each) => /^(?:are|were|is|was|they're|we're)$/i.test(each));
    return [
      `${word}s`,
      `much ${word}`,
      ...(/^(?:very|too|so)$/.test(last) ? [`more ${word}`] : []),
      ...(isAfterBe && lexicon.isWord(adverb) ? [adverb] : []),
    ];
  },
  examples: {
    offers: [
      [
        ['The paintings are very', 'olds', 'old', ''],
        ['much old', 'more old'],
      ],
    ],
    leaves: [['The', 'painters', 'painter', 'is here']],
  },
};
