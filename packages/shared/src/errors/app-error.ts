/** The stable error codes that clients and jobs may branch on. */
export type ErrorCode =
  | 'validation_error'
  | 'unauthorized'
  | 'forbidden'
  | 'not_found'
  | 'conflict'
  | 'session_completed'
  | 'idempotency_in_progress'
  | 'payload_too_large'
  | 'unsupported_media_type'
  | 'not_in_session'
  | 'idempotency_mismatch'
  | 'rate_limited'
  | 'internal_error'
  | 'upstream_failed'
  | 'dependency_unavailable';

export interface AppErrorOptions {
  /** Whether the same call may succeed later without anybody changing anything. Default false. */
  retryable?: boolean;
  /** The least time to wait before trying again, in milliseconds. */
  retryAfterMs?: number;
  cause?: unknown;
}

/**
 * The one error family of the project. The message is a sentence for a person and is safe to show:
 * it holds no SQL, no secret and nothing said in a lesson. What went wrong underneath travels in `cause`.
 */
export class AppError extends Error {
  readonly code: ErrorCode;
  readonly retryable: boolean;
  readonly retryAfterMs: number | undefined;

  constructor(code: ErrorCode, message: string, options: AppErrorOptions = {}) {
    super(message, options.cause === undefined ? undefined : { cause: options.cause });
    this.name = new.target.name;
    this.code = code;
    this.retryable = options.retryable ?? false;
    this.retryAfterMs = options.retryAfterMs;
  }
}
