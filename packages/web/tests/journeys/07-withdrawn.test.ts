import type { Browser } from 'playwright-core';
import { type AppStack, startAppStack } from '../harness/app-stack.ts';
import { findBarriers, inBrowser, openBrowser, openPage, signInAs } from '../harness/browser.ts';

const lesson = 'Preparing for a job interview';

describe('what was published', () => {
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
    'an item that is reported and withdrawn is gone for its learner; axe finds nothing on the way',
    async () => {
      const learner = (await openPage(browser)).page;
      await signInAs(learner, app.url, 'Student');
      await learner.getByRole('link', { name: 'Lessons' }).click();
      await learner.getByRole('link', { name: lesson }).click();
      const first = learner.getByRole('button', { name: /^Something is wrong here/ }).first();
      await first.waitFor();
      const before = await learner.getByRole('button', { name: /^Something is wrong here/ }).count();
      await first.click();
      await learner.getByRole('radio').first().check();
      await learner.getByRole('button', { name: 'Tell my teacher' }).click();
      await learner.getByText('Thank you.').waitFor();

      const { page, errors } = await openPage(browser, { viewport: { width: 1280, height: 900 } });
      await signInAs(page, app.url, 'Teacher');
      await page.getByRole('heading', { name: 'Learners say something is wrong' }).waitFor();
      expect(['desk', await findBarriers(page)]).toEqual(['desk', []]);
      await page.getByRole('button', { name: 'Withdraw' }).first().click();
      await page.getByRole('dialog').getByRole('button', { name: 'Withdraw' }).click();
      await page.getByRole('heading', { name: 'Learners say something is wrong' }).waitFor({ state: 'detached' });

      await page.getByRole('link', { name: lesson }).click();
      await page.getByRole('heading', { name: 'In the games' }).waitFor();
      await page.getByRole('textbox', { name: 'Why?' }).fill('Two answers are right.');
      expect(['published', await findBarriers(page)]).toEqual(['published', []]);
      const withdraw = page.getByRole('button', { name: /^Withdraw: / });
      await withdraw.first().waitFor();
      const shown = await withdraw.count();
      await withdraw.last().click();
      await page.waitForFunction(
        (count) => document.querySelectorAll('button[aria-label^="Withdraw: "]').length < count,
        shown,
      );
      // Another one is mended where it stands.
      await page.keyboard.press('Escape');
      await page.locator('li[aria-current]').click();
      await page.keyboard.press('e');
      await page.getByRole('textbox', { name: 'Meaning' }).fill('something that teachers say better');
      await page.getByRole('button', { name: 'Save' }).click();
      await page.getByRole('button', { name: 'Save' }).waitFor({ state: 'detached' });
      await page.getByText('something that teachers say better').waitFor();
      await learner.reload();
      await learner.getByText('something that teachers say better').first().waitFor();
      await first.waitFor();
      expect(await learner.getByRole('button', { name: /^Something is wrong here/ }).count()).toBeLessThan(before);
      expect(errors).toEqual([]);
    },
    240_000,
  );
});
