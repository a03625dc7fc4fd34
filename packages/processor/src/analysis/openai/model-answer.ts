import { parseRetryAfter, type VendorOutcome } from '@tulkka/shared/upstream';
import OpenAI from 'openai';
import { z } from 'zod';

/** What came of one question to the model. */
export type ModelAnswer<T> =
  | { kind: 'answer'; value: T }
  | { kind: 'refused'; reason: string }
  /** Cut off, or more than the model takes in: a smaller question may do. */
  | { kind: 'too_long' }
  | { kind: 'nonsense'; detail: string }
  /** Passes by itself. */
  | { kind: 'unavailable'; detail: string; retryAfterMs: number | undefined }
  | { kind: 'quota' }
  /** A person must act: a wrong key, an unknown model, a server that does not know the call. */
  | { kind: 'rejected'; detail: string };

/** What we read of a response; compatible servers leave out much of the rest. */
const ModelResponse = z.object({
  status: z.string().nullish(),
  incomplete_details: z.object({ reason: z.string().nullish() }).nullish(),
  error: z.object({ code: z.string().nullish(), message: z.string().nullish() }).nullish(),
  output: z
    .array(
      z.object({
        type: z.string(),
        content: z
          .array(z.object({ type: z.string(), text: z.string().optional(), refusal: z.string().optional() }))
          .nullish(),
      }),
    )
    .nullish(),
  usage: z.object({ input_tokens: z.number(), output_tokens: z.number() }).nullish(),
});

/** Reads a response's usage; it is there for refusals and cut answers as well. */
export function usageOf(response: unknown): { input: number; output: number } | undefined {
  const read = ModelResponse.safeParse(response);
  const usage = read.success ? read.data.usage : undefined;
  return usage ? { input: usage.input_tokens, output: usage.output_tokens } : undefined;
}

/** Sorts a response: status first, then refusal, then whether its text keeps the schema. */
export function readResponse<T>(response: unknown, schema: z.ZodType<T>): ModelAnswer<T> {
  const read = ModelResponse.safeParse(response);
  if (!read.success) return { kind: 'nonsense', detail: 'the response has another form' };
  const { status, incomplete_details, error, output } = read.data;
  if (status === 'incomplete') {
    const reason = incomplete_details?.reason ?? 'unknown';
    return reason === 'content_filter' ? { kind: 'refused', reason } : { kind: 'too_long' };
  }
  if (status === 'failed') {
    return { kind: 'unavailable', detail: `the model failed (${error?.code ?? 'no code'})`, retryAfterMs: undefined };
  }
  const content = (output ?? []).flatMap((item) => item.content ?? []);
  const refusal = content.find((part) => part.type === 'refusal');
  if (refusal) return { kind: 'refused', reason: refusal.refusal ?? 'no reason given' };
  const text = content.map((part) => (part.type === 'output_text' ? (part.text ?? '') : '')).join('');
  return readText(text, schema);
}

function readText<T>(text: string, schema: z.ZodType<T>): ModelAnswer<T> {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return { kind: 'nonsense', detail: text === '' ? 'the answer is empty' : 'the answer is not JSON' };
  }
  const parsed = schema.safeParse(value);
  if (parsed.success) return { kind: 'answer', value: parsed.data };
  const [issue] = parsed.error.issues;
  return { kind: 'nonsense', detail: `the answer breaks its schema at ${issue?.path.join('.') || 'its root'}` };
}

/** The time limit ended a call. */
export const timedOut = away('it did not answer in time', 'timeout');

/** Sorts what the SDK throws. Undefined: not a vendor's failure at all. */
export function readFailure(error: unknown): (ModelAnswer<never> & { outcome: VendorOutcome }) | undefined {
  if (error instanceof OpenAI.APIConnectionTimeoutError) return timedOut;
  if (error instanceof OpenAI.APIConnectionError) return away('it could not be reached', 'failed');
  // An empty body with status 200 becomes a TypeError, and JSON that is none a SyntaxError, without a status.
  if (error instanceof TypeError || error instanceof SyntaxError) return away('its answer could not be read', 'failed');
  if (!(error instanceof OpenAI.APIError)) return undefined;
  const { status, code } = error;
  const retryAfter = error.headers?.get('retry-after');
  if (code === 'insufficient_quota' || error.type === 'insufficient_quota')
    return { kind: 'quota', outcome: 'refused' };
  if (code === 'context_length_exceeded') return { kind: 'too_long', outcome: 'refused' };
  if (status === 429) return away('it asks for patience', 'rate_limited', parseRetryAfter(retryAfter));
  if (status === undefined || status >= 500 || status === 408 || status === 409) {
    return away(`it answered HTTP ${status}`, 'failed', parseRetryAfter(retryAfter));
  }
  const outcome = status === 401 || status === 403 ? 'unauthorized' : 'refused';
  return { kind: 'rejected', detail: `HTTP ${status}${code ? `, ${code}` : ''}`, outcome };
}

function away(
  detail: string,
  outcome: VendorOutcome,
  retryAfterMs?: number,
): ModelAnswer<never> & { outcome: VendorOutcome } {
  return { kind: 'unavailable', detail, retryAfterMs, outcome };
}
