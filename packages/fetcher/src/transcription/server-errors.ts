import { UpstreamError } from '@tulkka/shared/errors';
import { parseRetryAfter, type VendorOutcome } from '@tulkka/shared/upstream';
import { z } from 'zod';

interface Refusal {
  outcome: VendorOutcome;
  error: UpstreamError;
}

/** What an answer other than 200 means, and what to do about it; undefined for 200. */
export function refusalOf(
  status: number,
  retryAfter: string | undefined,
  body: string,
  size: number,
): Refusal | undefined {
  if (status === 200) return undefined;
  if (status === 401 || status === 403) {
    return giveUp('unauthorized', 'refused TRANSCRIBE_API_KEY: put a valid key in its place');
  }
  if (status === 404 || status === 405) {
    const remedy =
      'TRANSCRIBE_BASE_URL must end where /audio/transcriptions begins, and TRANSCRIBE_MODEL be one of its';
    return giveUp('not_found', `knows no such call or model (HTTP ${status}): ${remedy}`);
  }
  if (status === 413) {
    return giveUp('refused', `takes no file of ${Math.ceil(size / 1e6)} MB (HTTP 413): raise its limit`);
  }
  if (status === 408 || status === 429 || status >= 500) {
    const retryAfterMs = parseRetryAfter(retryAfter);
    const error = new UpstreamError(`The transcription server answered HTTP ${status}; it may be loading or busy.`, {
      retryable: true,
      ...(retryAfterMs === undefined ? {} : { retryAfterMs }),
    });
    return { outcome: status === 429 ? 'rate_limited' : 'failed', error };
  }
  return giveUp('refused', `refused the recording (HTTP ${status}): ${messageIn(body)}`);
}

const giveUp = (outcome: VendorOutcome, what: string): Refusal => ({
  outcome,
  error: new UpstreamError(`The transcription server ${what}.`),
});

const text = z.string().min(1);
const ErrorBody = z.union([
  z.object({ error: z.object({ message: text }) }).transform(({ error }) => error.message),
  z.object({ error: text }).transform(({ error }) => error),
  z.object({ detail: text }).transform(({ detail }) => detail),
  z.object({ message: text }).transform(({ message }) => message),
]);

const mostSaid = 200;

/** Every server has another place for what it says. */
function messageIn(body: string): string {
  try {
    const read = ErrorBody.safeParse(JSON.parse(body));
    if (read.success) return read.data.slice(0, mostSaid);
  } catch {
    // No JSON: nothing that is said to a person.
  }
  return 'no reason given';
}
