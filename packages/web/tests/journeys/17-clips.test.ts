import { spawnSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Browser, Page } from 'playwright-core';
import { z } from 'zod';
import { toneFile } from '../../../../tests/harness/lesson-sound.ts';
import { type AppStack, startAppStack } from '../harness/app-stack.ts';
import { callAs, findBarriers, inBrowser, openBrowser, openPage, signInAs } from '../harness/browser.ts';
import { eventually, heardAt, noteSounds } from '../harness/heard-sounds.ts';

/** What is kept of the sound: less than was said. */
const recordedMs = 150_000;
/** A packet of WAV has at most 128 ms, and one may stand out at each end. */
const packets = 0.26;
const viewport = { width: 1280, height: 900 };

const Sets = z.looseObject({
  data: z.array(
    z.looseObject({
      id: z.string(),
      recording_id: z.string(),
      lesson_id: z.string(),
      exercises: z.looseObject({ flashcards: z.array(z.looseObject({ definition: z.string() })) }),
    }),
  ),
});
const Clip = z.looseObject({ id: z.string(), start_ms: z.number(), end_ms: z.number() });
const Clips = z.looseObject({ data: z.array(Clip) });

const Told = z.looseObject({
  lesson: z.looseObject({ report: z.looseObject({ sound: z.unknown().optional() }).nullable() }),
});

const secondsOf = ({ start_ms, end_ms }: z.infer<typeof Clip>): number => (end_ms - start_ms) / 1000;

