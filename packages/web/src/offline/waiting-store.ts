import type { LearnerDatabase, Placed, Waiting } from './learner-database.ts';

/** What waits to be sent, in order. */
export interface WaitingStore {
  add(waiting: Waiting): Promise<void>;
  first(): Promise<Placed | undefined>;
  remove(placed: Placed): Promise<void>;
  count(): Promise<number>;
}

/** In IndexedDB; what does not fit there (a full disk, a private window) in memory, so that the day's play still counts. */
export function waitingStore(opened: Promise<LearnerDatabase | null>): WaitingStore {
  const inMemory: Placed[] = [];
  return {
    add: async (waiting) => {
      try {
        const database = await opened;
        if (database === null) throw new Error('This browser keeps nothing.');
        await database.add('outbox', waiting);
      } catch {
        inMemory.push(waiting);
      }
    },
    first: async () => (await (await opened)?.getAll('outbox', undefined, 1))?.[0] ?? inMemory[0],
    remove: async (placed) => {
      if (placed.place === undefined) inMemory.splice(inMemory.indexOf(placed), 1);
      else await (await opened)?.delete('outbox', placed.place);
    },
    count: async () => ((await (await opened)?.count('outbox')) ?? 0) + inMemory.length,
  };
}
