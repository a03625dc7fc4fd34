import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { type AppStack, startAppStack } from '../harness/app-stack.ts';
import { findBarriers, inBrowser, openBrowser, openPage } from '../harness/browser.ts';
import { answerByKeyboard } from '../harness/play-by-keyboard.ts';

/** The games by their names in addresses, with the names that the harness answers by. */
const games: Readonly<Record<string, string>> = {
  flashcards: 'Flashcards',
  spelling_bee: 'Spelling',
  advanced_cloze: 'Fill the gap',
  grammar_challenge: 'Grammar',
  sentence_builder: 'Build the sentence',
};
const lesson = 'Preparing for a job interview';
const underReview = 'Planning a weekend trip';
const withoutClass = 'Something with demo';

interface Appearance {
  colorScheme: 'light' | 'dark';
  width: number;
}
/** Both themes in both directions, each at a phone's width and at a desk's; the office is looked at between them, too. */
const directions = [
  {
    dir: 'ltr',
    locale: 'en-GB',
    onPhones: [light(320), dark(1280)],
    inOffices: [light(320), dark(768), light(1024), dark(1280)],
  },
  {
    dir: 'rtl',
    locale: 'he-IL',
    onPhones: [dark(320), light(1280)],
    inOffices: [dark(320), light(768), dark(1024), light(1280)],
  },
] as const;

function light(width: number): Appearance {
  return { colorScheme: 'light', width };
}
function dark(width: number): Appearance {
  return { colorScheme: 'dark', width };
}

/** What axe finds on a screen, and whether it asks to be moved sideways. */
async function barriersOf(page: Page): Promise<string[]> {
  const found = await findBarriers(page);
  const isTooWide = await page.evaluate(() => document.documentElement.scrollWidth > innerWidth);
  return isTooWide ? [...found, 'the page is too wide'] : found;
}

const isByEar = (address: string): boolean => address.startsWith('/play/listen/');

describe('every screen', () => {
  let app: AppStack;
  let browser: Browser;
  beforeAll(async () => {
    if (inBrowser === test.skip) return;
    [app, browser] = await Promise.all([startAppStack(), openBrowser()]);
    writeFileSync(join(app.inboxDir, `${withoutClass}.txt`), 'Maya: A ladder is a thing you climb.\nLeo: I goed up.\n');
  }, 360_000);
  afterAll(async () => {
    await browser?.close();
    await app?.close();
  });

  /** A page that stays: its theme and its width change, and a link leads to the next screen. */
  const openFor = async (locale: string, looks: readonly Appearance[]) => {
    const { page, errors } = await openPage(browser, { locale, reducedMotion: 'reduce' });
    const look = async (name: string): Promise<void> => {
      for (const { colorScheme, width } of looks) {
        await page.emulateMedia({ colorScheme });
        await page.setViewportSize({ width, height: 800 });
        expect([name, colorScheme, width, await barriersOf(page)]).toEqual([name, colorScheme, width, []]);
      }
    };
    await page.goto(app.url);
    await page.locator('form').waitFor();
    return { page, errors, look };
  };
  /** The buttons of the sample people stand in the order teacher, student, coordinator in every language. */
  const signInAt = async (page: Page, place: number): Promise<void> => {
    await page.locator('section').first().getByRole('button').nth(place).click();
    await page.locator('nav').waitFor();
  };
  /** To another screen as a link leads there, until nothing of it is waited for. */
  const go = async (page: Page, path: string): Promise<void> => {
    await page.evaluate((to) => history.pushState(null, '', to), path);
    await page.locator('h1, h2').first().waitFor();
    await page.locator('[class*="loading"]').first().waitFor({ state: 'detached' });
  };

  /** Answers an item somehow in whatever language, until its verdict or the back of its card is there. */
  const answer = async (page: Page, game: string): Promise<void> => {
    const verdict = page.locator('[aria-live="polite"]:not(:empty)');
    if (game === 'Flashcards') {
      await page.keyboard.press('Enter');
      return page.locator('[class*="ratings"]').waitFor();
    }
    if (game !== 'Build the sentence') await answerByKeyboard(page, game);
    // Enter places the word that has the focus, and at last checks.
    else for (let word = 0; word < 30 && !(await verdict.isVisible()); word += 1) await page.keyboard.press('Enter');
    await verdict.waitFor();
  };

  inBrowser.each(directions)(
    'of a learner has no barriers: $dir',
    async ({ dir, locale, onPhones }) => {
      const { page, errors, look } = await openFor(locale, onPhones);
      await look('sign in');
      await signInAt(page, 1);
      await page.locator(`html[dir="${dir}"]`).waitFor();
      for (const path of ['/', '/words', '/progress', '/settings', '/join/AAAA-BBBB', '/nowhere', '/lessons']) {
        await go(page, path);
        await look(path);
      }
      await page.getByRole('link', { name: lesson }).click();
      await page.locator('dl').waitFor();
      await look('lesson');
      const addresses = await page
        .locator('a[href^="/play/"]')
        .evaluateAll((links) => links.map((a) => a.getAttribute('href') ?? ''));
      const [byEar, others] = [true, false].map((is) => addresses.filter((one) => isByEar(one) === is));
      expect(others?.map((address) => address.split('/')[2]).sort()).toEqual(Object.keys(games).sort());
      expect(byEar?.map((address) => address.split('/')[3])).toEqual([
        'sentence_builder',
        'advanced_cloze',
        'spelling_bee',
      ]);
      for (const address of addresses) {
        const game = games[address.split('/')[2] ?? ''] ?? '';
        await page.evaluate((to) => history.pushState(null, '', to), address);
        await page.locator('[data-first], button').nth(1).waitFor();
        await look(address);
        await answer(page, isByEar(address) ? 'Spelling' : game);
        await look(`${address} answered`);
        // A game that is left in its middle would wait for an answer here.
        await go(page, '/lessons');
      }
      await go(page, '/play/flashcards/mistakes');
      await look('mistakes');
      expect(errors).toEqual([]);
    },
    360_000,
  );

  inBrowser.each(directions)(
    'of the office has no barriers: $dir',
    async ({ dir, locale, inOffices }) => {
      const { page, errors, look } = await openFor(locale, inOffices);
      // A coordinator sees all that a teacher does, and recordings without a class and people as well.
      await signInAt(page, 2);
      await page.locator(`html[dir="${dir}"]`).waitFor();
      await page.getByRole('listitem').filter({ hasText: withoutClass }).getByRole('combobox').waitFor();
      const worksheet = page.locator('a[href$="/print"]').first();
      await worksheet.waitFor();
      const print = (await worksheet.getAttribute('href')) ?? '';
      await look('desk');
      for (const path of ['/classes', '/classes/demo', '/people', '/settings', print]) {
        await go(page, path);
        await look(path);
      }
      await go(page, '/desk');
      await page.getByRole('link', { name: underReview }).click();
      await page.locator('li[aria-current]').waitFor();
      await look('review');
      await page.keyboard.press('e');
      await page.locator('form').first().waitFor();
      await look('edit');
      await page.keyboard.press('Escape');
      await page.keyboard.press('?');
      await page.getByRole('dialog').waitFor();
      await look('keys');
      await page.keyboard.press('Escape');
      await go(page, '/desk');
      await page.getByRole('link', { name: lesson }).click();
      // by keyboard: what comes late above it moves it away under a finger
      await page.locator('details').last().locator('summary').press('Enter');
      await page.locator('details ol li').first().waitFor();
      await look('published, with its history');
      expect(errors).toEqual([]);
    },
    360_000,
  );
});
