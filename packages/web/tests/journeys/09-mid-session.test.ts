import type { Browser } from 'playwright-core';
import { z } from 'zod';
import { type AppStack, startAppStack } from '../harness/app-stack.ts';
import { inBrowser, openBrowser, openPage, signInAs } from '../harness/browser.ts';
import { playByKeyboard } from '../harness/play-by-keyboard.ts';

const lesson = 'Preparing for a job interview';
const Started = z.object({ item_ids: z.array(z.string()) });

describe('in the middle of a session', () => {
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

  const withdraw = async (itemId: string): Promise<void> => {
    const answer = await fetch(`${app.url}/api/v1/items/advanced_cloze/${encodeURIComponent(itemId)}/withdraw`, {
      method: 'POST',
      headers: { 'X-User-Id': 'demo-teacher', 'X-User-Role': 'teacher', 'Content-Type': 'application/json' },
      body: JSON.stringify({ reason: 'Two answers are right.' }),
    });
    expect(answer.status).toBe(200);
  };

  inBrowser(
    'an item that is withdrawn is told and does not count, and no other goes with it',
    async () => {
      const { page, errors } = await openPage(browser);
      await signInAs(page, app.url, 'Student');
      await page.getByRole('link', { name: 'Lessons' }).click();
      await page.getByRole('link', { name: lesson }).click();
      const starting = page.waitForResponse((response) => response.url().includes('/api/v1/sessions/start'));
      await page.getByRole('link', { name: /^Fill the gap/ }).click();
      const { item_ids: ids } = Started.parse(await (await starting).json());
      expect(ids.length).toBeGreaterThan(2);
      await page.getByText(`0 / ${ids.length}`).waitFor();
      expect(await page.title()).toContain('Fill the gap');

      await withdraw(ids[0] ?? '');
      await page.keyboard.press('1');
      const verdict = page.locator('[aria-live="polite"]').filter({ hasText: 'Your teacher has taken this one out.' });
      await verdict.waitFor();
      await page.keyboard.press('Enter');
      await page.getByText(`0 / ${ids.length - 1}`).waitFor();
      const { verdicts } = await playByKeyboard(page);
      expect(new Set(verdicts).size).toBeGreaterThanOrEqual(2);
      await page.getByText(`of ${ids.length - 1} at once`).waitFor();
      expect(errors).toEqual([]);
    },
    180_000,
  );

  inBrowser(
    'the back button leaves the game, and what was answered is kept',
    async () => {
      const { page, errors } = await openPage(browser);
      await signInAs(page, app.url, 'Student');
      await page.getByRole('link', { name: 'Lessons' }).click();
      await page.getByRole('link', { name: lesson }).click();
      const starting = page.waitForResponse((response) => response.url().includes('/api/v1/sessions/start'));
      await page.getByRole('link', { name: /^Grammar/ }).click();
      const { id } = z.object({ id: z.string() }).parse(await (await starting).json());
      await page.locator('main h1').waitFor();
      const recorded = page.waitForResponse((response) => response.url().endsWith('/result'));
      await page.keyboard.press('1');
      await recorded;
      await page.goBack();
      await page.getByRole('heading', { name: lesson }).waitFor();
      const answer = await fetch(`${app.url}/api/v1/sessions/${id}`, { headers: { 'X-User-Id': 'demo-student' } });
      expect((await answer.json()).progress.current).toBe(1);
      expect(errors).toEqual([]);
    },
    180_000,
  );
});
