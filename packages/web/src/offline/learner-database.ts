import type { DBSchema, IDBPDatabase } from 'idb';
import type { Schema } from '../api/client.ts';
import { openIfAllowed } from './open-if-allowed.ts';

/** A result as it is sent; it can be told from all others, and says its game whatever the session's. */
export type ResultBody = Schema<'RecordResultRequest'> &
  Required<Pick<Schema<'RecordResultRequest'>, 'client_result_id' | 'game_type'>>;

/** Something on its way to the server: a result, or that a session is at its end. */
export type Waiting = { kind: 'result'; sessionId: string; body: ResultBody } | { kind: 'complete'; sessionId: string };

/** Something that waits, with its place: what was done first leaves first. */
export type Placed = Waiting & { place?: number };

interface LearnerSchema extends DBSchema {
  /** Answers of the API by name, shown while there is no network. */
  copies: { key: string; value: unknown };
  outbox: { key: number; value: Placed };
}

/** What a device keeps of one learner. */
export type LearnerDatabase = IDBPDatabase<LearnerSchema>;

/** The name of a learner's database. */
export const nameOfLearnerDatabase = (userId: string): string => `tulkka-learner-${userId}`;

const open = new Map<string, Promise<LearnerDatabase | null>>();

/** The learner's own database on this device; `null` where the browser forbids one (a private window, a full disk). */
export function learnerDatabase(userId: string): Promise<LearnerDatabase | null> {
  const known = open.get(userId);
  if (known) return known;
  const opening = openIfAllowed<LearnerSchema>(nameOfLearnerDatabase(userId), 1, {
    upgrade: (database) => {
      database.createObjectStore('copies');
      database.createObjectStore('outbox', { keyPath: 'place', autoIncrement: true });
    },
    blocking: (_current, _next, event) => event.target instanceof IDBDatabase && event.target.close(),
    terminated: () => open.delete(userId),
  });
  open.set(userId, opening);
  return opening;
}

/** Lets go of a learner's database, so that it can be deleted. */
export async function closeLearnerDatabase(userId: string): Promise<void> {
  (await open.get(userId))?.close();
  open.delete(userId);
}
