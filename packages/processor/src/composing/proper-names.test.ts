import { withNames } from './proper-names.ts';

test.each([
  ['we meet on monday and on fridays', 'we meet on Monday and on Fridays'],
  ['in may if we win we will go to germany', 'in May if we win we will go to Germany'],
  ["i'm sure i speak english", "I'm sure I speak English"],
  ['they left in march', 'they left in March'],
])('gives names their capital: %s', (text, told) => {
  expect(withNames(text)).toBe(told);
});

test.each(['It may rain in the morning.', 'They march every day.', 'The i-pad is on sundown.', 'a polish for shoes'])(
  'leaves other words alone: %s',
  (text) => {
    expect(withNames(text)).toBe(text);
  },
);
