import type { Gate } from './gate.ts';

const mocks =
  /\b(?:you|he|she|they|i)(?:['’]re|['’]s|['’]m| are| is| am) (?:an? )?(?:total |complete |always the )?(?:disaster|idiot|monster|fool|stupid|lazy|fat|ugly|crazy|problem)\b/i;

/** A joke of the lesson about somebody is none in an exercise. */
export const nobodyMocked: Gate = {
  name: 'nobody mocked',
  says: 'It makes fun of somebody.',
  stops: ({ text }) => mocks.test(text),
  examples: {
    stops: ["Your son says you're a disaster!", "He's always the problem."],
    passes: ['The earthquake was a disaster.', 'That is a problem.'],
  },
};
