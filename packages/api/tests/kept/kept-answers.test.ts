import { KeptAnswers } from '../../src/kept/kept-answers.ts';

const text = (bytes: number): string => 'x'.repeat(bytes);

test('what was not asked for longest goes first, and no more is kept than there is room for', () => {
  const kept = new KeptAnswers({ bytes: 3000, ms: 1000 }, () => 0);
  for (const key of ['a', 'b']) kept.keep(key, text(1000));
  expect(kept.find('a')).toBeDefined();
  kept.keep('c', text(1000));
  expect(['a', 'b', 'c'].map((key) => kept.find(key) !== undefined)).toEqual([true, false, true]);
  // What has no room at all is written all the same.
  expect(kept.keep('d', text(5000)).written.byteLength).toBe(5002);
  expect(['a', 'c', 'd'].map((key) => kept.find(key))).toEqual([undefined, undefined, undefined]);
});

test('nothing is kept longer than it may be', () => {
  let now = 0;
  const kept = new KeptAnswers({ bytes: 3000, ms: 1000 }, () => now);
  kept.keep('a', text(1000));
  now = 999;
  expect(kept.find('a')).toBeDefined();
  now = 1000;
  expect(kept.find('a')).toBeUndefined();
  // Its room is free again.
  for (const key of ['b', 'c']) kept.keep(key, text(1000));
  expect(['b', 'c'].map((key) => kept.find(key) !== undefined)).toEqual([true, true]);
});
