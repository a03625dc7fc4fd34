import { type LearnerTrouble, reasonFor } from './reason.ts';

const names: Record<string, string> = { a: 'Ana', b: 'Ben', c: 'Chen' };
const nameOf = (id: string): string => names[id] ?? id;
const fine: LearnerTrouble = { standing: 'learning', lapses: 0, wrong: 0 };
const reason = (learners: [string, Partial<LearnerTrouble>][]) =>
  reasonFor(
    {
      gameType: 'spelling_bee',
      itemId: 'w',
      learners: new Map(learners.map(([id, trouble]) => [id, { ...fine, ...trouble }])),
    },
    nameOf,
  );

test.each<[Partial<LearnerTrouble>, string]>([
  [
    { standing: 'resting', lapses: 6 },
    'Ana learned it and forgot it 6 times; practice alone does not help, so it rests.',
  ],
  [{ standing: 'slipping', lapses: 2 }, 'Ana knew it and forgot it twice.'],
  [
    { standing: 'slipping', lapses: 1, wrong: 3 },
    'Ana knew it and forgot it once, and got it wrong 3 times since the last lesson.',
  ],
  [{ standing: 'slipping' }, 'Ana knew it, and has probably forgotten it by now.'],
  [{ wrong: 1 }, 'Ana got it wrong once since the last lesson.'],
])('%j reads: %s', (trouble, sentence) => {
  expect(reason([['a', trouble]]).reason).toBe(sentence);
});

test('the one with the most trouble is named first, the others after', () => {
  const { reason: sentence } = reason([
    ['a', { wrong: 1 }],
    ['b', { lapses: 3 }],
    ['c', { wrong: 2 }],
  ]);
  expect(sentence).toBe('Ben knew it and forgot it 3 times. Chen and Ana had trouble with it, too.');
});

test('trouble of several weighs more than of one; who learns it without trouble adds none', () => {
  const one = reason([['a', { wrong: 2 }]]).weight;
  expect(
    reason([
      ['a', { wrong: 2 }],
      ['b', { wrong: 2 }],
    ]).weight,
  ).toBe(2 * one);
  expect(
    reason([
      ['a', { wrong: 2 }],
      ['b', {}],
    ]).weight,
  ).toBe(one);
  expect(reason([['a', {}]]).weight).toBe(0);
});
