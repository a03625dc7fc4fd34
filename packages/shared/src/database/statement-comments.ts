import { AsyncLocalStorage } from 'node:async_hooks';

/** What may stand in a comment of SQL: nothing that could end it. */
const harmless = /^[\w.:-]{1,128}$/;

/** Marks each statement with the request it serves, so that a slow one in the database's log leads to its caller. */
export class StatementComments {
  private readonly comments = new AsyncLocalStorage<string>();

  /** Every statement that `work` sends, however deep, is marked with this id. */
  run<T>(requestId: string, work: () => T): T {
    return this.comments.run(harmless.test(requestId) ? `/* request_id=${requestId} */ ` : '', work);
  }

  /** The SQL as it is sent: with the request's id in front, where one is known. */
  mark(sql: string): string {
    return (this.comments.getStore() ?? '') + sql;
  }
}
