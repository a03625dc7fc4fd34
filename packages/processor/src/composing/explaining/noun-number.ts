import { countableNouns } from '../../analysis/learner-errors/countable-nouns.ts';
import { uncountables } from '../../analysis/learner-errors/word-lists.ts';
import { determiners } from '../../language/words.ts';
import { pluralOf } from '../word-forms.ts';
import { type Explanation, isNoun, wordsAround } from './explanation.ts';

const single = /^(?:a|an|one|every|each|this|that|another)$/;

/** "electric car" for all of them, "enough works", "every days": one thing or several. */
export const nounNumber: Explanation = {
  name: 'one or several',
  rule(blank, lexicon) {
    const { right, wrong, before, after } = wordsAround(blank);
    const [form = '', ...more] = right;
    const [said = ''] = wrong;
    const noun = lexicon.lemma(form, 'noun');
    if (more.length > 0 || wrong.length !== 1 || !isNoun(form, lexicon) || lexicon.lemma(said, 'noun') !== noun)
      return null;
    const many = pluralOf(noun);
    if (form === many && said === noun) {
      const isDetermined = before.slice(-3).some((word) => determiners.has(word) || /^(?:more|of)$/.test(word));
      if (!isDetermined && countableNouns.has(noun))
        return `Things that we can count stand in the plural when we speak of them in general: ${many}.`;
      return `More than one is meant, so the noun is plural: one ${noun}, two ${many}.`;
    }
    if (form !== noun || said === noun) return null;
    if (uncountables.has(noun) || (noun === 'work' && !single.test(before.at(-1) ?? '')))
      return `“${noun}” is not counted in English, so it has no plural -s.`;
    if (before.slice(-2).some((word) => single.test(word)))
      return `After ${before.slice(-2).find((word) => single.test(word)) === 'every' ? '“every”' : '“a”, “one”, “this” and “each”'} the noun is singular.`;
    if (isNoun(after[0] ?? '', lexicon))
      return `The first of two nouns says which kind and has no -s: ${noun} ${after[0]}.`;
    return countableNouns.has(noun) ? `Only one is meant here: one ${noun}, two ${many}.` : null;
  },
  examples: {
    explains: [
      [['They give money for electric', 'car', 'cars', ''], 'in general: cars'],
      [['I made a list of my', 'priority', 'priorities', ''], 'one priority, two priorities'],
      [['The', 'staffs', 'staff', 'are busy'], 'not counted'],
      [['I see him every', 'days', 'day', ''], 'After “every”'],
      [['We sell', 'flowers', 'flower', 'pots'], 'flower pots'],
    ],
    leaves: [
      ['She', 'work', 'works', 'there'],
      ['The', 'women', 'doctor', 'came'],
    ],
  },
};
