// npm run bench -- web [--rounds 5] [--write]: the app in Chromium, as slow as the phone that its budgets are for.
import { parseArgs } from 'node:util';
import { tableOf, writeMeasurements } from '../../../scripts/lib/measurements.mjs';
import { hasBrowser, signInAt, withStackAndBrowser } from '../../../scripts/lib/own-stack.mjs';
import { openWatched } from './probe.mjs';

const { values } = parseArgs({
  options: {
    rounds: { type: 'string', default: '5' },
    write: { type: 'boolean', default: false },
    help: { type: 'boolean', default: false },
  },
});
const student = 1;
const answersARound = 4;
/** A phone of some years ago in a slow network: a processor of a quarter, 1.6 Mbit/s, 150 ms. */
const phone = {
  cpu: 4,
  network: { offline: false, latency: 150, downloadThroughput: 1_600_000 / 8, uploadThroughput: 750_000 / 8 },
};
const viewport = { width: 360, height: 740 };

/** What is measured, with the budget of docs/web.md where there is one. */
const rows = [
  ['firstToday', 'first visit: Today can be used', 'ms', 3000],
  ['firstItem', 'from “Practise” to an item that can be answered', 'ms', null],
  ['verdict', 'from an answer to its verdict', 'ms', 100],
  ['secondToday', 'second visit: Today can be used', 'ms', 1000],
  ['offlineToday', 'without a network: Today can be used', 'ms', null],
  ['firstBytes', 'first visit: all that is loaded until Today', 'kB', null],
  ['firstScripts', 'of it JavaScript', 'kB', 110],
  ['secondBytes', 'second visit: all that is loaded', 'kB', null],
];

const median = (numbers) => numbers.toSorted((a, b) => a - b)[Math.floor(numbers.length / 2)] ?? 0;
const kilobytes = (bytes) => bytes / 1000;

/** Signs in once; every round begins with that and an empty cache. */
async function signedInState(browser, url) {
  const context = await browser.newContext();
  const page = await context.newPage();
  await signInAt(page, url, student);
  const lesson = await lessonOf(page, url);
  const state = await context.storageState({ indexedDB: true });
  await context.close();
  return { state, lesson };
}

/** The address of the sample lesson's questions of grammar. */
async function lessonOf(page, url) {
  await page.goto(`${url}/lessons`);
  await page.locator('main a[href^="/lessons/"]').first().click();
  const link = page.locator('a[href^="/play/grammar_challenge/"]');
  await link.waitFor();
  return link.getAttribute('href');
}

/** Opens the app; returns after how long Today could be used. */
async function openToday({ page, painted }, url) {
  const today = painted('today');
  await page.goto(url, { waitUntil: 'commit' });
  return today;
}

async function measureRound(browser, url, { state, lesson }, note) {
  const context = await browser.newContext({ viewport, hasTouch: true, isMobile: true, storageState: state });
  const first = await openWatched(context, phone);
  note('firstToday', await openToday(first, url));
  note('firstBytes', kilobytes(first.loaded.bytes));
  note('firstScripts', kilobytes(first.loaded.scripts));
  const from = await first.page.evaluate(() => performance.now());
  const item = first.painted('item');
  await first.page.locator('main a[href^="/play"]').first().click();
  note('firstItem', (await item) - from);

  await first.page.goto(`${url}${lesson}`, { waitUntil: 'commit' });
  for (let answer = 0; answer < answersARound; answer += 1) {
    await first.page.locator('button[aria-pressed]:enabled').first().waitFor();
    await first.page.keyboard.press('1');
    const onward = first.page.getByRole('button', { name: 'Go on' });
    await onward.waitFor();
    await first.page.keyboard.press('Enter');
    await onward.waitFor({ state: 'detached' });
  }
  for (const ms of await first.verdicts()) note('verdict', ms);

  // The worker has all of the app by now, and the coming days' practice is on the device.
  await openToday(first, url);
  await first.page.evaluate(() => navigator.serviceWorker.ready.then(() => undefined));
  await first.page.waitForTimeout(3000);
  await first.page.close();
  const second = await openWatched(context, phone);
  note('secondToday', await openToday(second, url));
  note('secondBytes', kilobytes(second.loaded.bytes));
  await second.page.close();
  await context.setOffline(true);
  const offline = await openWatched(context, { ...phone, network: { ...phone.network, offline: true } });
  note('offlineToday', await openToday(offline, url));
  await context.close();
}

const help = `npm run bench -- web [--rounds 5] [--write]
  The app in Chromium with a processor of a quarter, 1.6 Mbit/s and 150 ms: medians of so many rounds, each with an empty
  cache at first. --write puts the table into docs/performance.md. Needs Chromium.`;

if (values.help) {
  console.log(help);
} else if (hasBrowser()) {
  const measured = Object.fromEntries(rows.map(([name]) => [name, []]));
  await withStackAndBrowser(async (browser, url) => {
    const begun = await signedInState(browser, url);
    for (let round = 0; round < Number(values.rounds); round += 1) {
      await measureRound(browser, url, begun, (name, value) => measured[name].push(value));
      console.log(`round ${round + 1}: Today after ${Math.round(measured.firstToday.at(-1))} ms`);
    }
  });
  const whole = new Intl.NumberFormat('en', { maximumFractionDigits: 0 });
  const report = tableOf(
    ['what', 'median', 'least to most', 'budget'],
    rows.map(([name, what, unit, budget]) => {
      const [least, most] = [Math.min(...measured[name]), Math.max(...measured[name])].map((n) => whole.format(n));
      const middle = `${whole.format(median(measured[name]))} ${unit}`;
      return [what, middle, `${least} to ${most}`, budget === null ? '' : `${whole.format(budget)} ${unit}`];
    }),
  );
  console.log(report);
  if (values.write) writeMeasurements('npm run bench -- web --write', report);
} else {
  process.exitCode = 1;
}
