import { createHash, randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { z } from 'zod';
import { type AppStack, startAppStack } from '../harness/app-stack.ts';
import { callAs, findBarriers, inBrowser, openBrowser, openPage, signInAs } from '../harness/browser.ts';

const megabyte = 1024 * 1024;
const viewport = { width: 1280, height: 900 };
const Lessons = z.object({ lessons: z.array(z.looseObject({ recording_id: z.string(), topic: z.string() })) });

describe('a long recording', () => {
  let app: AppStack;
  let browser: Browser;
  const folder = mkdtempSync(join(tmpdir(), 'tulkka-recording-'));
  beforeAll(async () => {
    if (inBrowser === test.skip) return;
    [app, browser] = await Promise.all([startAppStack(), openBrowser()]);
  }, 360_000);
  afterAll(async () => {
    await browser?.close();
    await app?.close();
    rmSync(folder, { recursive: true, force: true });
  });

  /** A file of three parts, the last of which is not whole. */
  function makeFile(name: string): { path: string; recording: string } {
    const content = randomBytes(18 * megabyte);
    const path = join(folder, name);
    writeFileSync(path, content);
    return { path, recording: `file:${createHash('sha256').update(content).digest('hex')}` };
  }

  async function choose(page: Page, path: string): Promise<void> {
    await page.locator('input[type=file]').setInputFiles(path);
    await page.getByLabel('Which class is it?').last().selectOption('demo');
    await page.getByRole('button', { name: 'Upload a lesson' }).click();
  }

  /** Notes which parts are sent, and keeps one of them from arriving until told otherwise. */
  async function holdPart(
    page: Page,
    held: number,
  ): Promise<{ sent: number[]; reached: Promise<void>; letGo(): void }> {
    const sent: number[] = [];
    let isHeld = true;
    let tell = (): void => undefined;
    const reached = new Promise<void>((resolve) => {
      tell = resolve;
    });
    await page.route('**/api/v1/uploads/*/parts/*', async (route) => {
      const part = Number(new URL(route.request().url()).pathname.split('/').at(-1));
      if (part === held && isHeld) return tell();
      sent.push(part);
      await route.continue();
    });
    return {
      sent,
      reached,
      letGo: () => {
        isHeld = false;
      },
    };
  }

  const lessonsOf = async (page: Page, recording: string) =>
    Lessons.parse(await callAs(page, 'GET', '/api/v1/lessons?limit=100')).lessons.filter(
      ({ recording_id }) => recording_id === recording,
    );

  inBrowser(
    'waits while the network is away and goes on by itself, sending nothing twice',
    async () => {
      const { path, recording } = makeFile('Monday.m4a');
      const { page, errors } = await openPage(browser, { viewport });
      await signInAs(page, app.url, 'Teacher');
      const { sent, reached, letGo } = await holdPart(page, 2);
      await choose(page, path);
      await reached;
      // Another screen interrupts nothing.
      await page.getByRole('link', { name: 'Classes' }).click();
      await page.getByRole('heading', { name: 'Classes' }).waitFor();
      await page.getByRole('link', { name: 'Desk' }).click();
      await page.getByLabel('On its way…').waitFor();
      await page.context().setOffline(true);
      await page.getByText('No connection. It goes on by itself').waitFor();
      expect(await findBarriers(page)).toEqual([]);
      letGo();
      await page.context().setOffline(false);
      await page.getByRole('heading', { name: 'Monday' }).waitFor({ timeout: 60_000 });
      expect(await page.getByLabel('On its way…').count()).toBe(0);
      expect(sent).toEqual([1, 2, 3]);
      expect(await lessonsOf(page, recording)).toMatchObject([{ topic: 'Monday' }]);
      expect(errors).toEqual([]);
    },
    240_000,
  );

  inBrowser(
    'goes on where it was when the same file is chosen again after a reload, and asks again while it is put together',
    async () => {
      const { path, recording } = makeFile('Tuesday.m4a');
      const { page } = await openPage(browser, { viewport });
      await signInAs(page, app.url, 'Teacher');
      const first = await holdPart(page, 3);
      await choose(page, path);
      await first.reached;
      await page.reload();
      // It takes the place of the first.
      const second = await holdPart(page, 0);
      // Another process is at it; then the one that is asked restarts.
      const answers = [
        { status: 409, headers: { 'Retry-After': '1' }, body: '{"code":"conflict","detail":"Being put together."}' },
        { status: 503, body: '{"code":"dependency_unavailable","detail":"Away."}' },
      ];
      await page.route('**/finish', (route) => {
        const answer = answers.shift();
        return answer ? route.fulfill({ contentType: 'application/problem+json', ...answer }) : route.continue();
      });
      await choose(page, path);
      await page.getByText('It is here.').waitFor({ timeout: 60_000 });
      expect([first.sent, second.sent]).toEqual([[1, 2], [3]]);
      expect(answers).toEqual([]);
      expect(await lessonsOf(page, recording)).toHaveLength(1);
    },
    240_000,
  );
});
