import { setTimeout as sleep } from 'node:timers/promises';
import { GatheredRead } from '../../src/gathered/gathered-read.ts';

test('a read never begins before somebody whom it answers has asked', async () => {
  let clock = 0;
  let reads = 0;
  const gathered = new GatheredRead<number, { began: number; key: number }>(async (keys) => {
    reads += 1;
    const began = clock;
    await sleep(2);
    expect(keys.length).toBeGreaterThan(0);
    return (key) => ({ began, key });
  });
  const ask = async (key: number): Promise<void> => {
    await sleep(key % 7);
    clock += 1;
    const asked = clock;
    const answer = await gathered.ask(key);
    expect(answer.key).toBe(key);
    expect(answer.began).toBeGreaterThanOrEqual(asked);
  };
  await Promise.all(Array.from({ length: 200 }, (_, i) => ask(i)));
  expect(reads).toBeLessThan(40);
});

test('a read that hangs holds up nobody but those who wait for it', async () => {
  let reads = 0;
  const gathered = new GatheredRead<string, string>(async () => {
    reads += 1;
    if (reads === 1) await new Promise(() => undefined);
    return (key) => key;
  }, 50);
  let isAnswered = false;
  void gathered.ask('hangs').then(() => {
    isAnswered = true;
  });
  await sleep(5);
  expect(await Promise.all([gathered.ask('a'), gathered.ask('b')])).toEqual(['a', 'b']);
  expect(await gathered.ask('c')).toBe('c');
  expect([isAnswered, reads]).toEqual([false, 3]);
});

test('a read that fails fails for those who waited for it, and for nobody after them', async () => {
  let fails = true;
  const gathered = new GatheredRead<string, string>(async () => {
    if (fails) throw new Error('The database is away.');
    return (key) => key;
  });
  const outcomes = await Promise.allSettled([gathered.ask('a'), gathered.ask('b')]);
  expect(outcomes.map(({ status }) => status)).toEqual(['rejected', 'rejected']);
  fails = false;
  expect(await gathered.ask('c')).toBe('c');
});
