import { possessives } from '../../language/words.ts';
import { verbForms } from '../word-forms.ts';
import type { Slip } from './slip.ts';
import { isVerbForm, lastOf } from './verb-phrase.ts';

/** "your complain": after "my", "your" or "the" stands the noun of a verb. */
export const nounAfterPossessive: Slip = {
  name: 'the noun of a verb',
  rule: 'After “my”, “your”, “a” or “the” stands a noun, and this verb has a noun of its own.',
  forms({ right, wrong, before }, lexicon) {
    const [noun, verb] = [right.toLowerCase(), wrong.toLowerCase()];
    const last = lastOf(before);
    if (!possessives.has(last) && !/^(?:a|an|the)$/.test(last)) return [];
    const isPair = noun !== verb && noun.slice(0, 4) === verb.slice(0, 4) && noun.length >= verb.length;
    if (!isPair || noun.includes(' ') || lexicon.partsOfSpeech(noun)[0] !== 'noun' || !isVerbForm(verb, lexicon))
      return [];
    const { s, past } = verbForms(lexicon.lemma(verb, 'verb'));
    const bent = [s, past].filter(
      (form) => !/^(?:noun|adjective)$/.test(lexicon.partsOfSpeech(lexicon.lemma(form, 'noun'))[0] ?? ''),
    );
    return bent.length === 0 ? [] : [verb, ...bent];
  },
  examples: {
    offers: [
      [
        ['Thank you for your', 'explain', 'explanation', ''],
        ['explains', 'explained'],
      ],
    ],
    leaves: [
      ['We', 'explanation', 'explain', 'it'],
      ['Show me your', 'snail', 'snails', ''],
    ],
  },
};
