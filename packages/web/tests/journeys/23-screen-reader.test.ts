import type { Browser, Page } from 'playwright-core';
import { z } from 'zod';
import { type AppStack, startAppStack } from '../harness/app-stack.ts';
import { inBrowser, openBrowser, openPage, signInAs } from '../harness/browser.ts';
import { answerByKeyboard } from '../harness/play-by-keyboard.ts';

const lesson = 'Preparing for a job interview';

/** What an item hides before its answer, and what it asks by. */
interface Asked {
  hidden: string;
  question: string;
}

const Word = z
  .looseObject({ word: z.string(), notes: z.string().nullable(), translation: z.string().nullable() })
  .transform(({ word, notes, translation }) => ({ word, back: translation || notes || '' }));
const Sentence = z
  .looseObject({ english_sentence: z.string(), translation: z.string().nullable() })
  .transform(({ english_sentence: hidden, translation }): Asked => ({ hidden, question: translation ?? '' }));
const Gap = z
  .looseObject({ text_parts: z.array(z.string()), correct_answers: z.array(z.string()) })
  .transform(({ text_parts: parts, correct_answers: right }): Asked => {
    const hidden = parts.map((part, at) => part + (right[at] ?? '')).join('');
    return { hidden, question: parts[0] ?? '' };
  });
const Question = z
  .looseObject({ question: z.string(), correct_answer: z.string() })
  .transform(({ question, correct_answer: right }): Asked => {
    return { hidden: question.replace(/_{2,}/, right), question: question.split(/_{2,}/)[0] ?? '' };
  });

const games = [
  [
    'Spelling',
    'Listen, and write the word.',
    Word.transform(({ word, back }): Asked => ({ hidden: word, question: back })),
  ],
  ['Fill the gap', 'Which one fits?', Gap],
  ['Grammar', 'Which one is right?', Question],
  ['Build the sentence', 'Put the words in order.', Sentence],
] as const;

/** What a screen reader has of a page: its tree in one line, without marks of its own. */
const treeOf = async (page: Page): Promise<string> => plain(await page.getByRole('main').ariaSnapshot());
const plain = (text: string): string =>
  text
    .replaceAll(/["“”\\]/g, '')
    .replaceAll(/\s+/g, ' ')
    .trim();

/** What is said where the focus is: its role and name, what it holds, and what describes it. */
const focused = async (page: Page): Promise<string> => {
  const description = await page.evaluate(() => {
    const ids = document.activeElement?.getAttribute('aria-describedby')?.split(' ') ?? [];
    return ids.map((id) => document.getElementById(id)?.textContent ?? '').join(' ');
  });
  return plain(`${await page.locator(':focus').ariaSnapshot()} ${description}`);
};

describe('with a screen reader', () => {
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

  /** Opens a game of the sample lesson; returns its items in their order. */
  const openGame = async <Item>(page: Page, game: string, item: z.ZodType<Item>): Promise<Item[]> => {
    await page.goto(`${app.url}/lessons`);
    await page.getByRole('link', { name: lesson }).click();
    const starting = page.waitForResponse((response) => response.url().includes('/api/v1/sessions/start'));
    await page.getByRole('link', { name: new RegExp(`^${game}`) }).click();
    const { items } = z.looseObject({ items: z.array(item) }).parse(await (await starting).json());
    await page.getByRole('group').first().waitFor();
    return items;
  };

  inBrowser.each(games)(
    '%s: the question is there and its answer is not; the verdict is said, and the focus is where one reads on',
    async (game, task, item) => {
      const { page, errors } = await openPage(browser);
      await signInAs(page, app.url, 'Student');
      const items = await openGame(page, game, item);
      const live = page.locator('[aria-live="polite"]');
      for (const { hidden, question } of items.slice(0, 2)) {
        const before = await treeOf(page);
        expect(before).toContain(`heading ${game}`);
        expect(before).toContain(`group ${task}`);
        expect(before).not.toContain(plain(hidden));
        // Only what is typed or placed has a control to begin with; elsewhere one begins with the sentence.
        expect(await focused(page)).toContain(plain(question));
        expect(await page.locator('[role="group"]:focus-within, [role="group"]:focus').count()).toBe(1);
        // What is read out must have been there, empty, before there is something to say.
        expect(await live.textContent()).toBe('');
        const region = await live.elementHandle();

        await page.getByRole('button', { name: 'Hint' }).press('Enter');
        await page.getByRole('button', { name: 'Hint' }).waitFor({ state: 'detached' });
        const status = page.getByRole('status').filter({ hasText: /\S/ });
        expect((await status.allTextContents()).join(' ')).not.toBe('');
        expect(await page.locator('[role="group"]:focus-within').count()).toBe(1);

        await answerByKeyboard(page, game);
        await page.getByRole('button', { name: 'Go on' }).waitFor();
        expect(await live.evaluate((now, was) => now === was, region)).toBe(true);
        expect(await live.textContent()).toMatch(/Right!|Not quite\./);
        expect(await focused(page)).toBe('- button Go on');
        expect(await treeOf(page)).toContain(plain(hidden));
        await page.keyboard.press('Enter');
        await page.getByRole('button', { name: 'Go on' }).waitFor({ state: 'detached' });
      }
      expect(errors).toEqual([]);
    },
    120_000,
  );

  inBrowser(
    'Flashcards: the word is said with the way to turn the card; its back is there, and said, only once it is turned',
    async () => {
      const { page, errors } = await openPage(browser);
      await signInAs(page, app.url, 'Student');
      const words = await openGame(page, 'Flashcards', Word);
      expect(words.length).toBeGreaterThan(1);
      for (const { word, back } of words) {
        await page.getByRole('button', { name: 'Turn the card' }).waitFor();
        const front = await treeOf(page);
        expect(front).toContain('group Do you know this word?');
        expect(front).not.toContain(plain(back));
        expect(await focused(page)).toBe(plain(`- button Turn the card ${word}`));
        await page.keyboard.press('Enter');
        const turned = await focused(page);
        expect(turned).toMatch(/^- group /);
        expect(turned).toContain(plain(back));
        const tree = await treeOf(page);
        expect(tree).toContain('group How well did you know it?');
        for (const rating of ['Not at all', 'With effort', 'Well', 'Easily'])
          expect(tree).toContain(`button ${rating}`);
        await page.keyboard.press('3');
      }
      await page.getByRole('heading', { name: 'Done!' }).waitFor();
      expect(await focused(page)).toContain('heading Done!');
      expect(errors).toEqual([]);
    },
    120_000,
  );
});
