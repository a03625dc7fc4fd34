import type { Knex } from 'knex';
import type { Db } from './connect.ts';

/**
 * In a statement: whether the one before it on this connection changed a row. With it statements of a transaction guard
 * each other, so that nobody has to look at what came back before the commit is sent.
 */
export const afterChange = (db: Db): string => `${changedRows(db)} > 0`;

/**
 * A value to insert into a column that takes no null: it is one unless the statement before it on this connection changed
 * a row, and then the insert fails, and with it the transaction (`isMissingValue`).
 */
export const onlyAfterChange = (db: Db, value: string): Knex.Raw =>
  db.raw(`case when ${afterChange(db)} then ? end`, [value]);

const changedRows = (db: Db): string => (db.client.dialect === 'mysql' ? 'row_count()' : 'changes()');
