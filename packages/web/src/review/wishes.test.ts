import { ApiProblem, Unreachable } from '../api/problem.ts';
import { createWishes } from './wishes.ts';

/** Sends the wish for a cow with each revision in turn, and tells under which key and revision it was sent. */
async function sendEach(...attempts: [revision: number, outcome: Error | null][]): Promise<[string, number][]> {
  const wishes = createWishes();
  const sent: [string, number][] = [];
  for (const [revision, outcome] of attempts) {
    const sending = wishes.send('cow', revision, async ({ key, revision: sentWith }) => {
      sent.push([key, sentWith]);
      if (outcome) throw outcome;
    });
    await (outcome ? expect(sending).rejects.toBe(outcome) : sending);
  }
  return sent;
}

test('a wish whose answer was lost is sent again just as it was, also with the set changed meanwhile', async () => {
  const running = new ApiProblem(409, { code: 'idempotency_in_progress' });
  const sent = await sendEach([3, new Unreachable('Lost.')], [4, running], [4, new ApiProblem(503, {})], [4, null]);
  expect(new Set(sent.map(([key]) => key)).size).toBe(1);
  expect(sent.map(([, revision]) => revision)).toEqual([3, 3, 3, 3]);
});

test('what was taken or refused is a new wish the next time', async () => {
  const sent = await sendEach([3, new ApiProblem(409, { code: 'conflict' })], [4, null], [5, null]);
  expect(new Set(sent.map(([key]) => key)).size).toBe(3);
  expect(sent.map(([, revision]) => revision)).toEqual([3, 4, 5]);
});

test('two wishes that wait have keys of their own', async () => {
  const wishes = createWishes();
  const keys = ['cow', 'dog'].map((name) => wishes.send(name, 1, async ({ key }) => key));
  expect(new Set(await Promise.all(keys)).size).toBe(2);
});
