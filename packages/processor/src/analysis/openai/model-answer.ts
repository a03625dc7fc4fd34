import type { z } from 'zod';

/** What came of one question to the model. */
export type ModelAnswer<T> =
  /** `unreadable` entries broke the schema and were left out. */
  | { kind: 'answer'; value: T; unreadable: number }
  | { kind: 'refused'; reason: string }
  /** Smaller questions may do: the answer was cut off, or the question is more than the model takes in; `taken` tokens were. */
  | { kind: 'too_long'; what: 'answer' | 'question'; taken?: number }
  /** `said` is what cannot be used, for whoever asks again. */
  | { kind: 'nonsense'; detail: string; said: string }
  /** Passes by itself. */
  | { kind: 'unavailable'; detail: string; retryAfterMs: number | undefined }
  | { kind: 'quota' }
  /** A person must act: a wrong key, an unknown model, a server that does not know the call. */
  | { kind: 'rejected'; detail: string };

/** What a model said, before anybody looks whether it keeps the schema. */
export type ModelReply = { kind: 'text'; text: string } | Exclude<ModelAnswer<never>, { kind: 'answer' }>;

/** Whether an answer keeps its schema; of one that does so in part the good entries are kept. */
export function readText<T>(text: string, schema: z.ZodType<T>): ModelAnswer<T> {
  const value = jsonIn(text);
  if (value === undefined) {
    const detail = text.trim() === '' ? 'the answer is empty' : 'the answer is not JSON';
    return { kind: 'nonsense', detail, said: text };
  }
  const parsed = schema.safeParse(value);
  if (parsed.success) return { kind: 'answer', value: parsed.data, unreadable: 0 };
  const { mended, unreadable } = withoutBrokenEntries(value, parsed.error.issues);
  const again = schema.safeParse(mended);
  if (again.success && hasEntries(mended)) return { kind: 'answer', value: again.data, unreadable };
  const [issue] = parsed.error.issues;
  const at = issue?.path.join('.') || 'its root';
  return { kind: 'nonsense', detail: `the answer breaks its schema at ${at} (${issue?.message})`, said: text };
}

/** The JSON of an answer: servers that do not know the format put it into a fence, behind thoughts, between sentences. */
function jsonIn(text: string): unknown {
  // Thoughts may begin in the prompt already: only their end is sure to be there.
  const said = text.replace(/^[\s\S]*<\/think(?:ing)?>/i, '').replace(/^\ufeff/, '');
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
