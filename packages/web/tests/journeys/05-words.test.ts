import { readFileSync } from 'node:fs';
import type { Browser, Page } from 'playwright-core';
import { type AppStack, startAppStack } from '../harness/app-stack.ts';
import { findBarriers, inBrowser, openBrowser, openPage, signInAs } from '../harness/browser.ts';

const longest = 'pneumono'.repeat(15);
const pasted = [
  'layover – parada entre vuelos',
  'jet lag\tتعب السفر',
  'itinerary; מסלול הטיול',
  `${longest} = very long`,
  ...Array.from({ length: 80 }, (_, i) => `word number ${i} – ${i}`),
];

describe('words of one’s own', () => {
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

  const found = (page: Page, text: string) => page.getByText(text, { exact: true }).waitFor();

  inBrowser(
    'are pasted, found by their meaning without accents, taken along as a file and brought back',
    async () => {
      const { page, errors } = await openPage(browser, { viewport: { width: 320, height: 740 } });
      await signInAs(page, app.url, 'Student');
      await page.goto(`${app.url}/words`);
      await page.getByText('Add words').click();
      await page.getByLabel('Add to').selectOption({ label: 'A new list' });
      await page.getByLabel('Name of the list').fill('Flying');
      await page.getByLabel('Words, one a line').fill(pasted.join('\n'));
      await page.getByText('84 words to add').waitFor();
      await page.getByRole('button', { name: 'Add', exact: true }).click();
      await page.getByText('84 words added.').waitFor();

      await page.getByLabel('List', { exact: true }).selectOption({ label: 'Flying (84)' });
      await found(page, '84 words');
      await page.getByLabel('Search your words').fill('מסלול');
      await page.getByText('itinerary').waitFor();
      await found(page, '1 word');
      await page.getByLabel('Search your words').fill('pneumono');
      await page.getByText(longest).waitFor();
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320);
      expect(await findBarriers(page)).toEqual([]);

      const [download] = await Promise.all([
        page.waitForEvent('download'),
        page.getByRole('button', { name: 'Save as a file' }).click(),
      ]);
      const path = await download.path();
      expect(readFileSync(path, 'utf8')).toContain('"itinerary","מסלול הטיול"');
      await page.getByRole('button', { name: 'Delete the list' }).click();
      await page.getByRole('button', { name: 'Delete', exact: true }).click();
      await page.getByText('Nothing found.', { exact: false }).waitFor();

      await page.getByLabel('Add to').selectOption({ label: 'A new list' });
      await page.getByLabel('Name of the list').fill('Back again');
      await page.getByLabel('Or from a file', { exact: false }).setInputFiles(path);
      await page.getByText('84 words to add').waitFor();
      await page.getByRole('button', { name: 'Add', exact: true }).click();
      await page.getByText('84 words added.').waitFor();
      await page.getByLabel('Search your words').fill('تعب');
      await page.getByText('jet lag').waitFor();
      expect(errors).toEqual([]);
    },
    180_000,
  );

  inBrowser(
    'something wrong is told from a lesson with the keyboard, and reaches the teacher',
    async () => {
      const { page, errors } = await openPage(browser);
      await signInAs(page, app.url, 'Student');
      await page.goto(`${app.url}/lessons`);
      await page.getByRole('link', { name: /Preparing for a job interview/ }).click();
      const flag = page.getByRole('button', { name: 'Something is wrong here: reception' });
      await flag.focus();
      await page.keyboard.press('Enter');
      await page.getByRole('dialog', { name: 'What is wrong?' }).waitFor();
      expect(await findBarriers(page)).toEqual([]);
      await page.getByLabel('It sounds wrong.').focus();
      await page.keyboard.press('Space');
      await page.keyboard.press('Tab');
      await page.keyboard.type('I hear “deception”.');
      await page.keyboard.press('Tab');
      await page.keyboard.press('Tab');
      await page.keyboard.press('Enter');
      await page.getByText('Thank you. Your teacher will look at it.').waitFor();
      await page.keyboard.press('Enter');
      expect(await flag.evaluate((button) => button === document.activeElement)).toBe(true);
      const headers = { 'X-User-Id': 'demo-teacher', 'X-User-Role': 'teacher' };
      const answer = await fetch(`${app.url}/api/v1/reports?status=open`, { headers });
      const { data } = (await answer.json()) as { data: unknown[] };
      expect(data).toEqual([
        expect.objectContaining({
          reason: 'sound',
          text: 'I hear “deception”.',
          item: expect.objectContaining({ text: 'reception' }),
        }),
      ]);
      expect(errors).toEqual([]);
    },
    180_000,
  );
});
