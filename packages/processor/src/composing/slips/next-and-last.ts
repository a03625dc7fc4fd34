import { nothing } from '@tulkka/shared/grading';
import type { Slip } from './slip.ts';

/** "in the next week", "on last year": no little word before "next", "last", "this" and "every". */
export const nextAndLast: Slip = {
  name: 'next and last',
  rule: 'Before “next”, “last”, “this” or “every” and a time comes no little word.',
  forms({ right, wrong, after }) {
    const [first = '', second = ''] = after;
    const isTime = /^(?:week|month|year|night|time|summer|winter|spring|autumn|weekend|\p{L}+day|morning|evening)$/iu;
    if (right !== nothing || !/^(?:next|last|this|every)$/i.test(first) || !isTime.test(second)) return [];
    return ['in', 'on', 'at'].filter((each) => each !== wrong.toLowerCase());
  },
  examples: {
    offers: [
      [
        ['We met', 'in the', nothing, 'last year'],
        ['in', 'on'],
      ],
    ],
    leaves: [['We met', 'in', nothing, 'there']],
  },
};
