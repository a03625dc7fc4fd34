import { readFileSync } from 'node:fs';
import type { Browser, Page } from 'playwright-core';
import { makeAccount } from '../harness/account.ts';
import { type AppStack, startAppStack } from '../harness/app-stack.ts';
import { findBarriers, inBrowser, openBrowser, openPage } from '../harness/browser.ts';

const person = { name: 'Noa', email: 'noa@example.com', first: 'the first password', second: 'the second password' };

describe('an account of one’s own', () => {
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

  const signIn = async (page: Page, password: string): Promise<void> => {
    await page.getByLabel('E-mail').fill(person.email);
    await page.getByLabel('Password').fill(password);
    await page.getByRole('button', { name: 'Sign in', exact: true }).click();
  };
  const linkOfMail = async (): Promise<string> => {
    for (let tries = 0; tries < 100; tries += 1) {
      const link = /noa@example\.com.*?(http\S+\/auth\/v1\/verify\S+)\s/.exec(app.printed())?.[1];
      if (link !== undefined) return link;
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
    throw new Error('No e-mail was printed.');
  };

  inBrowser(
    'is made, gets a new password by the link of an e-mail and a reminder for a calendar, and is erased with everything',
    async () => {
      const { page, errors } = await openPage(browser);
      await page.goto(app.url);
      await makeAccount(page, { ...person, password: person.first });

      const { page: other } = await openPage(browser);
      await other.goto(app.url);
      await other.getByRole('button', { name: 'I forgot my password' }).click();
      await other.getByLabel('E-mail').fill(person.email);
      await other.getByRole('button', { name: 'Send me a link' }).click();
      await other.getByRole('status').filter({ hasText: 'on its way' }).waitFor();
      // The link leads to the server itself, not to the app that the worker keeps for times without a network.
      await other.evaluate(async () => void (await navigator.serviceWorker.ready));
      await other.goto(await linkOfMail());
      await other.getByRole('heading', { name: 'Settings' }).waitFor();
      expect(other.url()).toBe(`${app.url}/settings`);
      await other.getByLabel('New password').fill(person.second);
      await other.getByRole('button', { name: 'Save the new password' }).click();
      await other.getByText('The new password holds from now on.').waitFor();
      expect(await findBarriers(other)).toEqual([]);

      const { page: third } = await openPage(browser);
      await third.goto(app.url);
      await signIn(third, person.first);
      await third.getByText('E-mail or password is wrong.').waitFor();
      await signIn(third, person.second);
      await third.locator('nav').waitFor();
      await third.goto(`${app.url}/settings`);
      await third.getByLabel('Remind me at').fill('18:45');
      const reminder = third.waitForEvent('download');
      await third.getByRole('button', { name: 'Add to my calendar' }).click();
      expect(readFileSync(await (await reminder).path(), 'utf8')).toMatch(
        /DTSTART:\d{8}T184500[\s\S]*RRULE:FREQ=DAILY/,
      );
      await third.getByRole('button', { name: 'Delete my account' }).click();
      await third.getByRole('button', { name: 'Delete everything' }).click();
      await third.getByLabel('E-mail').waitFor();
      await signIn(third, person.second);
      await third.getByText('E-mail or password is wrong.').waitFor();
      expect(errors).toEqual([]);
    },
    240_000,
  );
});
