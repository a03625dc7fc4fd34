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
/** Both themes in both directions, each at a phone's width and at a desk's. */
const appearances = [
  { colorScheme: 'light', direction: 'ltr', locale: 'en-GB', width: 320 },
  { colorScheme: 'dark', direction: 'ltr', locale: 'en-GB', width: 1280 },
  { colorScheme: 'dark', direction: 'rtl', locale: 'he-IL', width: 320 },
  { colorScheme: 'light', direction: 'rtl', locale: 'he-IL', width: 1280 },
] as const;

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
  }, 360_000);
  afterAll(async () => {
    await browser?.close();
    await app?.close();
  });

  /** The buttons of the sample people stand in the order teacher, student, coordinator in every language. */
  const signInAt = async (place: number, { width, colorScheme, locale }: (typeof appearances)[number]) => {
    const viewport = { width, height: 800 };
    const { page, errors } = await openPage(browser, { colorScheme, locale, viewport });
    await page.goto(app.url);
    await page.locator('section').first().getByRole('button').nth(place).click();
    await page.locator('nav').waitFor();
    return { page, errors };
  };
  const look = async (page: Page, name: string): Promise<void> => {
    expect([name, await barriersOf(page)]).toEqual([name, []]);
  };
  const visit = async (page: Page, path: string): Promise<void> => {
    await page.goto(`${app.url}${path}`);
    await page.locator('h1').waitFor();
    // Screens that listen to news are never without a request under way.
    await page.locator('main [role="status"]').filter({ hasText: /…$/ }).waitFor({ state: 'detached' });
    await look(page, path);
  };

  inBrowser.each(appearances)(
    'of a learner has no barriers: $colorScheme, $direction, $width px',
    async (appearance) => {
      const { page, errors } = await signInAt(1, appearance);
      await page.locator(`html[dir="${appearance.direction}"]`).waitFor();
      for (const path of ['/', '/lessons', '/words', '/progress', '/settings', '/join/AAAA-BBBB', '/nowhere'])
        await visit(page, path);
      await page.goto(`${app.url}/lessons`);
      await page.getByRole('link', { name: lesson }).click();
      await page.locator('dl').waitFor();
      await look(page, 'lesson');
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
        await page.goto(`${app.url}${address}`);
        await page.locator('[data-first], button').nth(1).waitFor();
        await look(page, address);
        if (game === 'Flashcards') await page.keyboard.press('Enter');
        else await answerByKeyboard(page, isByEar(address) ? 'Spelling' : game);
        await page.waitForTimeout(200);
        await look(page, `${address} answered`);
      }
      await page.goto(`${app.url}/play/flashcards/mistakes`);
      await page.locator('h1, h2').first().waitFor();
      await look(page, 'mistakes');
      expect(errors).toEqual([]);
    },
    360_000,
  );

  inBrowser.each(appearances)(
    'of the office has no barriers: $colorScheme, $direction, $width px',
    async (appearance) => {
      const { page, errors } = await signInAt(0, appearance);
      await page.locator(`html[dir="${appearance.direction}"]`).waitFor();
      const worksheet = page.locator('a[href$="/print"]').first();
      await worksheet.waitFor();
      const print = (await worksheet.getAttribute('href')) ?? '';
      for (const path of ['/desk', '/classes', '/classes/demo', '/settings', print]) await visit(page, path);
      await page.goto(`${app.url}/desk`);
      await page.getByRole('link', { name: underReview }).click();
      await page.locator('li[aria-current]').waitFor();
      await look(page, 'review');
      await page.keyboard.press('e');
      await page.locator('form').first().waitFor();
      await look(page, 'edit');
      await page.keyboard.press('Escape');
      await page.keyboard.press('?');
      await page.getByRole('dialog').waitFor();
      await look(page, 'keys');
      expect(errors).toEqual([]);
    },
    240_000,
  );

  inBrowser.each(appearances)(
    'before signing in has no barriers: $colorScheme, $direction, $width px',
    async ({ colorScheme, locale, width }) => {
      const { page } = await openPage(browser, { colorScheme, locale, viewport: { width, height: 800 } });
      await page.goto(app.url);
      await page.locator('form').waitFor();
      await look(page, 'sign in');
    },
    120_000,
  );
});
