import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { type AppStack, startAppStack } from '../harness/app-stack.ts';
import { findBarriers, inBrowser, openBrowser, openPage, signInAs } from '../harness/browser.ts';

const transcript = `WEBVTT

00:00:01.000 --> 00:00:06.000
Maya Collins: Today we talk about airports. A boarding pass is the card that lets you onto the plane.

00:00:07.000 --> 00:00:10.000
Leo: Yesterday I goed to the airport with my sister.

00:00:11.000 --> 00:00:16.000
Maya Collins: We say I went to the airport. Went is the past of go.
`;

describe('a recording without a class', () => {
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
    'is given to its class by the coordinator, and appears on the teacher’s desk without a reload',
    async () => {
      const viewport = { width: 1280, height: 900 };
      const teacher = (await openPage(browser, { viewport })).page;
      await signInAs(teacher, app.url, 'Teacher');
      await teacher.getByRole('heading', { name: 'Planning a weekend trip' }).waitFor();
      writeFileSync(join(app.dataDir, '..', 'inbox', 'At the airport with demo.vtt'), transcript);

      const { page, errors } = await openPage(browser, { viewport });
      await signInAs(page, app.url, 'Coordinator');
      const row = page.getByRole('listitem').filter({ hasText: 'At the airport' });
      await row.waitFor({ timeout: 60_000 });
      // The class whose name stands in the topic is proposed.
      expect(await row.getByRole('combobox').inputValue()).toBe('demo');
      expect(await findBarriers(page)).toEqual([]);
      expect(await teacher.getByRole('heading', { name: /At the airport/ }).count()).toBe(0);
      await row.getByRole('button', { name: 'Assign' }).click();
      await teacher.getByRole('heading', { name: /At the airport/ }).waitFor({ timeout: 30_000 });
      expect(errors).toEqual([]);
    },
    360_000,
  );
});
