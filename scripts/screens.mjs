#!/usr/bin/env node
// npm run screens: pictures of the app's screens, as a phone, a tablet and a desktop show it, light and dark, in
// English and Hebrew. Starts a stack of its own and ends it; needs a Chromium.
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { hasBrowser, signInAt, withStackAndBrowser } from './lib/own-stack.mjs';
import { root } from './lib/toolchain.mjs';

const help = `npm run screens [-- FOLDER] [--widths 768,1024] [--of learner,staff,coordinator]
  Writes pictures of the app's screens into FOLDER (screens/ unless said otherwise): 360, 768 and 1280 pixels wide, light
  and dark, English and Hebrew. Needs Chromium (on Debian: apt-get install chromium).`;

const schemes = ['light', 'dark'];
const locales = ['en', 'he'];
/** Who there is, the place of their button on the sign-in page, and the addresses that are theirs. */
const people = {
  learner: { place: 1, screens: ['/', '/lessons', '/words', '/progress', '/settings'] },
  staff: { place: 0, screens: ['/desk', '/classes/demo', '/settings'] },
  coordinator: { place: 2, screens: ['/people', '/classes', '/classes/demo'] },
};

const { values: wish, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    help: { type: 'boolean', default: false },
    widths: { type: 'string', default: '360,768,1280' },
    of: { type: 'string', default: Object.keys(people).join() },
  },
});
const widths = wish.widths.split(',').map(Number);
const wanted = Object.entries(people).filter(([who]) => wish.of.split(',').includes(who));

async function takePictures(browser, url, folder) {
  for (const width of widths) {
    for (const colorScheme of schemes) {
      for (const locale of locales) {
        const name = (screen) => join(folder, `${screen}-${width}-${colorScheme}-${locale}.png`);
        for (const [who, { place, screens }] of wanted) {
          const context = await browser.newContext({ viewport: { width, height: 900 }, colorScheme, locale });
          const page = await context.newPage();
          const settled = followRequests(page);
          await page.goto(url);
          await page.locator('form').waitFor();
          if (who === 'learner') await wholePage(page, name('sign-in'));
          await signInAt(page, url, place);
          await speak(page, url, locale);
          for (const screen of screens)
            await picture(page, settled, `${url}${screen}`, name(`${who}${screen.replaceAll('/', '-')}`));
          if (who === 'learner') await insideLesson(page, settled, url, name);
          if (who === 'staff') await insideDesk(page, settled, url, name);
          await context.close();
        }
        console.log(`${width} px, ${colorScheme}, ${locale}`);
      }
    }
  }
}

/** The sample people speak English at first; here they speak what the picture is for. */
async function speak(page, url, locale) {
  await page.goto(`${url}/settings`);
  await page.locator('select').first().selectOption(locale);
  await page.locator(`html[lang="${locale}"]`).waitFor();
}

const quietMs = 500;
const longestMs = 20_000;

/** Follows what a page asks for, and waits until all of it has come; the stream of news stays open for ever. */
function followRequests(page) {
  const open = new Set();
  let changedAt = Date.now();
  page.on('request', (request) => {
    if (new URL(request.url()).pathname === '/api/v1/events') return;
    open.add(request);
    changedAt = Date.now();
  });
  for (const end of ['requestfinished', 'requestfailed'])
    page.on(end, (request) => {
      if (open.delete(request)) changedAt = Date.now();
    });
  return async () => {
    const deadline = Date.now() + longestMs;
    while ((open.size > 0 || Date.now() - changedAt < quietMs) && Date.now() < deadline) await page.waitForTimeout(50);
  };
}

async function picture(page, settled, address, path) {
  await page.goto(address);
  await settled();
  await wholePage(page, path);
}

/** A picture of all of a page, in a window as high as that: what keeps to the window's edge would lie across its middle. */
async function wholePage(page, path) {
  const { width, height } = page.viewportSize();
  const whole = await page.evaluate(() => document.documentElement.scrollHeight);
  await page.setViewportSize({ width, height: Math.max(height, whole) });
  await page.screenshot({ path, fullPage: true });
  await page.setViewportSize({ width, height });
}

/** A lesson and its games. */
async function insideLesson(page, settled, url, name) {
  await page.goto(`${url}/lessons`);
  await page.locator('main a[href^="/lessons/"]').first().click();
  await settled();
  await wholePage(page, name('lesson'));
  const games = await page
    .locator('a[href^="/play/"]')
    .evaluateAll((links) => links.map((a) => a.getAttribute('href')));
  for (const game of games) await picture(page, settled, `${url}${game}`, name(nameOf(game)));
}

/** A set under review, its form, a published one, and a worksheet. */
async function insideDesk(page, settled, url, name) {
  await page.goto(`${url}/desk`);
  const sets = page.locator('main h2 a[href^="/desk/"]');
  await sets.first().waitFor();
  const [waiting, published] = await sets.evaluateAll((links) => links.map((a) => a.getAttribute('href')));
  await page.goto(`${url}${waiting}`);
  await settled();
  await page.screenshot({ path: name('review') });
  await page.keyboard.press('e');
  await page.screenshot({ path: name('review-edit') });
  await page.goto(`${url}${published}`);
  await settled();
  await page.screenshot({ path: name('review-published') });
  await picture(page, settled, `${url}${waiting.replace('/desk/', '/lessons/')}/print`, name('worksheet'));
}

/** `/play/grammar_challenge/…` and `/play/listen/sentence_builder/…`: what is played by ear has a picture of its own. */
function nameOf(address) {
  const [, , first, second] = address.split('/');
  return first === 'listen' ? `play-listen-${second}` : `play-${first}`;
}

if (wish.help) {
  console.log(help);
} else if (hasBrowser()) {
  const folder = positionals[0] ?? join(root, 'screens');
  mkdirSync(folder, { recursive: true });
  await withStackAndBrowser((browser, url) => takePictures(browser, url, folder));
  console.log(`The pictures are in ${folder}.`);
} else {
  process.exitCode = 1;
}
