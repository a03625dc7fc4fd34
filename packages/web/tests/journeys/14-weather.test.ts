import type { Browser, Page } from 'playwright-core';
import { z } from 'zod';
import { answersAt, arrivedOf, noteAnswers } from '../harness/answers.ts';
import { type AppStack, startAppStack } from '../harness/app-stack.ts';
import { inBrowser, openBrowser, openPage, signInAs } from '../harness/browser.ts';
import { playByKeyboard } from '../harness/play-by-keyboard.ts';

const Started = z.looseObject({ id: z.string() });
const Today = z.looseObject({
  streak: z.looseObject({ days: z.int() }),
  calendar: z.array(z.looseObject({ date: z.string(), answers: z.int() })),
});
const dayMs = 86_400_000;

describe('bad weather', () => {
  let app: AppStack;
  let browser: Browser;
  beforeAll(async () => {
    if (inBrowser === test.skip) return;
    [app, browser] = await Promise.all([startAppStack(), openBrowser()]);
  }, 360_000);
  afterAll(async () => {
    await browser?.close();
    await app?.close();
  });

  /** Opens a game of the sample lesson; returns the id of its session. */
  const openGame = async (page: Page, game: string): Promise<string> => {
    await page.getByRole('link', { name: 'Lessons' }).click();
    await page.getByRole('link', { name: /Preparing for a job interview/ }).click();
    const starting = page.waitForResponse((response) => response.url().includes('/api/v1/sessions/start'));
    await page.getByRole('link', { name: new RegExp(`^${game}`) }).click();
    const { id } = Started.parse(await (await starting).json());
    await page.locator('button[aria-pressed], main input').first().waitFor();
    return id;
  };
  /** Plays to the end and expects each answer at the server: once, and in the order in which they were given. */
  const playAndArrive = async (page: Page, sent: readonly string[]): Promise<void> => {
    const { verdicts } = await playByKeyboard(page);
    expect(verdicts.length).toBeGreaterThan(2);
    const arrived = await arrivedOf(app.url, sent, verdicts.length);
    expect(arrived).toHaveLength(verdicts.length);
    expect(arrived).toEqual(sent);
  };

  inBrowser.each([
    ['is overloaded (503)', 503],
    ['wants less (429)', 429],
  ])(
    'a server that %s for a while gets every answer once and in order',
    async (_name, status) => {
      const { page, errors } = await openPage(browser);
      const sent = await noteAnswers(page);
      await signInAs(page, app.url, 'Student');
      await openGame(page, 'Grammar');
      let calls = 0;
      await page.route('**/result', async (route) => {
        calls += 1;
        if (calls === 1 || calls > 3) return route.continue();
        const problem = { type: 'about:blank', title: 'Not now', status, code: 'not_now', detail: 'Not now.' };
        return route.fulfill({
          status,
          headers: { 'Retry-After': '1' },
          contentType: 'application/problem+json',
          body: JSON.stringify(problem),
        });
      });
      await playAndArrive(page, sent);
      expect(calls).toBeGreaterThan(3);
      expect(errors).toEqual([]);
    },
    180_000,
  );

  inBrowser(
    'answers that were recorded, but whose confirmation was lost, are not recorded again',
    async () => {
      const { page, errors } = await openPage(browser);
      const sent = await noteAnswers(page);
      await signInAs(page, app.url, 'Student');
      await openGame(page, 'Spelling');
      let calls = 0;
      await page.route('**/result', async (route) => {
        calls += 1;
        if (calls !== 2) return route.continue();
        await route.fetch();
        return route.abort('connectionreset');
      });
      await playAndArrive(page, sent);
      expect(errors).toEqual([]);
    },
    180_000,
  );

  inBrowser(
    'a session that was ended elsewhere (409) costs no answer',
    async () => {
      const { page, errors } = await openPage(browser);
      const sent = await noteAnswers(page);
      await signInAs(page, app.url, 'Student');
      const session = await openGame(page, 'Grammar');
      const recorded = page.waitForResponse((response) => response.url().endsWith('/result'));
      await page.keyboard.press('1');
      await recorded;
      const ended = await fetch(`${app.url}/api/v1/sessions/${session}/complete`, {
        method: 'POST',
        headers: { 'X-User-Id': 'demo-student', 'Content-Type': 'application/json' },
        body: '{}',
      });
      expect(ended.status).toBe(200);
      await page.keyboard.press('Enter');
      const { verdicts } = await playByKeyboard(page);
      const all = verdicts.length + 1;
      const arrived = await arrivedOf(app.url, sent, all);
      expect(arrived).toEqual(sent);
      expect(arrived).toHaveLength(all);
      expect(errors).toEqual([]);
    },
    180_000,
  );

  inBrowser(
    'a sign-in that ends in the middle of a session is renewed unseen; one that cannot be, asks, and nothing is lost',
    async () => {
      const { page, errors } = await openPage(browser);
      const sent = await noteAnswers(page);
      await signInAs(page, app.url, 'Student');
      await openGame(page, 'Grammar');
      const refused = new Set<string>();
      let isRefusing = true;
      await page.route('**/result', async (route) => {
        const token = route.request().headers().authorization ?? '';
        // The first token has ended; what comes in its place holds.
        if (refused.size === 0) refused.add(token);
        if (!refused.has(token)) return route.continue();
        return route.fulfill({ status: 401, contentType: 'application/problem+json', body: '{"code":"unauthorized"}' });
      });
      await playAndArrive(page, sent);
      expect(refused.size).toBe(1);

      await page.getByRole('link', { name: 'Go to Today' }).click();
      await openGame(page, 'Spelling');
      await page.route('**/auth/v1/token?grant_type=refresh_token', async (route) =>
        isRefusing
          ? route.fulfill({ status: 400, contentType: 'application/json', body: '{"error_code":"session_not_found"}' })
          : route.continue(),
      );
      await page.route('**/result', async (route) =>
        isRefusing
          ? route.fulfill({ status: 401, contentType: 'application/problem+json', body: '{"code":"unauthorized"}' })
          : route.continue(),
      );
      const before = sent.length;
      await page.locator('main input').fill('zzz');
      await page.keyboard.press('Enter');
      await page.getByRole('button', { name: 'Student', exact: true }).waitFor();
      expect(sent).toHaveLength(before + 1);
      isRefusing = false;
      await page.getByRole('button', { name: 'Student', exact: true }).click();
      expect(await arrivedOf(app.url, sent, before + 1)).toEqual(sent);
      expect(errors).toEqual([]);
    },
    240_000,
  );

  inBrowser.each([
    ['ahead', dayMs],
    ['behind', -dayMs],
  ])(
    'a clock that is a day %s loses no answer, and makes no day of its own',
    async (_name, offset) => {
      const { page, errors } = await openPage(browser);
      await page.clock.install({ time: Date.now() + offset });
      const sent = await noteAnswers(page);
      await signInAs(page, app.url, 'Student');
      const begun = Date.now();
      await openGame(page, 'Grammar');
      await playAndArrive(page, sent);
      const answers = (await answersAt(app.url)).filter(({ client_result_id: id }) => id !== null && sent.includes(id));
      const wrong = answers.filter(({ answered_at: at }) => {
        const time = Date.parse(at ?? '');
        return !(time >= begun - 5_000 && time <= Date.now() + 5_000);
      });
      expect(wrong).toEqual([]);
      const response = await fetch(`${app.url}/api/v1/today`, { headers: { 'X-User-Id': 'demo-student' } });
      const { streak, calendar } = Today.parse(await response.json());
      expect(streak.days).toBe(1);
      expect(calendar.filter((day) => day.answers > 0)).toHaveLength(1);
      await page.getByRole('link', { name: 'Go to Today' }).click();
      await page.getByText('1 day in a row').waitFor();
      expect(errors).toEqual([]);
    },
    180_000,
  );

  inBrowser.each([
    [
      'forbids to keep anything',
      () => {
        const forbid = (): never => {
          throw new DOMException('The operation is insecure.', 'SecurityError');
        };
        for (const name of ['indexedDB', 'localStorage', 'sessionStorage', 'caches'])
          Object.defineProperty(globalThis, name, { get: forbid });
        navigator.serviceWorker.register = async () => forbid();
      },
    ],
    [
      'has no room left',
      () => {
        const full = (): never => {
          throw new DOMException('There is no room left.', 'QuotaExceededError');
        };
        IDBObjectStore.prototype.put = full;
        IDBObjectStore.prototype.add = full;
        Storage.prototype.setItem = full;
        Cache.prototype.put = full;
      },
    ],
  ])(
    'a browser that %s practises all the same',
    async (_name, spoil) => {
      const { page, errors } = await openPage(browser);
      await page.addInitScript(spoil);
      const sent = await noteAnswers(page);
      await signInAs(page, app.url, 'Student');
      await openGame(page, 'Grammar');
      await playAndArrive(page, sent);
      expect(errors).toEqual([]);
    },
    180_000,
  );

  inBrowser(
    'two tabs of one learner play the same session at once, and every answer of both arrives once',
    async () => {
      const { page, errors } = await openPage(browser);
      const session = await signInAs(page, app.url, 'Student').then(() => openGame(page, 'Grammar'));
      const other = await page.context().newPage();
      await other.goto(`${app.url}/play/session/${session}`);
      await other.locator('button[aria-pressed]').first().waitFor();
      // Either tab may send what the other one answered.
      const sent = await noteAnswers(page, other);
      const played = await Promise.all([playByKeyboard(page), playByKeyboard(other)]);
      const all = played.flatMap(({ verdicts }) => verdicts).length;
      const arrived = await arrivedOf(app.url, sent, all);
      expect(arrived).toHaveLength(all);
      expect(arrived.toSorted()).toEqual(sent.toSorted());
      expect(errors).toEqual([]);
    },
    180_000,
  );
});
