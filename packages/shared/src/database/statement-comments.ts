import { AsyncLocalStorage } from 'node:async_hooks';
import Knex, { type Knex as KnexType } from 'knex';

/** What may stand in a comment of SQL: nothing that could end it. */
const harmless = /^[\w.:-]{1,128}$/;

/** Marks each statement with the request it serves, so that a slow one in the database's log leads to its caller. */
export class StatementComments {
  private readonly requestIds = new AsyncLocalStorage<string>();

  /** Every statement that `work` sends, however deep, is marked with this id. */
  run<T>(requestId: string, work: () => T): T {
    return this.requestIds.run(requestId, work);
  }

  /** The SQL as it is sent: with the request's id in front, where one is known. */
  mark(sql: string): string {
    const id = this.requestIds.getStore();
    return id !== undefined && harmless.test(id) ? `/* request_id=${id} */ ${sql}` : sql;
  }
}

/** The part of Knex's dialect that sends a statement. */
interface Dialect {
  _query(connection: unknown, query: { sql?: string }): unknown;
}
type DialectClass = new (...args: never[]) => Dialect;

/** A dialect of Knex whose statements are marked; transactions make clients of the same class, so theirs are as well. */
export function markingDialect(name: string, comments: StatementComments): typeof KnexType.Client {
  const Base: DialectClass = Knex({ client: name, useNullAsDefault: true }).client.constructor;
  class MarkingDialect extends Base {
    override _query(connection: unknown, query: { sql?: string }): unknown {
      if (query.sql) query.sql = comments.mark(query.sql);
      return super._query(connection, query);
    }
  }
  // Knex gives its dialect classes no type of their own; this one was made from Knex's very class above.
  return MarkingDialect as unknown as typeof KnexType.Client;
}
