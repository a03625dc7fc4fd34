import type { Browser } from 'playwright-core';
import { type AppStack, startAppStack } from '../harness/app-stack.ts';
import { inBrowser, openBrowser, openPage } from '../harness/browser.ts';

describe('JavaScript is switched off', () => {
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

  inBrowser.each(['/', '/play', '/desk'])(
    'on %s a sentence in each language says what to do, and can be read on a phone',
    async (path) => {
      const { page } = await openPage(browser, { javaScriptEnabled: false, viewport: { width: 320, height: 640 } });
      await page.goto(`${app.url}${path}`);
      const spoken = await page.locator('noscript p').all();
      const [sentence] = spoken;
      expect(await sentence?.textContent()).toContain('needs JavaScript: please switch it on');
      const box = await sentence?.boundingBox();
      expect(box?.x).toBeGreaterThanOrEqual(16);
      expect((box?.x ?? 0) + (box?.width ?? 0)).toBeLessThanOrEqual(304);
      const languages = await Promise.all(spoken.map((one) => one.getAttribute('lang')));
      expect(languages).toEqual([null, 'he', 'ar', 'es', 'ru', 'zh']);
      for (const one of spoken)
        expect([await one.isVisible(), await one.textContent()]).toEqual([true, expect.stringContaining('JavaScript')]);
    },
    60_000,
  );

  inBrowser(
    'with JavaScript nothing of it is there',
    async () => {
      const { page } = await openPage(browser);
      await page.goto(app.url);
      await page.locator('form').waitFor();
      expect(await page.locator('.without-script').count()).toBe(0);
      expect(await page.getByRole('main').count()).toBe(1);
    },
    60_000,
  );
});
