import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { type Browser, type BrowserContextOptions, chromium, type Page } from 'playwright-core';

const executablePath = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'].find(existsSync);

/** `test` where there is a browser; elsewhere the tests are skipped, and it is said why. */
export const inBrowser: typeof test | typeof test.skip = executablePath ? test : test.skip;
if (!executablePath) {
  process.stderr.write('NOT COVERED on this machine: the pages (no Chromium; apt-get install chromium)\n');
}

/** A browser without what it asks the internet for by itself; `more` are switches of its command line. */
export function openBrowser(more: readonly string[] = []): Promise<Browser> {
  if (!executablePath) throw new Error('There is no Chromium here.');
  return chromium.launch({
    executablePath,
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
      ...more,
    ],
  });
}

/** A page of a device of its own, and what went wrong in it. */
export async function openPage(
  browser: Browser,
  options: BrowserContextOptions = {},
): Promise<{ page: Page; errors: string[] }> {
  const context = await browser.newContext({ locale: 'en-GB', ...options });
  // A crowded machine is no fault of a page; a test that hangs is ended by its own limit.
  context.setDefaultTimeout(60_000);
  const page = await context.newPage();
  const errors: string[] = [];
  page.on('pageerror', (error) => errors.push(error.message));
  return { page, errors };
}

/** Signs in as one of the sample people, by one click. */
export async function signInAs(page: Page, url: string, name: string): Promise<void> {
  await page.goto(`${url}/`);
  await page.getByRole('button', { name, exact: true }).click();
  await page.locator('nav').waitFor();
}

/** Calls the API as who is signed in in this page. */
export async function callAs(page: Page, method: string, path: string, body?: unknown): Promise<unknown> {
  return page.evaluate(
    async (wish) => {
      const token = await new Promise<string>((resolve, reject) => {
        const opened = indexedDB.open('tulkka-sign-in');
        opened.onerror = () => reject(opened.error);
        opened.onsuccess = () => {
          const read = opened.result.transaction('session').objectStore('session').get('current');
          read.onsuccess = () => resolve(read.result.accessToken);
        };
      });
      const response = await fetch(wish.path, {
        method: wish.method,
        headers: { Authorization: `Bearer ${token}`, 'Content-Type': 'application/json' },
        ...(wish.body === undefined ? {} : { body: JSON.stringify(wish.body) }),
      });
      const answer = await response.json();
      if (!response.ok) throw new Error(`${wish.path}: ${response.status} ${JSON.stringify(answer)}`);
      return answer;
    },
    { method, path, body },
  );
}

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** What axe finds wrong with a page, by rule and place; nothing is left out. */
export async function findBarriers(page: Page): Promise<string[]> {
  // Evaluated from outside, which the page's own policy does not concern; a page that stays needs it once.
  if (!(await page.evaluate(() => 'axe' in globalThis))) await page.evaluate(axe);
  return page.evaluate(async () => {
    const { axe: engine } = globalThis as unknown as {
      axe: { run(options: object): Promise<{ violations: { id: string; nodes: { html: string }[] }[] }> };
    };
    // What is in order is judged as well, but not written down node by node.
    const { violations } = await engine.run({ resultTypes: ['violations'] });
    return violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html.slice(0, 160)}`));
  });
}
