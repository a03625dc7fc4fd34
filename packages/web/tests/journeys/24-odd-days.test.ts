import type { Browser, Page } from 'playwright-core';
import { z } from 'zod';
import { type AppStack, startAppStack } from '../harness/app-stack.ts';
import { inBrowser, openBrowser, openPage, signInAs } from '../harness/browser.ts';

const lesson = 'Preparing for a job interview';
const Sets = z.looseObject({ data: z.array(z.looseObject({ id: z.string(), recording_id: z.string() })) });
const asTeacher = { 'X-User-Id': 'demo-teacher', 'X-User-Role': 'teacher', 'Content-Type': 'application/json' };

describe('odd days', () => {
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

  const openGame = async (page: Page, game: string): Promise<void> => {
    await page.goto(`${app.url}/lessons`);
    await page.getByRole('link', { name: lesson }).click();
    await page.getByRole('link', { name: new RegExp(`^${game}`) }).click();
    await page.locator('[data-first], button[aria-pressed]').first().waitFor();
  };

  inBrowser(
    'a session whose every item was withdrawn meanwhile ends kindly',
    async () => {
      const { page, errors } = await openPage(browser);
      await signInAs(page, app.url, 'Student');
      const starting = page.waitForResponse((response) => response.url().includes('/api/v1/sessions/start'));
      await openGame(page, 'Grammar');
      const { id } = z.looseObject({ id: z.string() }).parse(await (await starting).json());
      const listed = await fetch(`${app.url}/api/v1/exercises?class_id=demo&status=published`, { headers: asTeacher });
      for (const set of Sets.parse(await listed.json()).data) {
        const answer = await fetch(`${app.url}/api/v1/exercises/${set.id}/withdraw`, {
          method: 'POST',
          headers: asTeacher,
          body: JSON.stringify({ reason: 'The wrong lesson.' }),
        });
        expect(answer.status).toBe(200);
      }
      await page.keyboard.press('1');
      const verdict = page.locator('[aria-live="polite"]');
      await verdict.filter({ hasText: 'Your teacher has taken this one out.' }).waitFor();
      await page.goto(`${app.url}/play/session/${id}`);
      await page.getByRole('heading', { name: 'Nothing to play here' }).waitFor();
      await page.getByRole('link', { name: 'Go to Today' }).click();
      await page.getByRole('heading', { level: 1 }).waitFor();
      await page.locator('main').getByRole('heading', { level: 2 }).first().waitFor();
      expect(await page.getByRole('alert').count()).toBe(0);
      expect(errors).toEqual([]);
    },
    120_000,
  );
});
