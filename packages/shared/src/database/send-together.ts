import type { Statement } from './compiled.ts';
import type { Db } from './connect.ts';

/** The part of Knex's client that sends statements. */
interface Client {
  dialect: string;
  acquireConnection(): Promise<unknown>;
  releaseConnection(connection: unknown): Promise<unknown>;
  query(connection: unknown, statement: Statement): Promise<unknown>;
}

/**
 * Sends statements that change things one after another. A server gets them in one round trip, with every value escaped
 * by the driver as it is for a single statement; after one that fails none is run any more. SQLite lies in this very
 * process and gets them one by one.
 */
export async function sendTogether(db: Db, statements: readonly Statement[]): Promise<void> {
  const client: Client = db.client;
  const connection = await client.acquireConnection();
  try {
    if (client.dialect === 'mysql') {
      const sql = statements.map((statement) => statement.sql).join('; ');
      const bindings = statements.flatMap((statement) => statement.bindings);
      await client.query(connection, { sql, bindings });
      return;
    }
    for (const { sql, bindings } of statements) await client.query(connection, { sql, bindings });
  } finally {
    await client.releaseConnection(connection);
  }
}
