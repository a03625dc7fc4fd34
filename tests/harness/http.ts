import { z } from 'zod';

/** Who calls, as the trusted mode believes it. */
export interface As {
  userId: string;
  role?: 'student' | 'teacher' | 'admin' | 'service';
}

/** One call over the wire; the answer's body is checked by the caller's schema. */
export async function call<T>(
  schema: z.ZodType<T>,
  method: string,
  url: string,
  { userId, role = 'student' }: As,
  body?: unknown,
): Promise<{ status: number; body: T }> {
  const form = body instanceof FormData;
  const response = await fetch(url, {
    method,
    headers: {
      'X-User-Id': userId,
      'X-User-Role': role,
      ...(body === undefined || form ? {} : { 'Content-Type': 'application/json' }),
    },
    ...(body === undefined ? {} : { body: form ? body : JSON.stringify(body) }),
    signal: AbortSignal.timeout(20_000),
  });
  const text = await response.text();
  const parsed = schema.safeParse(text === '' ? null : JSON.parse(text));
  if (!parsed.success)
    throw new Error(`${method} ${url} → ${response.status}: ${text.slice(0, 500)}\n${z.prettifyError(parsed.error)}`);
  return { status: response.status, body: parsed.data };
}
