import type { Api, Schema } from '../api/client.ts';
import { ApiProblem, isUndecided } from '../api/problem.ts';
import { deliver } from './deliver.ts';
import type { Waiting } from './learner-database.ts';
import type { WaitingStore } from './waiting-store.ts';

/** What the server said of a result: its outcome, or why it will never take it. */
export type Said = { outcome: Schema<'ResultOutcome'> } | { refused: ApiProblem };

/** Takes what a learner did, keeps it over reloads and networks, and sends it once, in order. */
export interface Outbox {
  add(waiting: Waiting): Promise<void>;
  /** Sends what waits, as far as that is possible now. */
  flush(): Promise<void>;
  count(): Promise<number>;
  /** Hears of results that arrived or were refused. */
  onSaid(listener: (clientResultId: string, said: Said) => void): () => void;
  /** Hears when something more or less waits. */
  onChange(listener: () => void): () => void;
  close(): void;
}

const firstPauseMs = 2_000;
const longestPauseMs = 30_000;

/** What an outbox needs of its surroundings: a test brings its own. */
export interface OutboxWorld {
  api: Api;
  store: WaitingStore;
  /** Runs work in one tab at a time; does nothing where another tab is at it. */
  inOneTab(work: () => Promise<void>): Promise<void>;
  later(work: () => void, ms: number): () => void;
}

/** An outbox over a store. */
export function createOutbox({ api, store, inOneTab, later }: OutboxWorld): Outbox {
  const said = new Set<(clientResultId: string, said: Said) => void>();
  const changed = new Set<() => void>();
  let pauseMs = firstPauseMs;
  let cancel: (() => void) | null = null;
  let running: Promise<void> | null = null;
  let again = false;

  const sendAll = async (): Promise<void> => {
    for (let next = await store.first(); next !== undefined; next = await store.first()) {
      try {
        const outcome = await deliver(api, next);
        if (next.kind === 'result' && outcome !== null)
          for (const listener of said) listener(next.body.client_result_id, { outcome });
      } catch (error) {
        if (isUndecided(error) || !(error instanceof ApiProblem)) throw error;
        if (next.kind === 'result') for (const one of said) one(next.body.client_result_id, { refused: error });
      }
      await store.remove(next);
      for (const listener of changed) listener();
      pauseMs = firstPauseMs;
    }
  };

  const flush = (): Promise<void> => {
    if (running) {
      again = true;
      return running;
    }
    cancel?.();
    cancel = null;
    running = inOneTab(sendAll)
      .catch((error: unknown) => {
        const wished = error instanceof ApiProblem ? (error.retryAfterMs ?? 0) : 0;
        cancel = later(() => void flush(), Math.max(pauseMs, wished));
        pauseMs = Math.min(longestPauseMs, pauseMs * 2);
      })
      .finally(() => {
        running = null;
        if (again && cancel === null) {
          again = false;
          void flush();
        }
        again = false;
      });
    return running;
  };

  return {
    add: async (waiting) => {
      await store.add(waiting);
      for (const listener of changed) listener();
      void flush();
    },
    flush,
    count: () => store.count(),
    onSaid: (listener) => {
      said.add(listener);
      return () => said.delete(listener);
    },
    onChange: (listener) => {
      changed.add(listener);
      return () => changed.delete(listener);
    },
    close: () => cancel?.(),
  };
}
