import Knex, { type Knex as KnexType } from 'knex';
import type { StatementComments } from './statement-comments.ts';

const statementTook = 'statement-took';

/** Told of each statement that was answered: seconds, waiting for the server included, and whether it failed. */
export type StatementWatch = (seconds: number, failed: boolean) => void;

/** Tells `watch` of every statement of this connection pool, in transactions too. */
export function watchStatements(db: KnexType, watch: StatementWatch): void {
  db.client.on(statementTook, watch);
}

/** The part of Knex's dialect that sends a statement. */
interface Dialect {
  _query(connection: unknown, query: { sql: string }): Promise<unknown>;
  emit(event: string, ...values: unknown[]): boolean;
}
type DialectClass = new (...args: never[]) => Dialect;

/**
 * A dialect of Knex that marks each statement and tells who watches how long it took; transactions make clients of the
 * same class, so theirs are as well.
 */
export function watchedDialect(name: string, comments?: StatementComments): typeof KnexType.Client {
  const Base: DialectClass = Knex({ client: name, useNullAsDefault: true }).client.constructor;
  class WatchedDialect extends Base {
    override async _query(connection: unknown, query: { sql: string }): Promise<unknown> {
      if (comments) query.sql = comments.mark(query.sql);
      const begun = performance.now();
      let failed = true;
      try {
        const answered = await super._query(connection, query);
        failed = false;
        return answered;
      } finally {
        this.emit(statementTook, (performance.now() - begun) / 1000, failed);
      }
    }
  }
  // Knex gives its dialect classes no type of their own; this one was made from Knex's very class above.
  return WatchedDialect as unknown as typeof KnexType.Client;
}
