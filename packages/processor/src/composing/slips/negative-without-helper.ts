import type { Slip } from './slip.ts';
import { helperAndVerb } from './verb-phrase.ts';

/** "no can fly", "not agree", "don't to agree": a negative made without its helping verb, or with "to" behind it. */
export const negativeWithoutHelper: Slip = {
  name: 'negative without its helping verb',
  rule: 'A negative needs a helping verb with “not”, and the plain verb after it.',
  forms({ right, wrong, before }, lexicon) {
    const found = helperAndVerb(right, lexicon);
    if (found === null || before.length === 0 || !/n['’]t$/.test(found.helper)) return [];
    const { helper, verb } = found;
    const own = /^(?:no|not|(?:am|is|are) not) /i.test(wrong) ? [wrong] : [];
    return [...own, `no ${verb}`, `not ${verb}`, `${helper} to ${verb}`];
  },
  examples: {
    offers: [
      [
        ['A snail', 'no can run', "can't run", ''],
        ['no run', 'not run', "can't to run"],
      ],
      [
        ['We', 'are not believe', "don't believe", 'the painter'],
        ['not believe', "don't to believe"],
      ],
    ],
    leaves: [
      ['', 'no run', "don't run", 'here'],
      ['We', 'see', "haven't seen", 'the painter'],
      ['We', 'painter', 'painters', ''],
    ],
  },
};
