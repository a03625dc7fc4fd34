import { AppError, type AppErrorOptions } from './app-error.ts';

/** One thing wrong with an input: where it stands, and what to do about it. */
export interface Issue {
  path: string;
  message: string;
}

/** The input breaks its schema; every problem is listed, not only the first. */
export class ValidationError extends AppError {
  readonly issues: readonly Issue[];

  constructor(issues: readonly Issue[], message?: string) {
    super('validation_error', message ?? issues.map((i) => `${i.path}: ${i.message}`).join('; '));
    this.issues = issues;
  }
}

/** The row does not exist, or is not the caller's to see; the two are told apart by nobody. */
export class NotFoundError extends AppError {
  constructor(what: string) {
    super('not_found', `${what} was not found.`);
  }
}

/** The change would break a rule that the stored rows already keep. */
export class ConflictError extends AppError {
  constructor(message: string, options?: AppErrorOptions) {
    super('conflict', message, options);
  }
}

/** The change was made of something older than what is stored. */
export class StaleError extends ConflictError {
  /** The revision that is stored now. */
  readonly revision: number;

  constructor(what: string, revision: number) {
    super(`${what} is at revision ${revision} by now; read it again and repeat the change.`, { retryable: true });
    this.revision = revision;
  }
}

/** The caller is known but may not do this. */
export class ForbiddenError extends AppError {
  constructor(message: string) {
    super('forbidden', message);
  }
}

/** Nobody is known to be calling, or the proof of identity does not hold. */
export class UnauthorizedError extends AppError {
  constructor(message: string) {
    super('unauthorized', message);
  }
}

/** A vendor answered something we cannot use. `retryable` says whether asking again may help. */
export class UpstreamError extends AppError {
  constructor(message: string, options?: AppErrorOptions) {
    super('upstream_failed', message, options);
  }
}

/** A database or another part we need is away or not set up. */
export class DependencyUnavailableError extends AppError {
  constructor(message: string, options?: AppErrorOptions) {
    super('dependency_unavailable', message, { retryable: true, ...options });
  }
}
