import type { Browser, Page } from 'playwright-core';
import { type AppStack, startAppStack } from '../harness/app-stack.ts';
import { inBrowser, openBrowser, openPage, signInAs } from '../harness/browser.ts';
import { playByKeyboard } from '../harness/play-by-keyboard.ts';

describe('a learner', () => {
  let app: AppStack;
  let browser: Browser;
  beforeAll(async () => {
    if (inBrowser === test.skip) return;
    [app, browser] = await Promise.all([startAppStack({ isFirst: true }), openBrowser()]);
  }, 360_000);
  afterAll(async () => {
    await browser?.close();
    await app?.close();
  });

  const lessonLink = (page: Page) => page.getByRole('link', { name: /Preparing for a job interview/ });

  inBrowser(
    'gets from the address to a played game by clicking alone, and plays all five by keyboard',
    async () => {
      const { page, errors } = await openPage(browser);
      await signInAs(page, app.url, 'Student');
      await page.getByRole('link', { name: 'Practise' }).click();
      const practised = await playByKeyboard(page);
      expect([...practised.games]).toContain('Flashcards');
      await page.getByRole('link', { name: 'Go to Today' }).click();

      for (const game of ['Spelling', 'Fill the gap', 'Grammar', 'Build the sentence']) {
        await page.getByRole('link', { name: 'Lessons' }).click();
        await lessonLink(page).click();
        await page.getByRole('link', { name: new RegExp(`^${game}`) }).click();
        const { games: played, verdicts } = await playByKeyboard(page);
        expect([...played]).toEqual([game]);
        expect(verdicts.join(' ')).toMatch(/Right!|Not quite\./);
        await page.getByRole('link', { name: 'Go to Today' }).click();
      }

      await page.getByRole('link', { name: 'Progress' }).click();
      await page.getByText('1 day in the last weeks').waitFor();
      await page.getByRole('link', { name: 'Practise these' }).first().waitFor();
      expect(errors).toEqual([]);
    },
    360_000,
  );

  inBrowser(
    'reads the app in Hebrew from right to left, and its English from left to right',
    async () => {
      const { page } = await openPage(browser, { locale: 'he-IL' });
      await page.goto(app.url);
      await page.getByRole('button', { name: 'תלמיד/ה' }).click();
      // The sample people chose no language: the app goes on in the browser's.
      await page.getByRole('link', { name: 'שיעורים' }).click();
      expect(await page.locator('html').getAttribute('dir')).toBe('rtl');
      const title = page.locator('bdi[lang="en"]').first();
      await title.waitFor();
      expect(await title.getAttribute('dir')).toBe('ltr');

      await page.getByRole('link', { name: 'הגדרות' }).click();
      await page.getByRole('button', { name: 'התנתקות' }).click();

      // Whoever chose one keeps it, whatever the browser speaks; who comes next begins as everybody does.
      await page.getByRole('button', { name: 'רכז/ת' }).click();
      await page.getByRole('link', { name: 'הגדרות' }).click();
      await page.getByLabel('שפת האפליקציה').selectOption('es');
      await page.locator('html[lang="es"][dir="ltr"]').waitFor();
      await page.reload();
      await page.locator('html[lang="es"] nav').waitFor();
      await page.getByRole('button', { name: 'Salir' }).click();
      await page.getByRole('button', { name: 'תלמיד/ה' }).waitFor();
      expect(await page.locator('html').getAttribute('dir')).toBe('rtl');
    },
    180_000,
  );
});
