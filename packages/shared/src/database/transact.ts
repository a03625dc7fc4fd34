import { setTimeout as sleep } from 'node:timers/promises';
import type { Knex } from 'knex';
import type { Statement } from './compiled.ts';
import { isTransactionConflict } from './errors.ts';
import { sendTogether } from './send-together.ts';

/** A transaction that lost to others this often in a row has a fault of its own. */
const mostTries = 8;
/** A server that does not even roll back in this time gets its connection closed. */
const rollbackMs = 5_000;

/**
 * Runs `work` in one transaction and commits what it returns; what it throws rolls everything back. A transaction that
 * lost to another one (deadlock, busy file, Galera certification) is run again from its start, so `work` may do nothing
 * outside the database. No network call belongs in here.
 */
export function inTransaction<T>(db: Knex, work: (transaction: Knex) => Promise<T>): Promise<T> {
  return untilNotInConflict(() => transact(db, work));
}

/**
 * Runs statements that need nothing of each other's answers in one transaction, with a server in one round trip. Any that
 * fails rolls everything back; one that must find what was read before fails by itself, or the one after it (`afterChange`).
 */
export function transactTogether(db: Knex, statements: readonly Statement[]): Promise<void> {
  return untilNotInConflict(() =>
    onOneConnection(db, async (transaction) => {
      try {
        await sendTogether(transaction, [begin, ...statements, commit]);
      } catch (error) {
        await rollBack(transaction);
        throw error;
      }
    }),
  );
}

const begin: Statement = { sql: 'BEGIN', bindings: [] };
const commit: Statement = { sql: 'COMMIT', bindings: [] };

async function untilNotInConflict<T>(attemptIt: () => Promise<T>): Promise<T> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await attemptIt();
    } catch (error) {
      if (!isTransactionConflict(error) || attempt >= mostTries) throw error;
      await sleep(Math.random() * 20 * attempt);
    }
  }
}

/**
 * Runs `work` on one connection from beginning to end: a caller that reads and then writes waits for a free connection
 * once, not twice. `work` may open a transaction on it.
 */
export async function onOneConnection<T>(db: Knex, work: (connected: Knex) => Promise<T>): Promise<T> {
  const connection: Connection = await db.client.acquireConnection();
  try {
    return await work(boundTo(db, connection));
  } finally {
    await db.client.releaseConnection(connection);
  }
}

function transact<T>(db: Knex, work: (transaction: Knex) => Promise<T>): Promise<T> {
  return onOneConnection(db, async (transaction) => {
    await sendTogether(transaction, [begin]);
    try {
      const result = await work(transaction);
      await sendTogether(transaction, [commit]);
      return result;
    } catch (error) {
      await rollBack(transaction);
      throw error;
    }
  });
}

/** Rolls back; a connection that cannot may still be inside the transaction, so the pool is told to close it. */
async function rollBack(transaction: Knex): Promise<void> {
  try {
    await transaction.raw('ROLLBACK').timeout(rollbackMs);
  } catch (failure) {
    const connection: Connection = await transaction.client.acquireConnection();
    connection.__knex__disposed = failure;
  }
}

/** The Knex of a connection that only speaks through it. */
const bound: unique symbol = Symbol('the Knex of this connection');

interface Connection {
  [bound]?: Knex;
  __knex__disposed?: unknown;
}

/**
 * Knex makes a Knex for every transaction, with some hundred and fifty functions; that costs more than two statements
 * do. This one is made once for each connection.
 */
function boundTo(db: Knex, connection: Connection): Knex {
  connection[bound] ??= bind(db, connection);
  return connection[bound];
}

function bind(db: Knex, connection: Connection): Knex {
  const knex = db.withUserParams({});
  knex.client = Object.assign(Object.create(db.client), {
    acquireConnection: async () => connection,
    releaseConnection: async () => undefined,
  });
  return knex;
}
