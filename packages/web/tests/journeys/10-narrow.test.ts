import type { Browser, Page } from 'playwright-core';
import { z } from 'zod';
import { type AppStack, startAppStack } from '../harness/app-stack.ts';
import { callAs, findBarriers, inBrowser, openBrowser, openPage, signInAs } from '../harness/browser.ts';

const narrow = { viewport: { width: 320, height: 640 } };
const longWord = 'pneumono'.repeat(15);
const arabic = 'تعب السفر';
const sentence = 'Before we fly home next week could I please buy a small present for my grandmother who lives alone?';
/** The longest sentence that may be built has twenty words. */
const distractors = ['yesterday', 'although', 'bought', 'flew', 'living', 'presents'];
const hint = 'The airport is المطار in Arabic.';
const wrong = 'שדה תעופה';

const Published = z.looseObject({
  id: z.string(),
  revision: z.number(),
  recording_id: z.string(),
  exercises: z.looseObject({ sentence_builder: z.array(z.looseObject({ source_quote: z.string() })) }),
});

const width = (page: Page): Promise<number> => page.evaluate(() => document.documentElement.scrollWidth);

describe('a narrow screen', () => {
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
    'holds a word of 120 letters and an Arabic translation in the word games',
    async () => {
      const { page, errors } = await openPage(browser, narrow);
      await signInAs(page, app.url, 'Student');
      const made = await callAs(page, 'POST', '/api/v1/word-lists', { name: 'Odd words' });
      const { id } = z.looseObject({ id: z.string() }).parse(made);
      for (const word of [
        { word: longWord, translation: 'very long', example_sentence: `They wrote ${longWord} on the wall.` },
        { word: 'jet lag', translation: arabic, example_sentence: 'She has jet lag today.' },
      ])
        await callAs(page, 'POST', `/api/v1/word-lists/${id}/words`, word);

      await page.goto(`${app.url}/play/flashcards/custom/${id}`);
      for (let card = 0; card < 2; card += 1) {
        await page
          .getByText(/\d ?\/ ?2/)
          .first()
          .waitFor();
        await page.keyboard.press('Enter');
        await page.getByRole('button', { name: 'Well' }).waitFor();
        expect(await width(page)).toBeLessThanOrEqual(320);
        expect(await findBarriers(page)).toEqual([]);
        const told = page.getByText(arabic);
        // Its letters run from right to left in a page that runs from left to right.
        if (await told.isVisible())
          expect(await told.evaluate((element) => getComputedStyle(element).direction)).toBe('rtl');
        await page.keyboard.press('3');
      }
      await page.getByRole('heading', { name: 'Done!' }).waitFor();

      await page.goto(`${app.url}/play/spelling_bee/custom/${id}`);
      for (let word = 0; word < 2; word += 1) {
        await page.getByRole('textbox').fill(longWord);
        expect(await width(page)).toBeLessThanOrEqual(320);
        await page.keyboard.press('Enter');
        await page.getByRole('button', { name: 'Go on' }).waitFor();
        expect(await width(page)).toBeLessThanOrEqual(320);
        await page.keyboard.press('Enter');
      }
      expect(errors).toEqual([]);
    },
    180_000,
  );

  inBrowser(
    'holds a sentence with twenty-five words to choose from in a published lesson',
    async () => {
      const teacher = (await openPage(browser)).page;
      await signInAs(teacher, app.url, 'Teacher');
      const sets = z
        .looseObject({ data: z.array(Published) })
        .parse(await callAs(teacher, 'GET', '/api/v1/exercises?class_id=demo&status=published')).data;
      const [set] = sets;
      if (set === undefined) throw new Error('A sample lesson is published.');
      const tokens = sentence.slice(0, -1).split(' ');
      const added = await callAs(teacher, 'POST', `/api/v1/exercises/${set.id}/items`, {
        revision: set.revision,
        kind: 'sentence_builder',
        item: {
          english_sentence: sentence,
          translation: wrong,
          sentence_tokens: tokens,
          accepted_sequences: [tokens],
          distractors,
          hint,
          difficulty: 'hard',
          source_quote: set.exercises.sentence_builder[0]?.source_quote,
        },
      });
      expect(added).toMatchObject({ success: true, status: 'published' });

      const { page, errors } = await openPage(browser, narrow);
      await signInAs(page, app.url, 'Student');
      await page.goto(`${app.url}/lessons/${encodeURIComponent(set.recording_id)}`);
      await page.getByRole('link', { name: /Build the sentence/ }).click();
      const choices = page.getByRole('list', { name: 'Words to choose from' }).getByRole('button');
      const most = tokens.length + distractors.length;
      for (let item = 0; item < 40; item += 1) {
        await choices.first().waitFor();
        const count = await choices.count();
        if (count >= most) break;
        for (let left = count; left >= 0; left -= 1) await page.keyboard.press('Enter');
        await page.getByRole('button', { name: 'Go on' }).waitFor();
        await page.keyboard.press('Enter');
        await page.getByRole('button', { name: 'Go on' }).waitFor({ state: 'detached' });
      }
      expect(await choices.count()).toBe(25);
      // That it is asked can be seen before the first word is placed.
      await expect(
        page.getByRole('list', { name: 'Your sentence' }).getByRole('listitem').allTextContents(),
      ).resolves.toEqual(['?']);
      expect(await width(page)).toBeLessThanOrEqual(320);
      expect(await findBarriers(page)).toEqual([]);
      const sizes = await choices.evaluateAll((buttons) =>
        buttons.map((button) => button.getBoundingClientRect()).map(({ width: wide, height }) => [wide, height]),
      );
      // A finger hits every one of them.
      expect(sizes.filter(([wide = 0, height = 0]) => wide < 24 || height < 44)).toEqual([]);
      for (let left = most; left >= 0; left -= 1) await page.keyboard.press('Enter');
      await page.getByRole('button', { name: 'Go on' }).waitFor();
      expect(await width(page)).toBeLessThanOrEqual(320);
      expect(errors).toEqual([]);
    },
    180_000,
  );
});
