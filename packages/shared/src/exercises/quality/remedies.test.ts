import { exerciseKinds } from '../lesson-exercises.ts';
import { itemSchemas } from '../set-items.ts';
import { qualityRuleNames, remedyOf } from './index.ts';

test('every rule says what to do', () => {
  const silent = qualityRuleNames.filter((rule) => remedyOf(rule, 'flashcards') === undefined);
  expect(silent).toEqual([]);
});

test('a rule that concerns every kind names a field that each of them has', () => {
  const named = exerciseKinds.map((kind) => [kind, remedyOf('no-fillers', kind)?.field ?? ''] as const);
  expect(named.filter(([kind, field]) => !(field in itemSchemas[kind].shape))).toEqual([]);
});
