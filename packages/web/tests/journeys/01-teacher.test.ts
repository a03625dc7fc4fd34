import type { Browser, Page } from 'playwright-core';
import { type AppStack, startAppStack } from '../harness/app-stack.ts';
import { findBarriers, inBrowser, openBrowser, openPage, signInAs } from '../harness/browser.ts';

/** Counts the keys that a teacher presses, besides those of typed text. */
function countKeys(page: Page): { press(key: string): Promise<void>; readonly count: number } {
  let count = 0;
  return {
    press: async (key) => {
      count += 1;
      await page.keyboard.press(key);
    },
    get count() {
      return count;
    },
  };
}

describe('a teacher', () => {
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
    'axe finds nothing on the desk and in a review, in both themes and directions',
    async () => {
      for (const [colorScheme, locale] of [
        ['light', 'en-GB'],
        ['dark', 'he-IL'],
      ] as const) {
        const { page, errors } = await openPage(browser, {
          colorScheme,
          locale,
          viewport: { width: 1024, height: 800 },
        });
        await page.goto(app.url);
        await page.getByRole('button', { name: /^(Teacher|מורה)$/ }).click();
        await page.getByRole('heading', { name: 'Planning a weekend trip' }).waitFor();
        expect(['desk', await findBarriers(page)]).toEqual(['desk', []]);
        await page.getByRole('link', { name: 'Planning a weekend trip' }).click();
        await page.getByRole('heading', { level: 2 }).first().waitFor();
        expect(['review', await findBarriers(page)]).toEqual(['review', []]);
        await page.keyboard.press('e');
        await page.locator('form').first().waitFor();
        expect(['edit', await findBarriers(page)]).toEqual(['edit', []]);
        await page.keyboard.press('Escape');
        await page.keyboard.press('?');
        expect(['keys', await findBarriers(page)]).toEqual(['keys', []]);
        expect(errors).toEqual([]);
      }
    },
    240_000,
  );

  inBrowser(
    'two teachers: the later one sees that the set was changed, and nothing is overwritten',
    async () => {
      const first = (await openPage(browser)).page;
      const second = (await openPage(browser)).page;
      for (const page of [first, second]) {
        await signInAs(page, app.url, 'Teacher');
        await page.getByRole('link', { name: 'Planning a weekend trip' }).click();
        await page.locator('li[aria-current]').waitFor();
      }
      // What the first one does appears at the second one by itself, who has nothing of their own on the way.
      const chosen = (await first.locator('li[aria-current]').getAttribute('id')) ?? '';
      await first.keyboard.press('x');
      await first.getByText('Everything is saved.').waitFor();
      await second.locator(`[id="${chosen}"]`).waitFor({ state: 'detached' });

      // Without a network the second one is late.
      await second.context().setOffline(true);
      await first.keyboard.press('j');
      await first.keyboard.press('x');
      await first.getByText('Everything is saved.').waitFor();
      await second.keyboard.press('j');
      await second.keyboard.press('x');
      await second.context().setOffline(false);
      await second.getByRole('heading', { name: 'Somebody else changed this set' }).waitFor();
      await second.getByRole('button', { name: 'Take the newest' }).click();
      await second.getByText('Everything is saved.').waitFor();
      await first.keyboard.press('u');
      await first.getByText('Everything is saved.').waitFor();
    },
    180_000,
  );

  inBrowser(
    'mends a set with at most 40 keys and no mouse: one item out, one word changed, one finding made an item; then approves',
    async () => {
      const { page, errors } = await openPage(browser, { viewport: { width: 1280, height: 900 } });
      await signInAs(page, app.url, 'Teacher');
      await page.getByRole('link', { name: 'Planning a weekend trip' }).click();
      const here = page.locator('li[aria-current]');
      await here.waitFor();
      const keys = countKeys(page);

      const dropped = await here.locator('strong').textContent();
      await keys.press('x');
      await keys.press('j');
      await keys.press('e');
      const meaning = page.getByRole('textbox', { name: 'Meaning' });
      await meaning.waitFor();
      await keys.press('Tab');
      await page.keyboard.press('Control+A');
      await page.keyboard.type('words that a teacher prefers');
      await keys.press('Shift+Tab');
      await keys.press('Enter');
      await page.getByText('words that a teacher prefers').waitFor();

      // The findings come last: up from the first item is nothing, down from the last one neither.
      const findings = page.getByRole('region', { name: 'Found, but in no exercise' });
      const made = findings
        .getByRole('listitem')
        .filter({ hasText: /^Sentence/ })
        .first();
      await made.click();
      const before = Number((await findings.locator('small').first().textContent()) ?? 0);
      await keys.press('a');
      await page.waitForFunction((count) => {
        const shown = document.querySelector('section[aria-label^="Found"] small')?.textContent ?? '0';
        return Number(shown) < count;
      }, before);
      await page.getByText('Everything is saved.').waitFor();

      // What nobody found can be made an exercise, too; what was not said cannot.
      const words = page.getByRole('textbox', { name: 'Make an exercise of' });
      await words.fill('submarine');
      await page.getByRole('button', { name: 'Card', exact: true }).click();
      await page.getByText('does not stand in the transcript').waitFor();
      await words.fill('The scenery was amazing.');
      await page.getByRole('button', { name: 'Sentence', exact: true }).click();
      await page.locator('li[aria-current]').filter({ hasText: 'The scenery was amazing.' }).waitFor();
      await page.getByText('Everything is saved.').waitFor();
      await keys.press('Control+Enter');
      await page.getByRole('heading', { name: 'Desk' }).waitFor();
      await page
        .getByText(/Published: \d+ exercises/)
        .first()
        .waitFor();
      expect(keys.count).toBeLessThanOrEqual(40);
      expect(errors).toEqual([]);

      const learner = (await openPage(browser)).page;
      await signInAs(learner, app.url, 'Student');
      await learner.getByRole('link', { name: 'Lessons' }).click();
      await learner.getByRole('link', { name: /Planning a weekend trip/ }).click();
      await learner.getByText('words that a teacher prefers').waitFor();
      expect(await learner.locator('dt').allTextContents()).not.toContain(dropped);
    },
    240_000,
  );
});
