import type { Browser } from 'playwright-core';
import { z } from 'zod';
import { type AppStack, startAppStack } from '../harness/app-stack.ts';
import { callAs, findBarriers, inBrowser, openBrowser, openPage, signInAs } from '../harness/browser.ts';
import { playByKeyboard } from '../harness/play-by-keyboard.ts';

const Today = z.looseObject({ next_due_at: z.iso.datetime(), due: z.looseObject({ total: z.int() }) });

describe('nothing is due', () => {
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

  inBrowser(
    'after practice Today says that all is done and when the next thing comes back, in the time of the device',
    async () => {
      const { page, errors } = await openPage(browser, { timezoneId: 'Asia/Tokyo' });
      await signInAs(page, app.url, 'Student');
      await callAs(page, 'PATCH', '/api/v1/me', { new_per_day: 4 });
      await page.reload();
      await page.getByRole('link', { name: 'Practise' }).click();
      await playByKeyboard(page);
      await page.getByRole('link', { name: 'Go to Today' }).click();
      await page.getByRole('heading', { name: 'All done for now' }).waitFor();
      const told = (await page.getByText(/^Nothing is due\./).textContent()) ?? '';
      const { next_due_at: next, due } = Today.parse(await callAs(page, 'GET', '/api/v1/today'));
      expect(due.total).toBe(0);
      expect(Date.parse(next)).toBeGreaterThan(Date.now());
      const words = new Intl.DateTimeFormat('en', { timeZone: 'Asia/Tokyo', weekday: 'long' });
      expect(told).toContain(`The next thing comes back on ${words.format(new Date(next))}`);
      expect(await page.getByRole('link', { name: 'Practise', exact: true }).count()).toBe(0);
      expect(await findBarriers(page)).toEqual([]);

      // Whoever opens practice all the same is told so, and finds the way back.
      await page.goto(`${app.url}/play`);
      await page.getByRole('heading', { name: 'Nothing to play here' }).waitFor();
      await page.getByText('What you know comes back by itself').waitFor();
      expect(await findBarriers(page)).toEqual([]);
      await page.getByRole('link', { name: 'Go to Today' }).click();
      await page.getByRole('link', { name: 'Play a lesson' }).click();
      await page.getByRole('heading', { name: 'Lessons' }).waitFor();
      expect(errors).toEqual([]);
    },
    180_000,
  );
});
