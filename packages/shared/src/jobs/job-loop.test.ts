import { UpstreamError } from '../errors/index.ts';
import { backoffMs } from './backoff.ts';
import { decideRetry } from './decide-retry.ts';
import { JobLoop, type JobLoopParts } from './job-loop.ts';

/** A loop over a fixed list of jobs that records what happened. */
function loopOver(jobs: string[], parts: Partial<JobLoopParts<string>> = {}) {
  const done: string[] = [];
  const errors: unknown[] = [];
  const loop = new JobLoop<string>({
    claim: async () => jobs.shift(),
    handle: async (job) => void done.push(job),
    onError: (error) => void errors.push(error),
    idleDelay: () => 60_000,
    drainMs: 1000,
    ...parts,
  });
  return { loop, done, errors };
}

const settle = () => new Promise((resolve) => setImmediate(resolve));

test('works through all jobs without waiting, then idles until it is stopped', async () => {
  const { loop, done } = loopOver(['a', 'b', 'c']);
  loop.start();
  loop.start();
  await settle();
  expect(done).toEqual(['a', 'b', 'c']);
  await loop.stop();
});

test('stop before start, twice, ends at once', async () => {
  const { loop } = loopOver([]);
  await loop.stop();
  await loop.stop();
});

test('wake ends a wait early', async () => {
  const jobs: string[] = [];
  const { loop, done } = loopOver(jobs);
  loop.start();
  await settle();
  jobs.push('late');
  loop.wake();
  await settle();
  expect(done).toEqual(['late']);
  await loop.stop();
});

test('a throwing handler is reported and does not end the loop', async () => {
  const { loop, errors } = loopOver(['bad', 'good'], {
    idleDelay: () => 0,
    handle: async (job) => {
      if (job === 'bad') throw new Error('poison');
      done.push(job);
    },
  });
  const done: string[] = [];
  loop.start();
  for (let i = 0; i < 5 && done.length === 0; i++) await new Promise((resolve) => setTimeout(resolve, 1));
  await loop.stop();
  expect(done).toEqual(['good']);
  expect(errors).toHaveLength(1);
});

test('claims that fail in a row are counted for the delay', async () => {
  const seen: number[] = [];
  const { loop } = loopOver([], {
    claim: async () => {
      throw new Error('database away');
    },
    idleDelay: ({ failures }) => {
      seen.push(failures);
      return failures < 3 ? 0 : 60_000;
    },
  });
  loop.start();
  while (seen.length < 3) await new Promise((resolve) => setTimeout(resolve, 1));
  await loop.stop();
  expect(seen).toEqual([1, 2, 3]);
});

test('looks that find nothing are counted for the delay, anew after each piece of work', async () => {
  const jobs: string[] = [];
  const seen: number[] = [];
  const { loop, done } = loopOver(jobs, {
    idleDelay: ({ idle }) => {
      seen.push(idle);
      if (idle === 3 && done.length === 0) jobs.push('late');
      return seen.length < 5 ? 0 : 60_000;
    },
  });
  loop.start();
  while (seen.length < 5) await new Promise((resolve) => setTimeout(resolve, 1));
  await loop.stop();
  expect([seen, done]).toEqual([[1, 2, 3, 1, 2], ['late']]);
});

test('stop waits for running work, and aborts it when the drain time is over', async () => {
  let handedBack = false;
  const { loop } = loopOver(['long'], {
    drainMs: 20,
    handle: (_, signal) =>
      new Promise((resolve) => {
        signal.addEventListener('abort', () => {
          handedBack = true;
          resolve();
        });
      }),
  });
  loop.start();
  await settle();
  await loop.stop();
  expect(handedBack).toBe(true);
});

test('a failure that may pass is tried again until the attempts are used up, and retry-after is never undercut', () => {
  const policy = { maxAttempts: 3, retryBaseSeconds: 1 };
  const passing = new UpstreamError('busy', { retryable: true, retryAfterMs: 60_000 });
  expect(decideRetry(passing, 1, policy, 'x')).toEqual({ pauseMs: 60_000, reason: 'busy' });
  expect(decideRetry(passing, 3, policy, 'x').pauseMs).toBeNull();
  expect(decideRetry(new UpstreamError('no'), 1, policy, 'x').pauseMs).toBeNull();
  const unknown = decideRetry(new TypeError('Leo said: my number is 12'), 1, policy, 'It failed');
  expect(unknown.reason).toBe('It failed (TypeError).');
  expect(unknown.pauseMs).toBeGreaterThan(0);
});

test('backoff doubles, is capped at an hour and keeps at least half', () => {
  expect(backoffMs(1, 30, () => 1)).toBe(30_000);
  expect(backoffMs(3, 30, () => 1)).toBe(120_000);
  expect(backoffMs(3, 30, () => 0)).toBe(60_000);
  expect(backoffMs(50, 30, () => 1)).toBe(3_600_000);
});
