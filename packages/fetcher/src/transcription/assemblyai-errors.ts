import { UpstreamError } from '@tulkka/shared/errors';
import type { VendorOutcome } from '@tulkka/shared/upstream';
import { parseRetryAfter } from '@tulkka/shared/upstream';
import { z } from 'zod';

const ErrorBody = z.object({ error: z.string() });

/** What an unusable answer means; `tell` becomes the error that our callers see. */
export interface Refusal {
  outcome: VendorOutcome;
  error: UpstreamError;
}

/**
 * Sorts an HTTP failure into retry and give up. AssemblyAI has no error codes: status first, then the words.
 * A negative balance is a 400, and no retry pays the bill.
 */
export async function readRefusal(response: Response, operation: string): Promise<Refusal> {
  const text = await response.text().catch(() => '');
  const said = messageOf(text);
  const { status } = response;
  if (/balance is negative/i.test(said)) {
    return giveUp('refused', 'AssemblyAI’s account balance is negative: top it up, then retry the lesson.');
  }
  if (status === 401)
    return giveUp('unauthorized', 'AssemblyAI refused ASSEMBLYAI_API_KEY: put a valid key in its place.');
  if (status === 429) {
    const retryAfterMs = parseRetryAfter(response.headers.get('retry-after'));
    const wait = retryAfterMs === undefined ? {} : { retryAfterMs };
    const error = new UpstreamError('AssemblyAI asks for patience (too many requests).', { retryable: true, ...wait });
    return { outcome: 'rate_limited', error };
  }
  if (status === 408 || status >= 500) {
    const error = new UpstreamError(`AssemblyAI answered ${operation} with HTTP ${status}.`, { retryable: true });
    return { outcome: 'failed', error };
  }
  const missing = status === 404 || /id not found/i.test(said);
  return giveUp(
    missing ? 'not_found' : 'refused',
    `AssemblyAI refused ${operation} (HTTP ${status}): ${said || 'no reason given'}`,
  );
}

/** Failures of a job that a new job may not meet: the vendor's own trouble, not the audio's. */
export function mayWorkNextTime(reason: string): boolean {
  return /server error|internal|unexpected|timed? ?out|unable to download|try again/i.test(reason);
}

function giveUp(outcome: VendorOutcome, message: string): Refusal {
  return { outcome, error: new UpstreamError(message) };
}

function messageOf(text: string): string {
  try {
    const body = ErrorBody.safeParse(JSON.parse(text));
    return body.success ? body.data.error : '';
  } catch {
    return '';
  }
}
