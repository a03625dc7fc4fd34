import type { Browser, Page } from 'playwright-core';
import { type AppStack, startAppStack } from '../harness/app-stack.ts';
import { findBarriers, inBrowser, openBrowser, openPage, signInAs } from '../harness/browser.ts';

const waiting = 'Planning a weekend trip';
const desktop = { viewport: { width: 1280, height: 900 } };

/** Changes the meaning of the card under the cursor. */
async function changeMeaning(page: Page, meaning: string): Promise<void> {
  await page.keyboard.press('e');
  await page.getByRole('textbox', { name: 'Meaning' }).fill(meaning);
  await page.getByRole('button', { name: 'Save' }).click();
  await page.getByText(meaning).first().waitFor();
}

const saved = (page: Page): Promise<void> => page.getByText('Everything is saved.').waitFor();

describe('two at one desk', () => {
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

  /** Two teachers, each with the same set before them. */
  async function openTwice(): Promise<[Page, Page, string[]]> {
    const [first, second] = [await openPage(browser, desktop), await openPage(browser, desktop)];
    for (const { page } of [first, second]) {
      await signInAs(page, app.url, 'Teacher');
      await page.getByRole('link', { name: waiting }).click();
      await page.locator('li[aria-current]').waitFor();
    }
    return [first.page, second.page, [...first.errors, ...second.errors]];
  }

  inBrowser(
    'the cursor lights up the words of the lesson, and a line of the lesson moves the cursor',
    async () => {
      const { page, errors } = await openPage(browser, desktop);
      await signInAs(page, app.url, 'Teacher');
      await page.getByRole('link', { name: waiting }).click();
      const here = page.locator('li[aria-current]');
      await here.waitFor();
      const lit = page.locator('mark');
      await lit.first().waitFor();
      const start = await here.getAttribute('id');
      const first = await lit.first().textContent();
      await page.keyboard.press('j');
      await page.waitForFunction((text) => document.querySelector('mark')?.textContent !== text, first);

      const line = page.locator('li[data-quoted]').last();
      await line.click();
      await page.locator('li[data-quoted][data-lit]').last().waitFor();
      const reached = await here.getAttribute('id');
      expect(reached).not.toBe(start);
      expect(await line.getAttribute('data-lit')).not.toBeNull();
      // The arrows do the same without a mouse.
      await page.getByRole('region', { name: 'What was said' }).locator('[tabindex="0"]').focus();
      await page.keyboard.press('ArrowUp');
      await page.waitForFunction((id) => document.querySelector('li[aria-current]')?.id !== id, reached);
      expect(errors).toEqual([]);
    },
    120_000,
  );

  inBrowser(
    'the later one sees item by item what was changed; nothing is overwritten, and what made way can be made again',
    async () => {
      const [first, second, errors] = await openTwice();
      // What the first one does appears at the second one by itself, who has nothing of their own on the way.
      const gone = (await first.locator('li[aria-current]').getAttribute('id')) ?? '';
      await first.keyboard.press('x');
      await saved(first);
      await second.locator(`[id="${gone}"]`).waitFor({ state: 'detached' });
      await second.keyboard.press('j');
      await second.keyboard.press('k');

      // Without a network the second one is late. Both change one card; each of them another one, too.
      await second.context().setOffline(true);
      await changeMeaning(first, 'as the first one says it');
      await first.keyboard.press('j');
      await first.keyboard.press('x');
      await saved(first);
      await changeMeaning(second, 'as the second one says it');
      await second.keyboard.press('j');
      await second.keyboard.press('j');
      await changeMeaning(second, 'what the second one alone says');
      await second.context().setOffline(false);
      await second.getByRole('heading', { name: 'Somebody else changed this set' }).waitFor();
      const theirs = second.locator('ins').filter({ hasText: 'as the first one says it' });
      await theirs.waitFor();
      expect(await second.getByText('Yours:').count()).toBe(1);
      expect(['conflict', await findBarriers(second)]).toEqual(['conflict', []]);
      await second.getByRole('button', { name: 'Go on with both' }).click();
      await saved(second);
      await second.getByRole('heading', { name: 'Your changes that made way' }).waitFor();
      await first.getByText('what the second one alone says').waitFor();
      expect(await second.getByText('as the first one says it').count()).toBeGreaterThan(0);

      await second.getByRole('button', { name: 'Make it again' }).click();
      await second.getByRole('heading', { name: 'Your changes that made way' }).waitFor({ state: 'detached' });
      await saved(second);
      await first.getByText('as the second one says it').waitFor();
      expect(errors).toEqual([]);
    },
    240_000,
  );

  inBrowser(
    'while the lessons database is away the desk says so, keeps what is changed though its tab dies, and sends it later; a broken rule is said at its field',
    async () => {
      const { page, errors } = await openPage(browser, desktop);
      await signInAs(page, app.url, 'Teacher');
      await page.getByRole('link', { name: waiting }).click();
      await page.locator('li[aria-current]').waitFor();
      const sets = '**/api/v1/exercises/*';
      await page.route(sets, (route) =>
        route.request().method() === 'PATCH'
          ? route.fulfill({
              status: 503,
              contentType: 'application/problem+json',
              body: JSON.stringify({ status: 503, code: 'dependency_unavailable', detail: 'The lessons are away.' }),
            })
          : route.continue(),
      );
      await changeMeaning(page, 'said in bad weather');
      await page.getByText('Your changes are kept on this device').waitFor();
      await page.reload();
      await page.getByText('said in bad weather').waitFor();
      await page.getByText('Your changes are kept on this device').waitFor();
      await page.unroute(sets);
      await saved(page);

      const gaps = page.getByRole('region', { name: 'Gaps' }).locator('li[id]').first();
      await gaps.click();
      await page.keyboard.press('e');
      const answer = page.getByRole('textbox', { name: 'Right answer' });
      await answer.fill('zebra');
      await page.getByRole('button', { name: 'Save' }).click();
      await page.getByText(/^Right answer: The right answer must be one of the options/).waitFor();
      await page.getByText('Something does not fit yet').waitFor();
      await page.keyboard.press('e');
      const described = (await answer.getAttribute('aria-describedby')) ?? '';
      expect(await page.locator(`[id="${described}"]`).textContent()).toContain('must be one of the options');
      await page.keyboard.press('Escape');
      await page.keyboard.press('u');
      await saved(page);
      expect(errors).toEqual([]);
    },
    180_000,
  );

  inBrowser(
    'a set that is approved meanwhile keeps one’s changes, which are made again in the games; more is published; all is in the history; the set is taken back',
    async () => {
      const [first, second, errors] = await openTwice();
      await second.context().setOffline(true);
      await changeMeaning(second, 'said too late');
      await first.keyboard.press('Control+Enter');
      await first.getByRole('heading', { name: 'Desk' }).waitFor();
      await second.context().setOffline(false);
      await second.getByText('It has been decided meanwhile.').waitFor();
      await second.getByRole('button', { name: 'Take the newest' }).click();
      await second.getByRole('heading', { name: 'In the games' }).waitFor();
      const learner = (await openPage(browser)).page;
      await signInAs(learner, app.url, 'Student');
      await learner.getByRole('link', { name: 'Lessons' }).click();
      await learner.getByRole('link', { name: waiting }).click();
      await second.getByRole('button', { name: 'Make it again' }).click();
      await second.getByRole('heading', { name: 'Your changes that made way' }).waitFor({ state: 'detached' });
      await learner.waitForTimeout(500);
      await learner.reload();
      await learner.getByText('said too late').first().waitFor();

      // More of the same lesson, to the learners at once.
      await second.getByRole('textbox', { name: 'Make an exercise of' }).fill('The scenery was amazing.');
      await second.getByRole('button', { name: 'Sentence', exact: true }).click();
      await second.getByRole('button', { name: 'Withdraw: The scenery was amazing.' }).waitFor();
      await second.getByRole('button', { name: 'Make anew' }).click();
      await second.getByRole('dialog').getByRole('button', { name: 'Make anew' }).click();
      await second.getByText(/^Made anew: \d+ exercises? (is|are) new\.$/).waitFor();

      await second.getByText('What happened').click();
      for (const what of ['Made anew', 'Mended in the games', 'Published', 'Approved', 'Edited'])
        await second.locator('ol strong').filter({ hasText: what }).first().waitFor();
      await second.getByText('The scenery was amazing.').first().waitFor();
      expect(['published', await findBarriers(second)]).toEqual(['published', []]);

      await second.getByRole('textbox', { name: 'Why?' }).fill('It was another lesson.');
      await second.getByRole('button', { name: 'Take the set back' }).click();
      await second.getByRole('dialog').getByRole('button', { name: 'Take the set back' }).click();
      await second.getByRole('button', { name: 'Review it again' }).waitFor();
      await learner.goto(`${app.url}/lessons`);
      await learner.getByRole('link', { name: 'Preparing for a job interview' }).waitFor();
      expect(await learner.getByRole('link', { name: waiting }).count()).toBe(0);
      expect(errors).toEqual([]);
    },
    240_000,
  );
});
