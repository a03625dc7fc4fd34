import { AppError, ValidationError } from '../../src/errors/index.ts';
import { WorkThread } from '../../src/threads/index.ts';
import type { Oddity } from './odd-thread.ts';

type OddThread = WorkThread<{ oddity: Oddity; value?: number }, number, string>;

const open: OddThread[] = [];
afterEach(() => Promise.all(open.splice(0).map((thread) => thread.close())));

function oddThread(limits: { longestMs?: number; memoryMb?: number; onNews?: (news: string) => void } = {}): OddThread {
  const thread: OddThread = new WorkThread({
    entry: new URL('./odd-thread.ts', import.meta.url),
    longestMs: 20_000,
    memoryMb: 256,
    refusal: (reason) => new AppError('upstream_failed', `too much ${reason}`),
    ...limits,
  });
  open.push(thread);
  return thread;
}

test('answers many pieces of work at once, and tells what happens on the way', async () => {
  const news: string[] = [];
  const thread = oddThread({ onNews: (one) => news.push(one) });
  const results = await Promise.all([1, 2, 3].map((value) => thread.run({ oddity: 'double', value })));
  expect(results).toEqual([2, 4, 6]);
  expect(news).toEqual(['doubling 1', 'doubling 2', 'doubling 3']);
});

test('errors of ours come through as they are, others without what they say', async () => {
  const thread = oddThread();
  const refused = await thread.run({ oddity: 'refuse' }).catch((error: unknown) => error);
  expect(refused).toBeInstanceOf(ValidationError);
  expect(refused).toMatchObject({ code: 'validation_error', issues: [{ path: 'value', message: 'is odd' }] });
  const broken = await thread.run({ oddity: 'break' }).catch((error: unknown) => error);
  expect(broken).toMatchObject({ code: 'internal_error', message: 'It could not be doubled.', retryable: true });
});

test('work that does not end is ended; what shared its thread may be tried again, and the next is done', async () => {
  const thread = oddThread({ longestMs: 1500 });
  const endless = thread.run({ oddity: 'never end' });
  const behind = thread.run({ oddity: 'double', value: 4 });
  const [first, second] = await Promise.allSettled([endless, behind]);
  expect(first).toMatchObject({ status: 'rejected', reason: { message: 'too much time' } });
  expect(second).toMatchObject({
    status: 'rejected',
    reason: { code: expect.stringMatching(/dependency_unavailable|upstream_failed/) },
  });
  expect(await oddThread().run({ oddity: 'double', value: 4 })).toBe(8);
});

test('work that takes too much memory ends its thread and nothing else', async () => {
  const thread = oddThread({ memoryMb: 32 });
  await expect(thread.run({ oddity: 'eat memory' })).rejects.toThrow('too much memory');
  expect(await thread.run({ oddity: 'double', value: 5 })).toBe(10);
});

test('a thread that goes away by itself fails its work, and another takes its place', async () => {
  const thread = oddThread();
  await expect(thread.run({ oddity: 'exit' })).rejects.toMatchObject({ code: 'dependency_unavailable' });
  expect(await thread.run({ oddity: 'double', value: 6 })).toBe(12);
});

test('a signal is heard by work that listens, and ends the thread of work that does not', async () => {
  const thread = oddThread();
  const stop = new AbortController();
  const listening = thread.run({ oddity: 'until told' }, stop.signal);
  stop.abort();
  expect(await listening).toBe(-1);
  const again = new AbortController();
  const deaf = thread.run({ oddity: 'never end' }, again.signal);
  again.abort();
  await expect(deaf).rejects.toMatchObject({ code: 'dependency_unavailable', retryable: true });
});

test('close ends what is under way', async () => {
  const thread = oddThread();
  const ended = expect(thread.run({ oddity: 'until told' })).rejects.toMatchObject({ code: 'dependency_unavailable' });
  await thread.close();
  await ended;
});
