import { determiners, prepositions } from '../../language/words.ts';
import { prepositionDistractors } from '../preposition-distractors.ts';
import type { Slip } from './slip.ts';
import { lastOf } from './verb-phrase.ts';

/** "It depends from the age": the little word is wrong, whatever comes with it. */
export const prepositionAndDeterminer: Slip = {
  name: 'preposition with its article',
  rule: 'Some words always go with the same little word; learn the two together.',
  forms({ right, before, after }, lexicon) {
    const [preposition = '', determiner = '', ...more] = right.toLowerCase().split(' ');
    if (more.length > 0 || !prepositions.has(preposition) || !determiners.has(determiner)) return [];
    return prepositionDistractors(preposition, lexicon.lemma(lastOf(before)), [determiner, ...after])
      .slice(0, 3)
      .map((other) => `${other} ${determiner}`);
  },
  examples: {
    offers: [[['The price depends', 'from the', 'on your', 'age'], ['at your']]],
    leaves: [['We went', 'in', 'to', 'the shop']],
  },
};
