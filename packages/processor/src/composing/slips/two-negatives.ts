import type { Slip } from './slip.ts';

const pairs: Readonly<Record<string, readonly string[]>> = {
  anybody: ['nobody', 'no one', 'none'],
  anyone: ['nobody', 'no one', 'none'],
  anything: ['nothing', 'none', 'not'],
  anywhere: ['nowhere', 'no where', 'none'],
  any: ['no', 'none', 'not'],
  ever: ['never', 'not', 'no'],
};

/** "You can't see nobody": one negative is enough. */
export const twoNegatives: Slip = {
  name: 'one negative',
  rule: 'One negative is enough: after “not” we say “any”, “anybody”, “anything”.',
  forms: ({ right, before }) =>
    before.some((word) => /n['’]t$|^(?:not|never|without)$/i.test(word)) ? [...(pairs[right.toLowerCase()] ?? [])] : [],
  examples: {
    offers: [
      [
        ["I can't hear", 'nobody', 'anybody', ''],
        ['nobody', 'no one'],
      ],
    ],
    leaves: [['Can you hear', 'somebody', 'anybody', '?']],
  },
};
