import type { Page, Request } from 'playwright-core';
import { z } from 'zod';

const Sent = z.looseObject({ client_result_id: z.string() });
const Export = z.looseObject({
  results: z.array(
    z.looseObject({ id: z.string(), client_result_id: z.string().nullable(), answered_at: z.string().nullable() }),
  ),
});
type Recorded = z.infer<typeof Export>['results'][number];

/** Notes the answers that pages send, each once, in the order of their first try. */
export async function noteAnswers(...pages: Page[]): Promise<string[]> {
  const ids: string[] = [];
  const note = (request: Request): void => {
    if (!request.url().endsWith('/result')) return;
    const { client_result_id: id } = Sent.parse(request.postDataJSON());
    if (!ids.includes(id)) ids.push(id);
  };
  for (const page of pages) {
    // Chromium tells what a request carries only where somebody stands in its way.
    await page.route('**/result', (route) => route.fallback());
    page.on('request', note);
  }
  return ids;
}

/** The answers that the server has of a learner, in the order in which they came. */
export async function answersAt(url: string, learner = 'demo-student'): Promise<Recorded[]> {
  const response = await fetch(`${url}/api/v1/me/export`, { headers: { 'X-User-Id': learner } });
  return Export.parse(await response.json()).results.toSorted((a, b) => (a.id < b.id ? -1 : 1));
}

/** Those of some answers that the server has, as often and in the order as it has them, once `count` of them are there. */
export async function arrivedOf(url: string, ids: readonly string[], count: number): Promise<string[]> {
  const deadline = Date.now() + 60_000;
  for (;;) {
    const there = (await answersAt(url)).flatMap(({ client_result_id: id }) => (id === null ? [] : [id]));
    const arrived = there.filter((id) => ids.includes(id));
    if (arrived.length >= count || Date.now() > deadline) return arrived;
    await new Promise((resolve) => setTimeout(resolve, 200));
  }
}
