import type { Browser, Page } from 'playwright-core';
import { type AppStack, startAppStack } from '../harness/app-stack.ts';
import { inBrowser, openBrowser, openPage, signInAs } from '../harness/browser.ts';
import { playByTouch } from '../harness/play-by-touch.ts';

const phone = { viewport: { width: 360, height: 740 }, hasTouch: true, isMobile: true };
/** A finger hits what is at least so high and wide. */
const finger = 44;

/** What of the controls on the table a finger would miss, and whether the page is wider than the phone. */
const missedByFingers = (page: Page): Promise<string[]> =>
  page.evaluate((least) => {
    const tooWide = document.documentElement.scrollWidth > innerWidth ? ['the page is too wide'] : [];
    const small = [...document.querySelectorAll<HTMLElement>('main :is(button, a, input)')].filter((control) => {
      const { width, height } = control.getBoundingClientRect();
      return control.checkVisibility() && (width < least || height < least);
    });
    return [...tooWide, ...small.map(({ outerHTML }) => outerHTML.slice(0, 120))];
  }, finger);

describe('a learner with a phone', () => {
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

  const openLesson = async (page: Page): Promise<void> => {
    await page.getByRole('link', { name: 'Lessons' }).tap();
    await page.getByRole('link', { name: /Preparing for a job interview/ }).tap();
  };

  inBrowser(
    'plays practice and all five games by taps alone; every control is large enough for a finger',
    async () => {
      const { page, errors } = await openPage(browser, phone);
      await signInAs(page, app.url, 'Student');
      const look = async (on: Page, game: string): Promise<void> => {
        expect([game, await missedByFingers(on)]).toEqual([game, []]);
      };
      await page.getByRole('link', { name: 'Practise' }).tap();
      await playByTouch(page, look);
      for (const game of ['Flashcards', 'Spelling', 'Fill the gap', 'Grammar', 'Build the sentence']) {
        await page.getByRole('link', { name: 'Go to Today' }).tap();
        await openLesson(page);
        await page.getByRole('link', { name: new RegExp(`^${game}`) }).tap();
        const { games, verdicts } = await playByTouch(page, look);
        expect([...games]).toEqual([game]);
        if (game !== 'Flashcards') expect(verdicts.join(' ')).toMatch(/Right!|Not quite\./);
      }
      expect(errors).toEqual([]);
    },
    360_000,
  );

  inBrowser(
    'is told the wrong letters, and sees the right word nowhere before',
    async () => {
      const { page, errors } = await openPage(browser, phone);
      await signInAs(page, app.url, 'Student');
      await openLesson(page);
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
});
