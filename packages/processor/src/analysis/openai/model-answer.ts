import { parseRetryAfter, type VendorOutcome } from '@tulkka/shared/upstream';
import OpenAI from 'openai';
import { z } from 'zod';

/** What came of one question to the model. */
export type ModelAnswer<T> =
  /** `unreadable` entries broke the schema and were left out. */
  | { kind: 'answer'; value: T; unreadable: number }
  | { kind: 'refused'; reason: string }
  /** Cut off, or more than the model takes in: a smaller question may do. */
  | { kind: 'too_long' }
  | { kind: 'nonsense'; detail: string }
  /** Passes by itself. */
  | { kind: 'unavailable'; detail: string; retryAfterMs: number | undefined }
  | { kind: 'quota' }
  /** A person must act: a wrong key, an unknown model, a server that does not know the call. */
  | { kind: 'rejected'; detail: string };

/** Tokens under either of the names that servers use. What is not there spoils nothing. */
const Usage = z
  .object({
    input_tokens: z.number().optional(),
    output_tokens: z.number().optional(),
    prompt_tokens: z.number().optional(),
    completion_tokens: z.number().optional(),
  })
  .transform((usage) => ({
    input: usage.input_tokens ?? usage.prompt_tokens,
    output: usage.output_tokens ?? usage.completion_tokens,
  }));

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
          .array(z.object({ type: z.string(), text: z.string().nullish(), refusal: z.string().nullish() }))
          .nullish(),
      }),
    )
    .nullish(),
  usage: Usage.nullish().catch(null),
});

/** Reads a response's usage; it is there for refusals and cut answers as well. */
export function usageOf(response: unknown): { input: number; output: number } | undefined {
  const read = ModelResponse.safeParse(response);
  const usage = read.success ? read.data.usage : undefined;
  if (usage?.input === undefined || usage.output === undefined) return undefined;
  return { input: usage.input, output: usage.output };
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
  const value = jsonIn(text);
  if (value === undefined) {
    return { kind: 'nonsense', detail: text.trim() === '' ? 'the answer is empty' : 'the answer is not JSON' };
  }
  const parsed = schema.safeParse(value);
  if (parsed.success) return { kind: 'answer', value: parsed.data, unreadable: 0 };
  const { mended, unreadable } = withoutBrokenEntries(value, parsed.error.issues);
  const again = schema.safeParse(mended);
  if (again.success && hasEntries(mended)) return { kind: 'answer', value: again.data, unreadable };
  const [issue] = parsed.error.issues;
  return { kind: 'nonsense', detail: `the answer breaks its schema at ${issue?.path.join('.') || 'its root'}` };
}

/** The JSON of an answer: servers that do not know the format put it into a fence, behind thoughts, between sentences. */
function jsonIn(text: string): unknown {
  const said = text.replace(/^\ufeff/, '').replaceAll(/<think(?:ing)?>[\s\S]*?<\/think(?:ing)?>/gi, '');
  const fenced = /```(?:json)?\s*([\s\S]*?)```/i.exec(said)?.[1];
  const bare = said.slice(said.indexOf('{'), said.lastIndexOf('}') + 1);
  for (const candidate of [said, fenced ?? '', bare]) {
    try {
      return JSON.parse(candidate);
    } catch {
      // The next way to find it.
    }
  }
  return undefined;
}

/** One bad entry must not cost the others: where a list holds what breaks the schema, that entry is left out. */
function withoutBrokenEntries(
  value: unknown,
  issues: readonly z.core.$ZodIssue[],
): { mended: unknown; unreadable: number } {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return { mended: value, unreadable: 0 };
  const broken = new Map<string, Set<number>>();
  for (const { path } of issues) {
    const [list, entry] = path;
    if (typeof list !== 'string' || typeof entry !== 'number') return { mended: value, unreadable: 0 };
    broken.set(list, (broken.get(list) ?? new Set()).add(entry));
  }
  const lists = Object.entries(value).map(([name, entries]): [string, unknown] => {
    const bad = broken.get(name);
    return [name, bad && Array.isArray(entries) ? entries.filter((_, i) => !bad.has(i)) : entries];
  });
  return {
    mended: Object.fromEntries(lists),
    unreadable: [...broken.values()].reduce((sum, entries) => sum + entries.size, 0),
  };
}

/** Whether anything is left that was answered. */
const hasEntries = (value: unknown): boolean =>
  typeof value === 'object' &&
  value !== null &&
  Object.values(value).some((list) => Array.isArray(list) && list.length > 0);

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
