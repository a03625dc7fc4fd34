import { determiners, prepositions } from '../../language/words.ts';
import { governsPreposition, prepositionDistractors } from '../preposition-distractors.ts';
import type { Slip } from './slip.ts';
import { lastOf } from './verb-phrase.ts';

/** "It depends from the age": the little word is wrong, whatever comes with it. */
export const prepositionAndDeterminer: Slip = {
  name: 'preposition with its article',
  rule: 'Some words always go with the same little word; learn the two together.',
  forms({ right, before, after }, lexicon) {
    const [preposition = '', determiner = '', ...more] = right.toLowerCase().split(' ');
    const governor = lexicon.lemma(lastOf(before));
    if (more.length > 0 || !prepositions.has(preposition) || !determiners.has(determiner)) return [];
    // "I am in the house" may be as right as "I am at her house"
    if (governor === 'be' || !governsPreposition(governor)) return [];
    return prepositionDistractors(preposition, governor, [determiner, ...after])
      .slice(0, 3)
      .map((other) => `${other} ${determiner}`);
  },
  examples: {
    offers: [[['The price depends', 'from the', 'on your', 'age'], ['at your']]],
    leaves: [
      ['We went', 'in', 'to', 'the shop'],
      ['I am', 'in the', 'at her', 'house'],
    ],
  },
};
