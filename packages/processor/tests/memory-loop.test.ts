import { setTimeout as sleep } from 'node:timers/promises';
import { onEveryDatabase } from '../../../tests/harness/test-databases.ts';
import { createMemoryLoop } from '../src/worker/memory-loop.ts';

onEveryDatabase((database) => {
  test('of two workers one tries to fit the memories; nothing stands in the way of their stopping', async () => {
    const said: string[] = [];
    const log = {
      info: (message: string) => said.push(message),
      warn: (message: string) => said.push(message),
    };
    const fitting = { judge: async () => null };
    const loops = [1, 2].map(() => createMemoryLoop({ games: database().db, fitting, log, drainSeconds: 1 }));
    for (const loop of loops) loop.start();
    for (let tries = 0; said.length === 0 && tries < 100; tries++) await sleep(50);
    await Promise.all(loops.map((loop) => loop.stop()));
    expect(said).toEqual(['parameters of memory fitted']);
  });
});
