import { ConflictError, DependencyUnavailableError } from '../errors/index.ts';

const codeOf = (error: unknown): string =>
  typeof error === 'object' && error !== null && 'code' in error ? String(error.code) : '';

/** Whether a statement broke a unique key, in either dialect. */
export function isDuplicateKey(error: unknown): boolean {
  return ['ER_DUP_ENTRY', 'SQLITE_CONSTRAINT_UNIQUE', 'SQLITE_CONSTRAINT_PRIMARYKEY'].includes(codeOf(error));
}

/** Whether a statement left a column empty that takes no null, in either dialect. */
export function isMissingValue(error: unknown): boolean {
  return ['ER_BAD_NULL_ERROR', 'SQLITE_CONSTRAINT_NOTNULL'].includes(codeOf(error));
}

/** Whether a statement pointed at a row that is not there (foreign key), in either dialect. */
export function isMissingReference(error: unknown): boolean {
  return ['ER_NO_REFERENCED_ROW_2', 'ER_NO_REFERENCED_ROW', 'SQLITE_CONSTRAINT_FOREIGNKEY'].includes(codeOf(error));
}

/**
 * Whether a transaction lost to another and may simply be run again: a deadlock, a lock wait, a busy SQLite file,
 * or a Galera node that failed to certify it (which it reports as a deadlock).
 */
export function isTransactionConflict(error: unknown): boolean {
  return ['ER_LOCK_DEADLOCK', 'ER_LOCK_WAIT_TIMEOUT', 'SQLITE_BUSY', 'SQLITE_BUSY_SNAPSHOT', 'ER_CHECKREAD'].includes(
    codeOf(error),
  );
}

/** Whether the database could not be reached at all. */
export function isConnectionFailure(error: unknown): boolean {
  return (
    /^(ECONN|EHOSTUNREACH|ETIMEDOUT|ENOTFOUND|EAI_AGAIN|EPIPE|PROTOCOL_CONNECTION_LOST|ER_CON_COUNT_ERROR|ER_SERVER_SHUTDOWN|ER_UNKNOWN_COM_ERROR|SQLITE_CANTOPEN)/.test(
      codeOf(error),
    ) ||
    (error instanceof Error && error.name === 'KnexTimeoutError')
  );
}

/** Turns a unique-key violation into a conflict that names what is there already; any other error passes through. */
export function conflictOr(error: unknown, message: string): unknown {
  return isDuplicateKey(error) ? new ConflictError(message, { cause: error }) : error;
}

/** Turns a lost connection into "the database is away"; any other error passes through. */
export function unavailableOr(error: unknown): unknown {
  return isConnectionFailure(error)
    ? new DependencyUnavailableError('The games database cannot be reached.', { cause: error })
    : error;
}
