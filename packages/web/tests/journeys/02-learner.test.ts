import type { Browser, Page } from 'playwright-core';
import { type AppStack, startAppStack } from '../harness/app-stack.ts';
import { findBarriers, inBrowser, openBrowser, openPage, signInAs } from '../harness/browser.ts';
import { answerByKeyboard, playByKeyboard } from '../harness/play-by-keyboard.ts';

const games = ['flashcards', 'spelling_bee', 'advanced_cloze', 'grammar_challenge', 'sentence_builder'];

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
    'plays by touch on a small phone; wrong letters are named, and the right word is nowhere before',
    async () => {
      const { page, errors } = await openPage(browser, {
        viewport: { width: 360, height: 740 },
        hasTouch: true,
        isMobile: true,
      });
      await signInAs(page, app.url, 'Student');
      await page.getByRole('link', { name: 'Lessons' }).tap();
      await lessonLink(page).tap();
      await page.getByRole('link', { name: /^Spelling/ }).tap();
      const field = page.getByRole('textbox', { name: 'The word' });
      await field.waitFor();
      const before = (await page.locator('main').textContent())?.toLowerCase();
      await field.fill('zzz');
      await page.getByRole('button', { name: 'Check' }).tap();
      await page
        .getByText(/The letter “\w” is missing|You wrote “z”, it is “\w”/)
        .first()
        .waitFor();
      const word = await page.locator('main p bdi:has(> [data-state])').first().textContent();
      expect(word).toMatch(/^[a-z]{4,}$/);
      expect(before).not.toContain(word);
      await page.getByRole('button', { name: 'Go on' }).tap();
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360);
      expect(errors).toEqual([]);
    },
    180_000,
  );

  inBrowser(
    'reads the app in Hebrew from right to left, and its English from left to right',
    async () => {
      const { page } = await openPage(browser, { locale: 'he-IL' });
      await page.goto(app.url);
      await page.getByRole('button', { name: 'תלמיד/ה' }).click();
      // The profile says English; who signs in changes that.
      await page.getByRole('link', { name: 'Settings' }).click();
      await page.getByLabel('Language of this app').selectOption('he');
      await page.getByText('נשמר').waitFor();
      expect(await page.locator('html').getAttribute('dir')).toBe('rtl');
      await page.getByRole('link', { name: 'שיעורים' }).click();
      const title = page.locator('bdi[lang="en"]').first();
      await title.waitFor();
      expect(await title.getAttribute('dir')).toBe('ltr');
      // Back to English, for the tests that follow.
      await page.getByRole('link', { name: 'הגדרות' }).click();
      await page.getByLabel('שפת האפליקציה').selectOption('en');
      await page.getByText('Saved').waitFor();
    },
    180_000,
  );

  inBrowser.each([
    ['light, left to right', 'light', 'en-GB', 320],
    ['dark, right to left', 'dark', 'he-IL', 1280],
  ] as const)(
    'axe finds nothing on any screen: %s',
    async (_name, colorScheme, locale, width) => {
      const { page, errors } = await openPage(browser, { colorScheme, locale, viewport: { width, height: 800 } });
      await page.goto(app.url);
      await page.locator('form').waitFor();
      expect(['sign in', await findBarriers(page)]).toEqual(['sign in', []]);
      await page.getByRole('button', { name: /^(Student|תלמיד)/ }).click();
      await page.locator('nav').waitFor();
      const lessons = await page.evaluate(() => location.origin);
      for (const path of ['/', '/lessons', '/words', '/progress', '/settings', '/join/AAAA-BBBB', '/nowhere']) {
        await page.goto(`${lessons}${path}`);
        await page.locator('h1').waitFor();
        await page.waitForLoadState('networkidle');
        expect([path, await findBarriers(page)]).toEqual([path, []]);
        expect([path, await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth)]).toEqual([
          path,
          true,
        ]);
      }
      await page.goto(`${lessons}/lessons`);
      await lessonLink(page).click();
      await page.locator('dl').waitFor();
      expect(['lesson', await findBarriers(page)]).toEqual(['lesson', []]);
      const addresses = await page
        .locator('a[href^="/play/"]')
        .evaluateAll((links) => links.map((a) => a.getAttribute('href')));
      expect(addresses).toHaveLength(games.length);
      for (const address of addresses) {
        await page.goto(`${lessons}${address}`);
        await page.locator('[data-first], button').nth(1).waitFor();
        await page.waitForLoadState('networkidle');
        expect([address, await findBarriers(page)]).toEqual([address, []]);
        const game = games.find((one) => address?.includes(one)) ?? '';
        if (game === 'flashcards') await page.keyboard.press('Enter');
        else await answerByKeyboard(page, nameOf[game] ?? '');
        await page.waitForTimeout(200);
        expect([`${address} answered`, await findBarriers(page)]).toEqual([`${address} answered`, []]);
      }
      expect(errors).toEqual([]);
    },
    360_000,
  );
});

const nameOf: Readonly<Record<string, string>> = { spelling_bee: 'Spelling', sentence_builder: 'Build the sentence' };
