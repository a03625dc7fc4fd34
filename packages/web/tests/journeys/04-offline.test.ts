import type { Browser, Page } from 'playwright-core';
import { z } from 'zod';
import { type AppStack, startAppStack } from '../harness/app-stack.ts';
import { inBrowser, openBrowser, openPage, signInAs } from '../harness/browser.ts';
import { playByKeyboard } from '../harness/play-by-keyboard.ts';

const Stats = z.looseObject({
  game_stats: z.array(z.looseObject({ game_type: z.string(), correct: z.int(), incorrect: z.int() })),
});

describe('without a network', () => {
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

  /** Answers that the server has of the sample student, over all games. */
  const answersThere = async (): Promise<number> => {
    const response = await fetch(`${app.url}/api/v1/stats/me`, { headers: { 'X-User-Id': 'demo-student' } });
    const { game_stats } = Stats.parse(await response.json());
    return game_stats.reduce((sum, { correct, incorrect }) => sum + correct + incorrect, 0);
  };
  const arrived = async (count: number): Promise<number> => {
    for (let tries = 0; tries < 450 && (await answersThere()) < count; tries += 1) {
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
    return answersThere();
  };
  /** How many answers wait on the device, once no more come. */
  const countedAtRest = async (page: Page): Promise<number> => {
    for (let last = -1; ; ) {
      const said = await page.getByText(/answers? waits? to be sent/).textContent();
      const count = Number(/\d+/.exec(said ?? '')?.[0]);
      if (count === last) return count;
      last = count;
      await new Promise((resolve) => setTimeout(resolve, 1000));
    }
  };
  /** Lets the app settle in: its service worker at the wheel, the coming days' practice on the device. */
  const settleIn = async (page: Page): Promise<void> => {
    const fetchedAhead = page.waitForResponse(
      (response) => response.url().endsWith('/api/v1/practice') && response.request().method() === 'POST',
    );
    await page.getByRole('link', { name: 'Practise' }).waitFor();
    await page.evaluate(() => navigator.serviceWorker.ready.then(() => undefined));
    await fetchedAhead;
    await page.reload();
    await page.getByRole('link', { name: 'Practise' }).waitFor();
    await page.waitForFunction(() => navigator.serviceWorker.controller !== null);
  };

  inBrowser(
    'a session is played from beginning to end; it arrives exactly once, also after the tab was closed',
    async () => {
      const { page, errors } = await openPage(browser);
      const context = page.context();
      await signInAs(page, app.url, 'Student');
      await settleIn(page);
      const before = await answersThere();

      await context.setOffline(true);
      await page.reload();
      await page.getByText('No internet.').waitFor();
      await page.getByRole('link', { name: 'Practise' }).click();
      const { games } = await playByKeyboard(page);
      expect(games.size).toBeGreaterThan(0);
      // The end of the session waits behind its answers, and is kept a moment after the last screen shows.
      const waiting = (await countedAtRest(page)) - 1;
      expect(waiting).toBeGreaterThan(5);
      expect(await answersThere()).toBe(before);
      // From here on the browser may send what waits: a page that closes has its network back for a moment.
      await page.close();

      await context.setOffline(false);
      const again = await context.newPage();
      await again.goto(app.url);
      await again.locator('nav').waitFor();
      expect(await arrived(before + waiting)).toBe(before + waiting);
      await again.reload();
      await again.locator('nav').waitFor();
      await again.waitForLoadState('networkidle');
      expect(await answersThere()).toBe(before + waiting);
      expect(errors).toEqual([]);
    },
    240_000,
  );

  inBrowser(
    'the server is started anew in the middle of a session, and loses nothing',
    async () => {
      const { page } = await openPage(browser);
      await signInAs(page, app.url, 'Student');
      await page.getByRole('link', { name: 'Lessons' }).click();
      await page.getByRole('link', { name: /Preparing for a job interview/ }).click();
      await page.getByRole('link', { name: /^Grammar/ }).click();
      const before = await answersThere();
      await page.locator('button[aria-pressed]').first().waitFor();
      await app.stop();
      const { verdicts } = await playByKeyboard(page);
      await app.restart();
      expect(await arrived(before + verdicts.length)).toBe(before + verdicts.length);
    },
    360_000,
  );
});
