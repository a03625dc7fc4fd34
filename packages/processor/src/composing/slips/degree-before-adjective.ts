import { nothing } from '@tulkka/shared/grading';
import type { Slip } from './slip.ts';
import { lastOf } from './verb-phrase.ts';

/** "too much loud", "very much loud": a describing word takes "too" or "very" alone. */
export const degreeBeforeAdjective: Slip = {
  name: 'too and very alone',
  rule: 'Before a describing word “too” or “very” stands alone, without “much”.',
  forms({ right, wrong, before, after }, lexicon) {
    const last = lastOf(before);
    if (!/^(?:too|very|so)$/.test(last)) return [];
    const isAdjective = (word: string): boolean =>
      lexicon.partsOfSpeech(lexicon.lemma(word.toLowerCase(), 'adjective')).includes('adjective');
    if (right === nothing && /^(?:much|many|more)$/i.test(wrong) && isAdjective(after[0] ?? ''))
      return ['much', 'many', 'more'];
    const [degree = '', word = '', ...more] = wrong.toLowerCase().split(' ');
    if (!/^(?:much|many|more)$/.test(degree) || more.length > 0 || word !== right.toLowerCase() || !isAdjective(word))
      return [];
    return ['much', 'many', 'more'].map((each) => `${each} ${word}`);
  },
  examples: {
    offers: [
      [
        ['The bell is too', 'much', nothing, 'loud'],
        ['many', 'more'],
      ],
      [
        ['It was very', 'much quiet', 'quiet', ''],
        ['many quiet', 'more quiet'],
      ],
    ],
    leaves: [['We have too', 'many', 'much', 'rice']],
  },
};