describe('the voices of a lesson', () => {
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

  /** Keeps the sound of the lesson that waits for review, and lets the worker cut it. */
  async function keepSound(page: Page): Promise<{ setId: string; clips: z.infer<typeof Clip>[] }> {
    await callAs(page, 'PATCH', '/api/v1/classes/demo', { keep_audio: 'clips' });
    const [set] = Sets.parse(await callAs(page, 'GET', '/api/v1/exercises?class_id=demo&status=pending_review')).data;
    if (set === undefined) throw new Error('A sample lesson waits for review.');
    const audio = 'recordings/kept.wav';
    mkdirSync(join(app.dataDir, 'audio', 'recordings'), { recursive: true });
    const tone = toneFile(recordedMs, [{ startMs: 0, endMs: recordedMs, hertz: 500 }]);
    writeFileSync(join(app.dataDir, 'audio', audio), tone);
    const script = fileURLToPath(new URL('../harness/keep-recording.mjs', import.meta.url));
    const args = [script, join(app.dataDir, 'games.sqlite'), set.recording_id, 'demo', audio];
    const { status, stderr } = spawnSync(process.execPath, args, { encoding: 'utf8' });
    expect([status, stderr]).toEqual([0, '']);
    // The worker looks at what changed.
    const [first, ...others] = set.exercises.flashcards;
    const flashcards = [{ ...first, definition: `${first?.definition}, as one says` }, ...others];
    await callAs(page, 'PATCH', `/api/v1/exercises/${set.id}`, { flashcards });
    // what is missing is noted when all others are cut
    await eventually(async () => {
      const { lesson } = Told.parse(await callAs(page, 'GET', `/api/v1/lessons/${set.lesson_id}`));
      return lesson.report?.sound !== undefined;
    });
    return { setId: set.id, clips: await clipsOf(page, set.id) };
  }

  const clipsOf = async (page: Page, setId: string) =>
    Clips.parse(await callAs(page, 'GET', `/api/v1/exercises/${setId}/clips`)).data;

  /** Goes on to the next item that can be heard, and says which clip its key plays. */
  async function hearNext(page: Page, not: readonly string[] = []): Promise<string> {
    const bar = page.getByRole('region', { name: 'As it was said' });
    for (let moves = 0; moves < 60; moves += 1) {
      if (await bar.isVisible()) {
        const asked = page.waitForRequest((request) => request.url().includes('/api/v1/clips/'), { timeout: 2000 });
        await page.keyboard.press('p');
        const id = await asked.then(
          (request) => request.url().split('/').at(-1) ?? '',
          () => '',
        );
        if (id !== '' && !not.includes(id)) return id;
      }
      await page.keyboard.press('j');
    }
    throw new Error('No further item can be heard.');
  }

  async function expectSeconds(page: Page, place: number, seconds: number): Promise<void> {
    const heard = (await heardAt(page, place)).seconds ?? 0;
    expect(Math.abs(heard - seconds)).toBeLessThan(packets);
  }

  /** Presses a key that cuts the clip anew. */
  async function recut(page: Page, key: string): Promise<z.infer<typeof Clip>> {
    const cut = page.waitForResponse((response) => response.request().method() === 'PATCH');
    await page.keyboard.press(key);
    return Clip.parse(await (await cut).json());
  }

  inBrowser(
    'are listened to, shifted and removed by key; the learner hears what the teacher left, and the desk says what is missing',
    async () => {
      const { page, errors } = await openPage(browser, { viewport });
      await page.addInitScript(noteSounds);
      await signInAs(page, app.url, 'Teacher');
      const { setId, clips } = await keepSound(page);
      expect(clips.length).toBeGreaterThan(2);

      await page.goto(`${app.url}/desk/${setId}`);
      await page.locator('li[aria-current]').waitFor();
      await page.getByText('The recording ends before its transcript').waitFor();
      const id = await hearNext(page);
      const clip = clips.find((one) => one.id === id);
      if (clip === undefined) throw new Error('What is played is one of the clips.');
      const whole = secondsOf(clip);
      expect(whole).toBeGreaterThan(1.5);
      await expectSeconds(page, 0, whole);
      expect(await findBarriers(page)).toEqual([]);

      // What comes out of each shift is heard at once.
      const cuts: string[] = [id];
      for (let times = 1; times <= 3; times += 1) {
        const later = await recut(page, ']');
        expect(later).toMatchObject({ start_ms: clip.start_ms + times * 200, end_ms: clip.end_ms });
        await expectSeconds(page, times, whole - times * 0.2);
        cuts.push(later.id);
      }
      const shifted = await recut(page, '{');
      expect(shifted).toMatchObject({ start_ms: clip.start_ms + 600, end_ms: clip.end_ms - 200 });
      await expectSeconds(page, 4, whole - 0.8);

      const removed = await hearNext(page, [...cuts, shifted.id]);
      const removing = page.waitForResponse((response) => response.request().method() === 'DELETE');
      await page.keyboard.press('c');
      expect((await removing).status()).toBe(200);
      const left = (await clipsOf(page, setId)).map((one) => one.id);
      expect(left).toContain(shifted.id);
      expect(left).not.toContain(removed);
      await callAs(page, 'POST', `/api/v1/exercises/${setId}/approve`, {});
      expect(errors).toEqual([]);

      const learner = await openPage(browser, { viewport });
      const asked: string[] = [];
      learner.page.on('request', (request) => asked.push(request.url().split('/api/v1/clips/')[1] ?? ''));
      await learner.page.addInitScript(noteSounds);
      await signInAs(learner.page, app.url, 'Student');
      await learner.page.getByRole('link', { name: 'Lessons' }).click();
      await learner.page.getByRole('link', { name: 'Planning a weekend trip' }).click();
      const buttons = learner.page.getByRole('button', { name: /^Hear (?:your teacher|yourself)$/ });
      await buttons.first().waitFor();
      let place = 0;
      for (const count = await buttons.count(); place < count && !asked.includes(shifted.id); place += 1) {
        await buttons.nth(place).click();
        await heardAt(learner.page, place);
      }
      expect(asked).toContain(shifted.id);
      await expectSeconds(learner.page, place - 1, whole - 0.8);
      for (const gone of [...cuts, removed]) expect(asked).not.toContain(gone);
      expect(learner.errors).toEqual([]);
    },
    300_000,
  );
});
