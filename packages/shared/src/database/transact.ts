import { setTimeout as sleep } from 'node:timers/promises';
import type { Knex } from 'knex';
import { isTransactionConflict } from './errors.ts';

/** A transaction that lost to others this often in a row has a fault of its own. */
const mostTries = 8;

/**
 * Runs `work` in one transaction and commits what it returns; what it throws rolls everything back. A transaction that
 * lost to another one (deadlock, busy file, Galera certification) is run again from its start, so `work` may do nothing
 * outside the database. No network call belongs in here.
 */
export async function inTransaction<T>(db: Knex, work: (transaction: Knex.Transaction) => Promise<T>): Promise<T> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await db.transaction(work);
    } catch (error) {
      if (!isTransactionConflict(error) || attempt >= mostTries) throw error;
      await sleep(Math.random() * 20 * attempt);
    }
  }
}
