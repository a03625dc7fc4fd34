import type { Browser, Page } from 'playwright-core';
import { z } from 'zod';
import { makeAccount } from '../harness/account.ts';
import { type AppStack, startAppStack } from '../harness/app-stack.ts';
import { inBrowser, openBrowser, openPage, signInAs } from '../harness/browser.ts';

const Today = z.looseObject({
  due: z.looseObject({ total: z.int() }),
  streak: z.looseObject({ days: z.int() }),
  continue: z.unknown(),
});
type Today = z.infer<typeof Today>;

/** What Today is made of. */
const ofTheDay = /\/api\/v1\/(?:today|me)$/;

describe('the second visit', () => {
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

  /** A learner whose Today is kept on the device. A service worker would take requests out of the test's hands. */
  const visitOnce = async (): Promise<{ page: Page; errors: string[] }> => {
    const opened = await openPage(browser, { serviceWorkers: 'block' });
    await signInAs(opened.page, app.url, 'Student');
    await practise(opened.page).waitFor();
    return opened;
  };
  const practise = (page: Page) => page.getByRole('link', { name: /^(Practise|Go on practising)$/ });
  const rowOfDays = (page: Page, days: number) => page.getByRole('heading', { name: `${days} days in a row` });
  const keptOfLearners = (page: Page): Promise<(string | undefined)[]> =>
    page.evaluate(async () =>
      (await indexedDB.databases()).map(({ name }) => name).filter((name) => name?.includes('learner')),
    );
  /** Holds back what the server says of this learner; returns what lets it come, changed as wished. */
  const holdBack = async (page: Page): Promise<(change?: (today: Today) => Today) => void> => {
    const { promise: mayCome, resolve: letCome } = Promise.withResolvers<(today: Today) => Today>();
    await page.route(ofTheDay, async (route) => {
      const change = await mayCome;
      if (!route.request().url().endsWith('/today')) return route.continue();
      return route.fulfill({ json: change(Today.parse(await (await route.fetch()).json())) });
    });
    return (change = (today) => today) => letCome(change);
  };
  const manyDays = (today: Today): Today => ({ ...today, streak: { ...today.streak, days: 77 } });

  inBrowser(
    'Today is shown before the server has answered; a changed answer comes into it without a jump',
    async () => {
      const { page, errors } = await visitOnce();
      const letCome = await holdBack(page);
      await page.reload();
      await practise(page).waitFor();
      const link = await practise(page).elementHandle();
      await practise(page).focus();
      const place = await link?.boundingBox();
      letCome(manyDays);
      await rowOfDays(page, 77).waitFor();
      expect(await link?.boundingBox()).toEqual(place);
      expect(await link?.evaluate((element) => element === document.activeElement)).toBe(true);
      expect(errors).toEqual([]);
    },
    120_000,
  );

  inBrowser(
    'nothing changes under a finger',
    async () => {
      const { page } = await visitOnce();
      const letCome = await holdBack(page);
      await page.reload();
      await practise(page).waitFor();
      await page.mouse.move(5, 5);
      await page.mouse.down();
      const came = page.waitForResponse((response) => response.url().endsWith('/today'));
      letCome(manyDays);
      await (await came).finished();
      await page.waitForTimeout(500);
      expect(await rowOfDays(page, 77).count()).toBe(0);
      await page.mouse.up();
      await rowOfDays(page, 77).waitFor();
    },
    120_000,
  );

  inBrowser(
    'what was kept before the last answers is not shown ahead of the server',
    async () => {
      const { page } = await visitOnce();
      await page.getByRole('link', { name: 'Lessons' }).click();
      await page.getByRole('link', { name: /Preparing for a job interview/ }).click();
      await page.getByRole('link', { name: /^Grammar/ }).click();
      const recorded = page.waitForResponse((response) => response.url().endsWith('/result'));
      await page.locator('button[aria-pressed]').first().click();
      await recorded;
      const letCome = await holdBack(page);
      await page.goto(app.url);
      await page.getByText('Loading…').waitFor();
      expect(await practise(page).count()).toBe(0);
      letCome();
      await practise(page).waitFor();
      // From here on it knows of them.
      const letComeAgain = await holdBack(page);
      await page.reload();
      await practise(page).waitFor();
      letComeAgain();
    },
    120_000,
  );

  inBrowser(
    'a sign-in that has ended leads to the sign-in page, and nobody else is shown what was kept',
    async () => {
      const { page, errors } = await visitOnce();
      const hello = await page.getByRole('heading', { level: 1 }).textContent();
      const unauthorized = { status: 401, contentType: 'application/problem+json', body: '{"code":"unauthorized"}' };
      await page.route('**/auth/v1/token?grant_type=refresh_token', (route) =>
        route.fulfill({ status: 400, contentType: 'application/json', body: '{"error_code":"session_not_found"}' }),
      );
      await page.route(ofTheDay, (route) => route.fulfill(unauthorized));
      await page.reload();
      await page.getByRole('button', { name: 'I am new here' }).waitFor();
      expect(await practise(page).count()).toBe(0);

      // The former learner's own database is still there, for what waits in it to be sent.
      await page.unroute(ofTheDay);
      const other = { name: 'Noor', email: 'noor@second.example', password: 'a good long password' };
      const letFirstCome = await holdBack(page);
      await makeAccountBehind(page, other, letFirstCome);
      await page.getByRole('heading', { level: 1, name: /Noor/ }).waitFor();

      const letCome = await holdBack(page);
      await page.reload();
      await page.getByRole('heading', { level: 1, name: /Noor/ }).waitFor();
      expect(await page.getByText(hello ?? '').count()).toBe(0);
      letCome();
      expect(errors).toEqual([]);
    },
    120_000,
  );

  /** Makes an account while the server's answers are held back: the former learner must not fill the gap. */
  const makeAccountBehind = async (
    page: Page,
    person: Parameters<typeof makeAccount>[1],
    letCome: () => void,
  ): Promise<void> => {
    const made = makeAccount(page, person);
    await page.waitForRequest((request) => request.url().endsWith('/api/v1/me'));
    await page.waitForTimeout(500);
    expect(await practise(page).count()).toBe(0);
    letCome();
    await made;
  };

  inBrowser(
    'who signed out has nothing kept: the next visit begins at the sign-in page',
    async () => {
      const { page } = await visitOnce();
      await page.goto(`${app.url}/settings`);
      await page.getByRole('button', { name: 'Sign out' }).click();
      await page.getByRole('button', { name: 'I am new here' }).waitFor();
      // The page leaves first, what was kept a moment later.
      for (let tries = 0; tries < 100 && (await keptOfLearners(page)).length > 0; tries += 1)
        await page.waitForTimeout(100);
      expect(await keptOfLearners(page)).toEqual([]);
      await page.goto(app.url);
      await page.getByRole('button', { name: 'I am new here' }).waitFor();
      expect(await page.locator('nav').count()).toBe(0);
    },
    120_000,
  );

  inBrowser(
    'what the server refuses is not shown from what was kept',
    async () => {
      const { page } = await visitOnce();
      await page.route('**/api/v1/today', (route) =>
        route.fulfill({ status: 403, contentType: 'application/problem+json', body: '{"code":"forbidden"}' }),
      );
      await page.reload();
      await page.getByRole('alert').waitFor();
      expect(await practise(page).count()).toBe(0);
    },
    120_000,
  );
});
