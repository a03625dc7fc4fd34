import type { Browser } from 'playwright-core';
import { z } from 'zod';
import { arrivedOf, noteAnswers } from '../harness/answers.ts';
import { type AppStack, startAppStack } from '../harness/app-stack.ts';
import { inBrowser, openBrowser, openPage } from '../harness/browser.ts';
import { playByKeyboard } from '../harness/play-by-keyboard.ts';

const host = 'lessons.test';
const Config = z.looseObject({
  samples: z.array(z.looseObject({ role: z.string(), email: z.string(), password: z.string() })),
});

describe('plain HTTP in a network', () => {
  let app: AppStack;
  let browser: Browser;
  beforeAll(async () => {
    if (inBrowser === test.skip) return;
    // Chromium trusts what is on the machine itself; any other name is as good as a laptop's in a classroom.
    [app, browser] = await Promise.all([startAppStack(), openBrowser([`--host-resolver-rules=MAP ${host} 127.0.0.1`])]);
  }, 360_000);
  afterAll(async () => {
    await browser?.close();
    await app?.close();
  });

  inBrowser(
    'a phone signs in, practises, plays a game and stays signed in, without all that browsers keep for HTTPS',
    async () => {
      const response = await fetch(`${app.url}/api/v1/app-config`);
      const student = Config.parse(await response.json()).samples.find(({ role }) => role === 'student');
      const { page, errors } = await openPage(browser);
      const sent = await noteAnswers(page);
      const url = app.url.replace('127.0.0.1', host);
      await page.goto(url);
      const there = await page.evaluate(() => [
        isSecureContext,
        'serviceWorker' in navigator,
        'locks' in navigator,
        'subtle' in crypto && crypto.subtle !== undefined,
        'randomUUID' in crypto,
        'caches' in globalThis,
      ]);
      expect(there).toEqual([false, false, false, false, false, false]);

      // Sample people are for the machine itself.
      expect(await page.getByRole('button', { name: 'Student', exact: true }).count()).toBe(0);
      await page.getByLabel('E-mail').fill(student?.email ?? '');
      await page.getByLabel('Password').fill(student?.password ?? '');
      await page.getByRole('button', { name: 'Sign in', exact: true }).click();
      await page.getByRole('link', { name: 'Practise' }).click();
      const practised = await playByKeyboard(page);
      await page.getByRole('link', { name: 'Go to Today' }).click();
      await page.getByRole('link', { name: 'Lessons' }).click();
      await page.getByRole('link', { name: /Preparing for a job interview/ }).click();
      await page.getByRole('link', { name: /^Grammar/ }).click();
      const played = await playByKeyboard(page);
      expect(sent.length).toBeGreaterThanOrEqual(practised.verdicts.length + played.verdicts.length);
      expect(await arrivedOf(app.url, sent, sent.length)).toEqual(sent);

      await page.goto(`${url}/settings`);
      await page.getByRole('heading', { name: 'Settings' }).waitFor();
      await page.getByRole('button', { name: 'Sign out' }).click();
      await page.getByLabel('Password').waitFor();
      expect(errors).toEqual([]);
    },
    240_000,
  );
});
