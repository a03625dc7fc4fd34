import { z } from 'zod';
import type { Statement } from './compiled.ts';
import type { Db } from './connect.ts';

/** The part of Knex's client that sends statements and holds what came back. */
interface Client {
  dialect: string;
  acquireConnection(): Promise<unknown>;
  releaseConnection(connection: unknown): Promise<unknown>;
  query(connection: unknown, statement: Statement): Promise<{ response?: unknown }>;
}

const MysqlAnswer = z.object({ affectedRows: z.number() });
/** One header for one statement, a list of them for several. */
const MysqlAnswers = z.union([MysqlAnswer.transform((one) => [one]), z.array(MysqlAnswer)]);
const SqliteAnswer = z.object({ changes: z.number() });

/**
 * Sends statements that change things one after another and says how many rows each of them changed. A server gets them
 * in one round trip, with every value escaped by the driver as it is for a single statement; after one that fails none
 * is run any more. SQLite lies in this very process and gets them one by one.
 */
export async function sendTogether(db: Db, statements: readonly Statement[]): Promise<number[]> {
  const client: Client = db.client;
  const connection = await client.acquireConnection();
  try {
    if (client.dialect === 'mysql') {
      const sql = statements.map((statement) => statement.sql).join('; ');
      const bindings = statements.flatMap((statement) => statement.bindings);
      const { response } = await client.query(connection, { sql, bindings });
      const [answers] = z.tuple([z.unknown()]).rest(z.unknown()).parse(response);
      return MysqlAnswers.parse(answers).map(({ affectedRows }) => affectedRows);
    }
    const changed: number[] = [];
    for (const { sql, bindings } of statements) {
      const { response } = await client.query(connection, { sql, bindings });
      changed.push(SqliteAnswer.parse(response).changes);
    }
    return changed;
  } finally {
    await client.releaseConnection(connection);
  }
}
