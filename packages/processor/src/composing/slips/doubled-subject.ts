import { impossibleForms, verbSlot } from '../verb-slot.ts';
import type { Slip } from './slip.ts';
import { isVerbForm, lastOf } from './verb-phrase.ts';

const be = /^(?:am|is|are|was|were)$/;
const bentBe: Record<string, readonly string[]> = {
  is: ['are', 'be', 'am'],
  was: ['were', 'be', 'been'],
  are: ['is', 'be', 'am'],
  were: ['was', 'be', 'been'],
};

/** "My sister she is tall": a subject is named once. */
export const doubledSubject: Slip = {
  name: 'subject named twice',
  rule: 'The subject stands once: “My sister is”, not “My sister she is”.',
  forms({ right, wrong, before }, lexicon) {
    const [pronoun = '', ...rest] = wrong.toLowerCase().split(' ');
    const verb = right.toLowerCase();
    if (!/^(?:he|she|it|they)$/.test(pronoun) || right.includes(' ') || rest.length !== 1) return [];
    const slot = pronoun === 'they' ? 'other-person' : 'third-person';
    const isRelative = /^(?:who|which|that)$/.test(lastOf(before));
    const bent = be.test(verb)
      ? (bentBe[verb] ?? [])
      : isVerbForm(verb, lexicon)
        ? impossibleForms(verb, isRelative ? slot : (verbSlot(before, lexicon) ?? slot), lexicon).filter(
            // "the man who brings it" is good English where "who brought it" is
            (form) => !isRelative || !/[^s]s$/.test(form),
          )
        : [];
    const [first] = bent;
    return first === undefined ? [] : [`${pronoun} ${verb}`, `${pronoun} ${first}`, ...bent];
  },
  examples: {
    offers: [
      [
        ['My sister', 'she is', 'is', 'tall'],
        ['she are', 'are'],
      ],
      [['The painter', 'he came', 'came', 'late'], ['he come']],
    ],
    leaves: [
      ['She', 'go', 'goes', 'home'],
      ['He met', 'she', 'her', 'there'],
    ],
  },
};
