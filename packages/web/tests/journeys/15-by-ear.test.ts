import { spawnSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { z } from 'zod';
import { toneFile } from '../../../../tests/harness/lesson-sound.ts';
import { type AppStack, startAppStack } from '../harness/app-stack.ts';
import { findBarriers, inBrowser, openBrowser, openPage, signInAs } from '../harness/browser.ts';
import { eventually, heardAt, noteSounds } from '../harness/heard-sounds.ts';

const lesson = 'Preparing for a job interview';
const clipSeconds = 2.5;
const clipId = 'c'.repeat(40);

const Dictated = z.object({
  id: z.string(),
  listen: z.literal(true),
  items: z.array(
    z.looseObject({ id: z.string(), english_sentence: z.string(), listen_clip_id: z.string().nullable() }),
  ),
});
const Gaps = z.object({
  id: z.string(),
  listen: z.literal(true),
  items: z.array(
    z.looseObject({
      text_parts: z.array(z.string()),
      options: z.array(z.array(z.string())),
      correct_answers: z.array(z.string()),
    }),
  ),
});

describe('by ear', () => {
  let app: AppStack;
  let browser: Browser;
  beforeAll(async () => {
    if (inBrowser === test.skip) return;
    [app, browser] = await Promise.all([startAppStack(), openBrowser()]);
    await keepClip();
  }, 360_000);
  afterAll(async () => {
    await browser?.close();
    await app?.close();
  });

  /** A clip in which the teacher says just the first sentence of the lesson, and a class that keeps it. */
  async function keepClip(): Promise<void> {
    const kept = await fetch(`${app.url}/api/v1/classes/demo`, {
      method: 'PATCH',
      headers: { 'X-User-Id': 'demo-teacher', 'X-User-Role': 'teacher', 'Content-Type': 'application/json' },
      body: JSON.stringify({ keep_audio: 'clips' }),
    });
    expect(kept.status).toBe(200);
    const audio_name = `clips/${clipId}.wav`;
    mkdirSync(join(app.dataDir, 'audio', 'clips'), { recursive: true });
    const tone = toneFile(clipSeconds * 1000, [{ startMs: 100, endMs: 2400, hertz: 500 }]);
    writeFileSync(join(app.dataDir, 'audio', audio_name), tone);
    const script = fileURLToPath(new URL('../harness/keep-clip.mjs', import.meta.url));
    const database = join(app.dataDir, 'games.sqlite');
    const args = [script, database, lesson, clipId, audio_name, String(clipSeconds * 1000)];
    const { status, stderr } = spawnSync(process.execPath, args, { encoding: 'utf8' });
    expect([status, stderr]).toEqual([0, '']);
  }

  async function openLesson(options: BrowserContextOptions = {}): Promise<{ page: Page; errors: string[] }> {
    const opened = await openPage(browser, options);
    await opened.page.addInitScript(noteSounds);
    await signInAs(opened.page, app.url, 'Student');
    await opened.page.getByRole('link', { name: 'Lessons' }).click();
    await opened.page.getByRole('link', { name: lesson }).click();
    return opened;
  }

  /** Starts a game of the lesson with the keyboard, and says what the server gave it. */
  async function startByKey<T>(page: Page, name: RegExp, schema: z.ZodType<T>): Promise<T> {
    const starting = page.waitForResponse((response) => response.url().includes('/api/v1/sessions/start'));
    await page.getByRole('link', { name }).focus();
    await page.keyboard.press('Enter');
    return schema.parse(await (await starting).json());
  }

  const verdictOf = async (page: Page): Promise<string> => {
    await page.getByRole('button', { name: 'Go on' }).waitFor();
    return (await page.locator('[aria-live="polite"]').textContent()) ?? '';
  };
  const fieldOf = (page: Page) => page.getByRole('textbox', { name: 'What you hear' });
  const progressOf = async (id: string): Promise<Record<string, unknown>> => {
    const answer = await fetch(`${app.url}/api/v1/sessions/${id}`, { headers: { 'X-User-Id': 'demo-student' } });
    const { progress } = z.object({ progress: z.looseObject({}) }).parse(await answer.json());
    return progress;
  };

  inBrowser(
    'a dictation by keyboard alone: the teacher’s clip, then a voice that reads out, also without a network',
    async () => {
      const { page, errors } = await openLesson();
      const audio: string[] = [];
      page.on('response', (response) => response.url().includes('/api/v1/audio/') && audio.push(response.url()));
      const { id, items } = await startByKey(page, /^Dictation/, Dictated);
      const [first, second] = items;
      if (first === undefined || second === undefined) throw new Error('The sample lesson has two sentences.');
      expect(items.map((item) => item.listen_clip_id)).toEqual([clipId, ...items.slice(1).map(() => null)]);

      const field = fieldOf(page);
      await field.waitFor();
      expect(await field.evaluate((one) => one === document.activeElement)).toBe(true);
      expect(await heardAt(page, 0)).toEqual({ seconds: clipSeconds, rate: 1 });
      const words = first.english_sentence.split(' ');
      for (const text of [first.english_sentence, words.slice(1).join(' ')]) {
        expect(await page.locator('main').textContent()).not.toContain(text);
      }
      await page.keyboard.press('Control+s');
      expect(await heardAt(page, 1)).toEqual({ seconds: clipSeconds, rate: 1 });
      await page.keyboard.press('Control+Shift+S');
      expect(await heardAt(page, 2)).toEqual({ seconds: clipSeconds, rate: 0.7 });
      expect(await findBarriers(page)).toEqual([]);

      await page.keyboard.type(`${words.filter((_, i) => i !== 1).join(' ')} zzz`);
      await page.keyboard.press('Enter');
      const wrong = await verdictOf(page);
      expect(wrong).toContain('Not quite.');
      expect(wrong).toContain(`Missing: ${words[1]}`);
      expect(wrong).toContain('Too many: zzz');
      expect(await findBarriers(page)).toEqual([]);

      const speech = await fetch(`${app.url}/api/v1/sentence/items/${second.id}/tts`, {
        headers: { 'X-User-Id': 'demo-student' },
      });
      expect(speech.status).toBe(200);
      const isGenerated = (await speech.json()).source === 'generated';
      // What comes next is there before it is needed.
      if (isGenerated) await eventually(() => audio.length >= Math.min(4, items.length - 1));
      await page.context().setOffline(true);
      await page.keyboard.press('Enter');
      const read = await heardAt(page, 3);
      if (isGenerated) expect(read.seconds).toBeGreaterThan(0.5);
      else expect(read.device).toBe(second.english_sentence);
      await page.keyboard.type(second.english_sentence.toUpperCase().replace(/[.!?]$/, ''));
      await page.keyboard.press('Enter');
      expect(await verdictOf(page)).toContain('Right!');
      await page.context().setOffline(false);
      await eventually(async () => (await progressOf(id)).current === 2);
      expect(await progressOf(id)).toMatchObject({ current: 2, correct: 1, incorrect: 1 });
      expect(errors).toEqual([]);
    },
    240_000,
  );

  inBrowser(
    'gaps are typed, or chosen after a hint; the device’s own voice says them where nothing else can',
    async () => {
      const { page, errors } = await openLesson();
      await page.route('**/tts', (route) => route.abort());
      const { items } = await startByKey(page, /^Listening gaps/, Gaps);
      const [first, second, third] = items;
      if (!first || !second || !third) throw new Error('The sample lesson has three gaps.');
      const filled = ({ text_parts, correct_answers }: typeof first): string =>
        text_parts.map((part, i) => part + (correct_answers[i] ?? '')).join('');

      const gap = page.getByRole('textbox', { name: 'Gap 1' });
      await gap.waitFor();
      expect(await heardAt(page, 0)).toMatchObject({ device: filled(first) });
      expect(await page.getByRole('button', { name: first.options[0]?.[0] ?? '', exact: true }).count()).toBe(0);
      expect(await findBarriers(page)).toEqual([]);
      await page.keyboard.type('zzz');
      await page.keyboard.press('Enter');
      expect(await verdictOf(page)).toContain(`You wrote “zzz”, it is “${first.correct_answers[0]}”.`);
      await page.keyboard.press('Enter');

      await gap.waitFor();
      await page.keyboard.type(second.correct_answers[0]?.toUpperCase() ?? '');
      await page.keyboard.press('Enter');
      expect(await verdictOf(page)).toContain('Right!');
      await page.keyboard.press('Enter');

      await gap.waitFor();
      await page.getByRole('button', { name: 'Hint' }).focus();
      await page.keyboard.press('Enter');
      await page.getByText('It is one of these.').waitFor();
      const place = third.options[0]?.indexOf(third.correct_answers[0] ?? '') ?? -1;
      const recording = page.waitForRequest((request) => request.url().endsWith('/result'));
      await page.keyboard.press(String(place + 1));
      expect(await verdictOf(page)).toContain('Right!');
      expect((await recording).postDataJSON()).toMatchObject({ answer: [place], hinted: 'shape' });
      expect(errors).toEqual([]);
    },
    240_000,
  );

  inBrowser(
    'by touch on a small phone, in an interface from right to left',
    async () => {
      const { page, errors } = await openLesson({
        viewport: { width: 360, height: 740 },
        hasTouch: true,
        isMobile: true,
      });
      const speak = async (language: string, from: string): Promise<void> => {
        await page.goto(`${app.url}/settings`);
        await page.getByLabel(from).selectOption(language);
        await page.getByText(/^(?:Saved|נשמר)/).waitFor();
      };
      await speak('he', 'Language of this app');
      await page.getByRole('link', { name: 'שיעורים' }).tap();
      await page.getByRole('link', { name: lesson }).tap();
      const starting = page.waitForResponse((response) => response.url().includes('/api/v1/sessions/start'));
      await page.getByRole('link', { name: /^הכתבה/ }).tap();
      const { items } = Dictated.parse(await (await starting).json());
      const field = page.getByRole('textbox', { name: 'מה ששומעים' });
      await field.waitFor();
      expect([await page.locator('html').getAttribute('dir'), await field.getAttribute('dir')]).toEqual(['rtl', 'ltr']);
      // On a touch screen the keyboard stays away until the field is touched.
      expect(await field.evaluate((one) => one === document.activeElement)).toBe(false);
      await heardAt(page, 0);
      await page.getByRole('button', { name: 'לאט יותר' }).tap();
      expect(await heardAt(page, 1)).toEqual({ seconds: clipSeconds, rate: 0.7 });
      await page.getByRole('button', { name: 'קול אחר' }).tap();
      expect((await heardAt(page, 2)).seconds).not.toBe(clipSeconds);
      expect(await findBarriers(page)).toEqual([]);
      await field.fill(items[0]?.english_sentence ?? '');
      await page.getByRole('button', { name: 'בדיקה' }).tap();
      await page.getByText('נכון!').waitFor();
      expect(await findBarriers(page)).toEqual([]);
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360);
      await speak('en', 'שפת האפליקציה');
      expect(errors).toEqual([]);
    },
    240_000,
  );
});
