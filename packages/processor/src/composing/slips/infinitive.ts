import { verbForms } from '../word-forms.ts';
import type { Slip } from './slip.ts';
import { mayFollowTo } from './verb-phrase.ts';

/** "for buy", "to buying", "to bought": what for is said with "to" and the plain verb. */
export const infinitive: Slip = {
  name: 'to and the plain verb',
  rule: 'What something is for is said with “to” and the plain verb.',
  forms({ right, before }, lexicon) {
    const [to = '', verb = '', ...more] = right.toLowerCase().split(' ');
    // "look forward to", "used to": there "to" is a preposition, or the whole is a form of its own
    if (to !== 'to' || more.length > 0 || !mayFollowTo(verb, lexicon)) return [];
    if (/^(?:forward|used|according|addicted|committed)$/i.test(before.at(-1) ?? '')) return [];
    const { past, base } = verbForms(verb);
    return [`for ${base}`, `for to ${base}`, ...(past === base ? [] : [`to ${past}`])];
  },
  examples: {
    offers: [
      [
        ['We went out', 'for buy', 'to buy', 'bread'],
        ['for to buy', 'to bought'],
      ],
    ],
    leaves: [
      ['I look forward', 'for meet', 'to meet', 'you'],
      ['We went', 'in Oslo', 'to Oslo', ''],
    ],
  },
};
