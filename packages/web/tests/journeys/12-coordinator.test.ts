import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { startTranscription, type TranscriptionStandIn } from '../../../../tests/vendors/transcription.ts';
import { type AppStack, startAppStack } from '../harness/app-stack.ts';
import { findBarriers, inBrowser, openBrowser, openPage, signInAs } from '../harness/browser.ts';

const desktop = { viewport: { width: 1280, height: 900 } };
const said = [
  'Good evening. Today we talk about the house.',
  'A ladder is a thing you climb to reach a high place.',
  'Yesterday I goed to the shop.',
  'You went to the shop. What did you buy?',
  'I bought a ladder for my garden.',
  'A brush is a thing you use to paint the walls.',
];
const transcript = `WEBVTT

NOTE ${'This line is long, so that one sees it go over a slow line. '.repeat(1500)}

00:00:01.000 --> 00:00:06.000
Maya Collins: Today we talk about airports. A boarding pass is the card that lets you onto the plane.

00:00:07.000 --> 00:00:10.000
Leo: Yesterday I goed to the airport with my sister.

00:00:11.000 --> 00:00:16.000
Maya Collins: We say I went to the airport. Went is the past of go.
`;

describe('a coordinator', () => {
  let app: AppStack;
  let browser: Browser;
  let server: TranscriptionStandIn;
  beforeAll(async () => {
    if (inBrowser === test.skip) return;
    const segments = said.map((text, i) => ({ id: i, start: i * 5, end: i * 5 + 4, text: ` ${text}` }));
    server = await startTranscription({ apiKey: 'the key of today', answers: [{ text: said.join(' '), segments }] });
    const variables = { TRANSCRIBE_BASE_URL: server.baseUrl, TRANSCRIBE_API_KEY: 'the key of last year' };
    [app, browser] = await Promise.all([startAppStack({ variables }), openBrowser()]);
  }, 360_000);
  afterAll(async () => {
    await browser?.close();
    await app?.close();
    await server?.close();
  });

  const button = (page: Page, name: string) => page.getByRole('button', { name, exact: true });
  const link = (page: Page, name: string) => page.getByRole('link', { name, exact: true });
  const rowOf = (page: Page, topic: string) => page.getByRole('listitem').filter({ hasText: topic });

  inBrowser(
    'makes a class, says who teaches it, lets learners in, and brings it a recording that fails at first',
    async () => {
      const { page, errors } = await openPage(browser, desktop);
      await signInAs(page, app.url, 'Coordinator');
      await link(page, 'Classes').click();
      await page.getByRole('textbox', { name: 'Name' }).fill('Evening group');
      await button(page, 'Make it').click();
      await page.getByRole('heading', { level: 1, name: 'Evening group' }).waitFor();
      const teacher = page.getByRole('combobox', { name: 'Who teaches it?' });
      await teacher.selectOption({ label: 'Maya (sample teacher)' });

      await button(page, 'Make a code').click();
      const codes = page.getByRole('listitem').filter({ has: page.getByRole('button', { name: 'End it' }) });
      const first = codes.first();
      await first.getByText('0/100').waitFor();
      const address = await first.getByText(/^http/).textContent();
      await page.getByRole('textbox', { name: /^Places for learners/ }).fill('Noa\nYusuf');
      await page.locator('form').getByRole('button', { name: 'Make it' }).click();
      await codes.nth(2).waitFor();
      expect((await codes.allTextContents()).filter((text) => /Noa|Yusuf/.test(text))).toHaveLength(2);

      // The link as it is handed out; who is not signed in does so first and is where it leads.
      const learner = (await openPage(browser)).page;
      await learner.goto(address ?? '');
      await button(learner, 'Student').click();
      await button(learner, 'Join').click();
      await learner.getByText(/Evening group/).waitFor();

      await link(page, 'People').click();
      const people = page.getByRole('region', { name: 'People' });
      await people.getByRole('row', { name: /^Leo .*Evening group/ }).waitFor();
      await people.getByRole('row', { name: /^Maya .*Evening group/ }).waitFor();
      await page.getByRole('searchbox', { name: 'Search by name' }).fill('yus');
      await page.getByText('1 person', { exact: true }).waitFor();
      await people.getByRole('link', { name: 'Evening group' }).click();
      const used = codes.filter({ hasText: '1/100' });
      await used.getByRole('button', { name: 'End it' }).click();
      await used.getByRole('dialog').getByRole('button', { name: 'End it' }).click();
      await used.waitFor({ state: 'detached' });
      expect(['class', await findBarriers(page)]).toEqual(['class', []]);

      const topic = 'Houses – evening group';
      writeFileSync(join(app.inboxDir, `${topic}.mp3`), Buffer.alloc(50_000, 7));
      await link(page, 'Desk').click();
      const row = rowOf(page, topic);
      await row.getByText('Proposed, because “Evening group” stands in the title.').waitFor();
      expect(await row.getByRole('combobox').locator('option:checked').textContent()).toBe('Evening group');
      expect(['unassigned', await findBarriers(page)]).toEqual(['unassigned', []]);
      await button(page, 'Assign').click();

      // The transcription refuses its key: it is said what to do, and when that is done one tries again.
      await row.getByText(/It failed: .*put a valid key in its place/).waitFor();
      expect(['failed', await findBarriers(page)]).toEqual(['failed', []]);
      server.state.apiKey = 'the key of last year';
      await row.getByRole('button', { name: 'Try again' }).click();
      await row.getByText(/exercises? to review/).waitFor();

      const { page: desk } = await openPage(browser, desktop);
      await signInAs(desk, app.url, 'Teacher');
      await rowOf(desk, topic).getByRole('link', { name: 'Review' }).click();
      await desk.getByRole('region', { name: 'What was said' }).getByText('I bought a ladder').waitFor();
      expect(errors).toEqual([]);
    },
    240_000,
  );

  inBrowser(
    'drops a transcript on the page, sees how far it is, and finds its lesson on the desk',
    async () => {
      const { page, errors } = await openPage(browser, desktop);
      await signInAs(page, app.url, 'Coordinator');
      await page.getByRole('heading', { name: 'Upload a lesson' }).waitFor();
      const dataTransfer = await page.evaluateHandle((text) => {
        const carried = new DataTransfer();
        carried.items.add(new File([text], 'Airports.vtt', { type: 'text/vtt' }));
        return carried;
      }, transcript);
      await page.dispatchEvent('h1', 'dragover', { dataTransfer });
      await page.locator('[data-over]').waitFor();
      await page.dispatchEvent('h1', 'drop', { dataTransfer });
      await page.locator('[data-over]').waitFor({ state: 'detached' });
      await page.getByLabel('Airports.vtt').waitFor();
      await page.locator('form').last().getByRole('combobox').selectOption('demo');

      const network = await page.context().newCDPSession(page);
      await network.send('Network.emulateNetworkConditions', {
        offline: false,
        latency: 0,
        downloadThroughput: -1,
        uploadThroughput: 30_000,
      });
      await button(page, 'Upload a lesson').click();
      await page.waitForFunction(() => {
        const share = document.querySelector('progress')?.value ?? 0;
        return share > 0 && share < 1;
      });
      await network.detach();
      await page.getByText('It is here. Its exercises come in a moment.').waitFor();
      await rowOf(page, 'Airports')
        .getByText(/exercises? to review/)
        .waitFor();

      // What is no transcript is refused in words, at the field that it came by.
      const field = page.locator('input[type="file"]');
      await field.setInputFiles({ name: 'empty.vtt', mimeType: 'text/vtt', buffer: Buffer.from('WEBVTT\n') });
      await button(page, 'Upload a lesson').click();
      const described = await field.and(page.locator('[aria-invalid]')).getAttribute('aria-describedby');
      expect(await page.locator(`[id="${described}"]`).textContent()).toMatch(/\w+ \w+/);
      expect(errors).toEqual([]);
    },
    120_000,
  );
});
