import type { Browser, Page } from 'playwright-core';
import { z } from 'zod';
import { type AppStack, startAppStack } from '../harness/app-stack.ts';
import { callAs, inBrowser, openBrowser, openPage, signInAs } from '../harness/browser.ts';

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

const ReviewedSet = z.looseObject({
  id: z.string(),
  exercises: z.looseObject({
    flashcards: z.array(z.looseObject({ word: z.string() })),
    spelling: z.array(z.unknown()),
    fill_in_blank: z.array(z.unknown()),
    grammar: z.array(z.unknown()),
    sentence_builder: z.array(z.unknown()),
  }),
});

/** Leaves 24 exercises of the lesson that waits for review. */
async function cutTo24(page: Page): Promise<z.infer<typeof ReviewedSet>> {
  const listed = await callAs(page, 'GET', '/api/v1/exercises?class_id=demo&status=pending_review');
  const [set] = z.looseObject({ data: z.array(ReviewedSet) }).parse(listed).data;
  if (set === undefined) throw new Error('A sample lesson waits for review.');
  let room = 24;
  const lists = Object.entries(ReviewedSet.shape.exercises.parse(set.exercises)).flatMap(([kind, items]) => {
    if (!Array.isArray(items)) return [];
    const kept = items.slice(0, room);
    room -= kept.length;
    return [[kind, kept] as const];
  });
  expect(room).toBe(0);
  const body = Object.fromEntries(lists.filter(([kind]) => kind in ReviewedSet.shape.exercises.shape));
  const cut = await callAs(page, 'PATCH', `/api/v1/exercises/${set.id}`, body);
  return z.looseObject({ data: ReviewedSet }).parse(cut).data;
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
    'of 24 exercises 3 are wrong: one goes, one word is changed, one finding is made an exercise; with at most 40 keys and no mouse',
    async () => {
      const { page, errors } = await openPage(browser, { viewport: { width: 1280, height: 900 } });
      await signInAs(page, app.url, 'Teacher');
      const set = await cutTo24(page);
      const dropped = set.exercises.flashcards[0]?.word ?? '';
      await page.goto(`${app.url}/desk/${set.id}`);
      const here = page.locator('li[aria-current]');
      await here.waitFor();
      expect(await page.locator('section[aria-label] li[id]').count()).toBeGreaterThan(24);
      const keys = countKeys(page);

      // Somebody who reads all of them: the first goes, of the third one word is changed.
      await here.filter({ hasText: dropped }).waitFor();
      await keys.press('x');
      await keys.press('j');
      await keys.press('e');
      await page.getByRole('textbox', { name: 'Meaning' }).waitFor();
      await keys.press('Tab');
      await keys.press('Control+A');
      await page.keyboard.type('words that a teacher prefers');
      await keys.press('Shift+Tab');
      await keys.press('Enter');
      await page.getByText('words that a teacher prefers').waitFor();
      for (let item = 2; item < 24; item += 1) await keys.press('j');
      const findings = page.getByRole('region', { name: 'Found, but in no exercise' });
      await findings.locator('li[aria-current]').waitFor();
      const before = await findings.getByRole('listitem').count();
      await keys.press('a');
      await page.waitForFunction((count) => {
        const left = document.querySelectorAll('section[aria-label^="Found"] li').length;
        return left < count;
      }, before);
      await page.getByText('Everything is saved.').waitFor();
      await page.getByText('24 exercises stay.').waitFor();
      await keys.press('Control+Enter');
      await page.getByRole('heading', { name: 'Desk' }).waitFor();
      await page
        .getByText(/Published: 24 exercises/)
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
