import { titleOf } from './title-of.ts';

test('a game by ear has a name of its own, others the one that they always have', () => {
  expect(titleOf('sentence_builder', true)).toBe('listening.sentence_builder');
  expect(titleOf('sentence_builder')).toBe('games.sentence_builder');
  expect(titleOf('grammar_challenge', true)).toBe('games.grammar_challenge');
  expect(titleOf('mixed')).toBe('games.mixed');
});
