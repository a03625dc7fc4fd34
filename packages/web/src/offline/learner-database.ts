import { type DBSchema, type IDBPDatabase, openDB } from 'idb';
import type { Schema } from '../api/client.ts';

/** A result on its way to the server. */
export interface WaitingResult {
  /** Given by the database: results leave in this order. */
  place?: number;
  sessionId: string;
  body: Schema<'RecordResultRequest'> & { client_result_id: string };
}

interface LearnerDatabase extends DBSchema {
  /** Answers of the API by name, shown while there is no network. */
  copies: { key: string; value: unknown };
  /** Sessions that can be played without a network. */
  sessions: { key: string; value: Schema<'PracticeSession'> };
  outbox: { key: number; value: WaitingResult; indexes: { session: string } };
}

/** The name of a learner's database. */
export const nameOfLearnerDatabase = (userId: string): string => `tulkka-learner-${userId}`;
const open = new Map<string, Promise<IDBPDatabase<LearnerDatabase> | null>>();

/** The learner's own database on this device; `null` where the browser forbids one (a private window, a full disk). */
export function learnerDatabase(userId: string): Promise<IDBPDatabase<LearnerDatabase> | null> {
  const known = open.get(userId);
  if (known) return known;
  const opening = openDB<LearnerDatabase>(nameOfLearnerDatabase(userId), 1, {
    upgrade: (database) => {
      database.createObjectStore('copies');
      database.createObjectStore('sessions', { keyPath: 'id' });
      const outbox = database.createObjectStore('outbox', { keyPath: 'place', autoIncrement: true });
      outbox.createIndex('session', 'sessionId');
    },
    blocking: (_current, _next, event) => (event.target as IDBDatabase | null)?.close(),
    terminated: () => open.delete(userId),
  }).catch(() => null);
  open.set(userId, opening);
  return opening;
}

/** Lets go of a learner's database, so that it can be deleted. */
export async function closeLearnerDatabase(userId: string): Promise<void> {
  (await open.get(userId))?.close();
  open.delete(userId);
}
