import { parseRetryAfter, type VendorOutcome } from '@tulkka/shared/upstream';
import OpenAI from 'openai';
import type { ModelAnswer } from './model-answer.ts';

type Failure = Exclude<ModelAnswer<never>, { kind: 'answer' }> & { outcome: VendorOutcome };

/** How servers say that a question is longer than their context; only OpenAI has a code for it. */
const contextTooSmall = /context (?:size|length|window)|maximum context|n_ctx|context the overflows/i;

/** The time limit ended a call. */
export const timedOut = away('it did not answer in time', 'timeout');

/** Sorts what the SDK throws. Undefined: not a vendor's failure at all. */
export function readFailure(error: unknown): Failure | undefined {
  if (error instanceof OpenAI.APIConnectionTimeoutError) return timedOut;
  if (error instanceof OpenAI.APIConnectionError) return away('it could not be reached', 'failed');
  // An empty body with status 200 becomes a TypeError, and JSON that is none a SyntaxError, without a status.
  if (error instanceof TypeError || error instanceof SyntaxError) return away('its answer could not be read', 'failed');
  if (!(error instanceof OpenAI.APIError)) return undefined;
  const { status, code } = error;
  const retryAfter = error.headers?.get('retry-after');
  if (code === 'insufficient_quota' || error.type === 'insufficient_quota')
    return { kind: 'quota', outcome: 'refused' };
  if (code === 'context_length_exceeded' || contextTooSmall.test(error.message)) {
    return { kind: 'too_long', what: 'question', outcome: 'refused' };
  }
  if (status === 429) return away('it asks for patience', 'rate_limited', parseRetryAfter(retryAfter));
  if (status === undefined || status >= 500 || status === 408 || status === 409) {
    return away(`it answered HTTP ${status}`, 'failed', parseRetryAfter(retryAfter));
  }
  const outcome = status === 401 || status === 403 ? 'unauthorized' : 'refused';
  // Some servers repeat the status as the code.
  const named = typeof code === 'string' && code !== '' ? `, ${code}` : '';
  return { kind: 'rejected', detail: `HTTP ${status}${named}`, outcome };
}

function away(detail: string, outcome: VendorOutcome, retryAfterMs?: number): Failure {
  return { kind: 'unavailable', detail, retryAfterMs, outcome };
}
