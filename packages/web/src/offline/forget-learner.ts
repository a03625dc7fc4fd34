import { deleteDB } from 'idb';
import { closeLearnerDatabase, nameOfLearnerDatabase } from './learner-database.ts';

/** Leaves nothing of a learner on this device. */
export async function forgetLearner(userId: string): Promise<void> {
  await closeLearnerDatabase(userId);
  await deleteDB(nameOfLearnerDatabase(userId)).catch(() => undefined);
}
