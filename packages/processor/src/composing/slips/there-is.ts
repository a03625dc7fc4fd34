import { plainWord } from '../../language/apostrophes.ts';
import type { Slip } from './slip.ts';
import { lastOf } from './verb-phrase.ts';

/** "There isn't many snails": the verb and the word of quantity both fit what is counted. */
export const thereIs: Slip = {
  name: 'there is and there are',
  rule: '“There are” and “many” go with what can be counted, “there is” and “much” with what cannot.',
  forms({ right, before }) {
    const [verb = '', quantity = '', ...more] = plainWord(right).split(' ');
    if (lastOf(before) !== 'there' || more.length > 0 || !/^(?:much|many)$/.test(quantity)) return [];
    const several = quantity === 'many';
    const negative = verb.endsWith("n't");
    if (!(several ? /^(?:are|aren't|were|weren't)$/ : /^(?:is|isn't|was|wasn't)$/).test(verb)) return [];
    const end = negative ? "n't" : '';
    const [one, other] = several ? ['is', 'are'] : ['are', 'is'];
    return [`${one}${end} ${several ? 'much' : 'many'}`, `${other}${end} ${several ? 'much' : 'many'}`];
  },
  examples: {
    offers: [
      [
        ['There', 'is not much', "aren't many", 'snails'],
        ["isn't much", "aren't much"],
      ],
    ],
    leaves: [['There', 'is', 'are', 'many snails']],
  },
};
