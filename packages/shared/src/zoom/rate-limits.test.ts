import { RateLimits } from './rate-limits.ts';

test('an ISO instant holds back its own class only', () => {
  const limits = new RateLimits();
  const instant = new Date(Date.now() + 60_000).toISOString();
  limits.learn('medium', { 'retry-after': instant, 'x-ratelimit-category': 'Medium' });
  expect(limits.delay('medium')).toBeGreaterThan(58_000);
  expect(limits.delay('light')).toBe(0);
});

test('the category that Zoom names is held back as well as the one we assumed', () => {
  const limits = new RateLimits();
  limits.learn('medium', { 'retry-after': '30', 'x-ratelimit-category': 'Heavy' });
  expect(limits.delay('heavy')).toBeGreaterThan(29_000);
  expect(limits.delay('medium')).toBeGreaterThan(29_000);
});

test('a per-second limit passes in about a second, and a shorter word never shortens a longer one', () => {
  const limits = new RateLimits();
  expect(limits.learn('light', { 'x-ratelimit-type': 'QPS' })).toBeLessThan(2_000);
  limits.learn('light', { 'retry-after': '30' });
  limits.learn('light', {});
  expect(limits.delay('light')).toBeGreaterThan(29_000);
});
