import { defaultParameters, Forgetting } from '@tulkka/shared/memory';
import { repetitionsAt } from './repetitions.ts';

test.each([0.8, 0.85, 0.93, 0.95])('at %d it is what the scheduler does', (share) => {
  const scheduler = new Forgetting(defaultParameters, 0.9);
  expect(repetitionsAt(share)).toBeCloseTo(scheduler.daysUntil(10, 0.9) / scheduler.daysUntil(10, share), 2);
});

test('what everybody begins with costs what it costs', () => {
  expect(repetitionsAt(0.9)).toBe(1);
});
