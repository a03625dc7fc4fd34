import got from 'got';
import { type Finding, failed, note } from './check.ts';

const answerMs = 10_000;

/** The header that most servers want a key in; none where there is no key. */
export const bearer = (key: string | null): Record<string, string> =>
  key === null ? {} : { authorization: `Bearer ${key}` };

/** One question to a server: asked once, and not followed elsewhere. */
export async function ask(
  url: string,
  headers: Record<string, string>,
  { json, timeoutMs = answerMs }: { json?: unknown; timeoutMs?: number } = {},
): Promise<{ status: number; body: unknown }> {
  const response = await got(url, {
    ...(json === undefined ? {} : { method: 'POST', json }),
    headers,
    timeout: { request: timeoutMs },
    retry: { limit: 0 },
    throwHttpErrors: false,
    followRedirect: false,
  });
  try {
    return { status: response.statusCode, body: JSON.parse(response.body) };
  } catch {
    return { status: response.statusCode, body: undefined };
  }
}

/** What is wrong with an answer; undefined when nothing is. */
export function judgeStatus(status: number, variable: string): Finding | undefined {
  if (status === 200) return undefined;
  if (status === 401 || status === 403) return failed(`the key is refused (HTTP ${status})`, `set a valid ${variable}`);
  if (status === 429)
    return note('over its limit right now (HTTP 429)', 'check the plan and the balance of the account');
  return failed(`answers HTTP ${status}`, 'check the address and the vendor’s status page');
}
