import { existsSync } from 'node:fs';
import { chromium, type Page } from 'playwright-core';
import { createTestDatabase, type TestDatabase } from '../../../tests/harness/test-databases.ts';
import { routes } from '../src/routes/index.ts';
import { createTestApi, listen, type TestApi } from './test-api.ts';

const browserPath = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'].find((path) =>
  existsSync(path),
);
const withBrowser = browserPath ? describe : describe.skip;
if (!browserPath) process.stderr.write('NOT COVERED on this machine: the docs page in a browser (no Chromium found)\n');

/** What keeps Chromium from looking for anything outside this machine. */
const quiet = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/** The operations that somebody sees who reads the page from top to bottom: Swagger UI draws only those near the window. */
async function scrollThrough(page: Page): Promise<string[]> {
  await page.waitForSelector('.opblock');
  const seen = new Set<string>();
  for (let top = 0, height = 1; top < height; top += 500) {
    height = await page.evaluate<number>(
      `new Promise((drawn) => {
        scrollTo(0, ${top});
        requestAnimationFrame(() => requestAnimationFrame(() => drawn(document.documentElement.scrollHeight)));
      })`,
    );
    const ids = await page.locator('.opblock').evaluateAll((blocks) => blocks.map(({ id }) => id));
    for (const id of ids) seen.add(id.replace(/^operations-.*-/, ''));
  }
  return [...seen];
}

withBrowser('the docs page in a browser', () => {
  let database: TestDatabase;
  let api: TestApi;
  let close: () => Promise<void>;
  let url: string;
  beforeAll(async () => {
    database = await createTestDatabase('sqlite');
    api = await createTestApi(database);
    ({ url, close } = await listen(api));
  });
  afterAll(async () => {
    await close();
    await api.close();
    await database.drop();
  });

  test('lists the operations, says what is wrong with none of them, and tries one out', async () => {
    const browser = await chromium.launch({ executablePath: browserPath ?? '', args: quiet });
    const page = await browser.newPage({ viewport: { width: 1280, height: 1000 } });
    const problems: string[] = [];
    page.on('console', (message) => message.type() === 'error' && problems.push(message.text()));
    page.on('pageerror', (error) => problems.push(error.message));
    await page.goto(`${url}/docs`, { waitUntil: 'networkidle' });
    expect((await scrollThrough(page)).sort()).toEqual(routes.map(({ operationId }) => operationId).sort());
    await page.evaluate('scrollTo(0, 0)');
    const health = page.locator('#operations-system-getHealth');
    await health.locator('.opblock-summary').first().click();
    await health.getByRole('button', { name: 'Try it out' }).click();
    await health.getByRole('button', { name: 'Execute' }).click();
    await health.locator('.live-responses-table tbody .response-col_status').first().waitFor();
    expect(await health.locator('.live-responses-table tbody .response-col_status').first().textContent()).toContain(
      '200',
    );
    const { TEST_SCREENSHOT: screenshot } = process.env;
    if (screenshot) await page.screenshot({ path: screenshot });
    expect(problems).toEqual([]);
    await browser.close();
  }, 60_000);
});
