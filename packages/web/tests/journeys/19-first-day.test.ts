import type { Browser, Page } from 'playwright-core';
import { z } from 'zod';
import { makeAccount } from '../harness/account.ts';
import { type AppStack, startAppStack } from '../harness/app-stack.ts';
import { callAs, findBarriers, inBrowser, openBrowser, openPage } from '../harness/browser.ts';

const Invitation = z.looseObject({ code: z.string(), url: z.string() });
const className = 'Thursday beginners';
const password = 'a good long password';

describe('the first day', () => {
  let app: AppStack;
  let browser: Browser;
  let invitation: z.infer<typeof Invitation>;
  beforeAll(async () => {
    if (inBrowser === test.skip) return;
    [app, browser] = await Promise.all([startAppStack(), openBrowser()]);
    // A class that has had no lesson yet.
    await asCoordinator('/api/v1/classes', { id: 'thursday', name: className, teacher_id: 'demo-teacher' });
    invitation = Invitation.parse(await asCoordinator('/api/v1/classes/thursday/invitations', {}));
  }, 360_000);
  afterAll(async () => {
    await browser?.close();
    await app?.close();
  });

  const asCoordinator = async (path: string, body: object): Promise<unknown> => {
    const response = await fetch(`${app.url}${path}`, {
      method: 'POST',
      headers: { 'X-User-Id': 'demo-admin', 'X-User-Role': 'admin', 'Content-Type': 'application/json' },
      body: JSON.stringify(body),
    });
    if (!response.ok) throw new Error(`${path}: ${response.status} ${await response.text()}`);
    return response.json();
  };
  /** What a screen says: its heading below the screen's own, and the sentences. */
  const read = async (page: Page, path: string, heading: string): Promise<string> => {
    await page.goto(`${app.url}${path}`);
    await page.getByRole('heading', { level: 2, name: heading }).waitFor();
    for (const [colorScheme, width] of [
      ['light', 1280],
      ['dark', 320],
    ] as const) {
      await page.emulateMedia({ colorScheme });
      await page.setViewportSize({ width, height: 800 });
      expect([path, colorScheme, await findBarriers(page)]).toEqual([path, colorScheme, []]);
    }
    expect(await page.getByRole('alert').count()).toBe(0);
    return (await page.getByRole('main').textContent()) ?? '';
  };
  /** Whoever has had no lesson is told on each screen what will come, and finds something to do. */
  const readAll = async (page: Page): Promise<void> => {
    expect(await read(page, '/progress', 'Nothing to see yet')).toContain('Practise once');
    expect(await page.getByRole('link', { name: 'Go to Today' }).count()).toBe(1);
    expect(await page.getByRole('table').count()).toBe(0);
    expect(await read(page, '/words', 'No words yet')).toContain('You can add words of your own');
    expect(await read(page, '/lessons', 'No lessons yet')).toContain('After a lesson');
    // What everybody may practise is there from the first minute.
    expect(await read(page, '/', 'Today’s goal')).toContain('after your first lesson');
    await page.getByRole('link', { name: 'Practise' }).click();
    await page.getByRole('group').waitFor();
    expect(await findBarriers(page)).toEqual([]);
  };
  const join = async (page: Page): Promise<void> => {
    await page.getByText(`Join “${className}” of Maya (sample teacher)?`).waitFor();
    await page.getByRole('button', { name: 'Join', exact: true }).click();
    await page
      .getByRole('status')
      .filter({ hasText: `You are in “${className}” now.` })
      .waitFor();
    await page.getByRole('link', { name: 'Go to Today' }).click();
    await page.getByRole('link', { name: 'Practise' }).waitFor();
    await page.getByText('You are in no class yet').waitFor({ state: 'detached' });
  };

  inBrowser(
    'somebody without a class reads everywhere what will come, and gets into one by a code that was typed wrong at first',
    async () => {
      const { page, errors } = await openPage(browser, { reducedMotion: 'reduce' });
      await page.goto(app.url);
      await makeAccount(page, { name: 'Ada', email: 'ada@example.com', password });
      await readAll(page);
      await page.goto(app.url);
      await page.getByText('You are in no class yet').waitFor();
      const code = page.getByLabel('Join a class with a code');
      await code.fill('AAAA-BBBB-CCCC');
      await code.press('Enter');
      await page.getByRole('alert').filter({ hasText: 'No class is opened by this code.' }).waitFor();
      expect(await findBarriers(page)).toEqual([]);
      // As people write it down: small, with blanks.
      await code.fill(invitation.code.toLowerCase().replaceAll('-', ' '));
      await code.press('Enter');
      await join(page);
      expect(errors).toEqual([]);
    },
    180_000,
  );

  inBrowser(
    'who follows an invitation’s link makes an account, is in the class, and reads everywhere what will come',
    async () => {
      const { page, errors } = await openPage(browser, { reducedMotion: 'reduce' });
      await page.goto(invitation.url);
      await makeAccount(page, { name: 'Ben', email: 'ben@example.com', password });
      await join(page);
      await readAll(page);
      expect(errors).toEqual([]);
    },
    180_000,
  );

  inBrowser(
    'where there is nothing at all to practise yet, Today and Play say what will come',
    async () => {
      const { page, errors } = await openPage(browser, { reducedMotion: 'reduce' });
      // As on a system whose starter content was not brought in.
      await page.route('**/api/v1/today', async (route) => {
        const response = await route.fetch();
        const today = { ...(await response.json()), new: { per_day: 0, begun_today: 0, left: 0, from: null } };
        return route.fulfill({ response, json: today });
      });
      await page.goto(app.url);
      await makeAccount(page, { name: 'Cleo', email: 'cleo@example.com', password });
      await callAs(page, 'PATCH', '/api/v1/me', { new_per_day: 0 });
      expect(await read(page, '/play', 'Nothing to play here')).toContain('new things come with your next lesson');
      expect(await page.getByRole('link', { name: 'Go to Today' }).count()).toBe(1);
      expect(await read(page, '/', 'Welcome!')).toContain('after your first lesson');
      expect(await page.getByRole('link', { name: 'Practise' }).count()).toBe(0);
      await page.getByRole('link', { name: 'Add words' }).click();
      await page.getByRole('heading', { level: 1, name: 'Words' }).waitFor();
      expect(errors).toEqual([]);
    },
    180_000,
  );
});
