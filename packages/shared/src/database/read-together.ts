import { z } from 'zod';
import type { StatementFor } from './compiled.ts';
import type { Db } from './connect.ts';

/** A row as the driver gives it. */
export type Row = Record<string, unknown>;

/** A read that may be sent with another: its statement, and what its rows are. */
export interface Read<T> {
  statement: StatementFor<Row[]>;
  of(rows: Row[]): T;
}

/** The part of Knex's client that sends a query and reads the answer. */
interface Client {
  dialect: string;
  acquireConnection(): Promise<unknown>;
  releaseConnection(connection: unknown): Promise<unknown>;
  query(connection: unknown, query: object): Promise<{ response?: unknown }>;
  processResponse(answered: object): Row[];
}

/** For each statement its rows, and beside them their columns. */
const Answers = z.tuple([z.array(z.unknown()), z.array(z.unknown())]);

/**
 * Two reads that need nothing of each other, with a server in one round trip on one connection: two connections would be
 * waited for one by one where many ask. SQLite lies in this very process and gets them one after the other.
 */
export async function readTogether<A, B>(db: Db, first: Read<A>, second: Read<B>): Promise<[A, B]> {
  const client: Client = db.client;
  const connection = await client.acquireConnection();
  try {
    const [one, other] = [first.statement, second.statement];
    if (client.dialect !== 'mysql') {
      const rows = client.processResponse(await client.query(connection, { ...one }));
      return [first.of(rows), second.of(client.processResponse(await client.query(connection, { ...other })))];
    }
    const sql = `${one.sql}; ${other.sql}`;
    const { response } = await client.query(connection, { sql, bindings: [...one.bindings, ...other.bindings] });
    const [rows, columns] = Answers.parse(response);
    const rowsOf = (statement: StatementFor<Row[]>, i: 0 | 1): Row[] =>
      client.processResponse({ ...statement, response: [rows[i], columns[i]] });
    return [first.of(rowsOf(one, 0)), second.of(rowsOf(other, 1))];
  } finally {
    await client.releaseConnection(connection);
  }
}
