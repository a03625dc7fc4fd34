// npm run bench -- desk: how smooth the teacher's desk is in Chromium on a machine four times as slow as this one.
import { writeFileSync } from 'node:fs';

import { tableOf, writeMeasurements } from '../../../scripts/lib/measurements.mjs';
import { hasBrowser, signInAt, withStackAndBrowser } from '../../../scripts/lib/own-stack.mjs';
import { bigDesk } from './big-desk.mjs';
import { noted, noteKeys, press, quietest, rowOf } from './measure-page.mjs';

const help = `npm run bench -- desk [--write] [--profile FILE]
  Opens a desk of 200 lessons and a review of an hour (900 lines, 80 exercises) in Chromium at a quarter of this machine's
  speed, walks 100 steps with j and k, three times over, and prints of the quietest round the tasks over 50 ms and the time from a key to its picture.
  --write puts the table into docs/performance.md; --profile writes what the review's walk spent its time on, for DevTools.`;
const size = { lessons: 200, cues: 900, items: 80 };
const slowdown = 4;
const steps = [...Array(70).fill('j'), ...Array(30).fill('k')];
const head = ['', 'longest task, ms', 'tasks over 50 ms', 'key to picture, median ms', 'slowest key, ms'];

const json = (route, body) => route.fulfill({ contentType: 'application/json', body: JSON.stringify(body) });

/** The sample stack, but for a desk and a review that are larger. */
async function answerLarger(page, desk) {
  await page.route('**/api/v1/desk?*', (route) => {
    const { searchParams } = new URL(route.request().url());
    return json(route, desk.pages(Number(searchParams.get('page') ?? 1), Number(searchParams.get('limit') ?? 50)));
  });
  await page.route(`**/api/v1/exercises/${desk.setId}`, (route) => json(route, desk.set));
  await page.route('**/api/v1/lessons/*', (route) => json(route, desk.lesson));
}

/** Opens an address anew, until what it is for stands there. */
async function open(page, address, there) {
  await page.goto('about:blank');
  await page.goto(address);
  await page.locator(there).first().waitFor();
}

/** Has a walk profiled where a file is named for it. */
async function profiled(devtools, file, work) {
  if (file === undefined) return work();
  await devtools.send('Profiler.enable');
  await devtools.send('Profiler.start');
  await work();
  const { profile } = await devtools.send('Profiler.stop');
  writeFileSync(file, JSON.stringify(profile));
}

/** One round: each thing that is done, and what was noted of it. */
async function walkThrough(page, url, devtools, desk, profile) {
  const done = [];
  const note = async (what, work, pressed) => {
    const notes = await noted(page, devtools, work);
    done.push({ what, notes, pressed });
  };
  await note('opening the desk', () => open(page, `${url}/desk`, 'main ul h2'));
  await note('the second hundred lessons', async () => {
    await page.getByRole('button', { name: 'Show more' }).click();
    await page.waitForFunction((count) => document.querySelectorAll('main ul h2').length === count, size.lessons);
  });
  await note('100 steps on the desk', () => press(page, steps), steps.length);
  await note('opening the review', () => open(page, `${url}/desk/${desk.setId}`, 'li[aria-current]'));
  const walk = () => press(page, steps);
  await note('100 steps in the review', () => profiled(devtools, profile, walk), steps.length);
  await note('leaving out and taking back, twice', () => press(page, ['x', 'u', 'x', 'u']), 4);
  await note('opening a form and leaving it', () => press(page, ['e', 'Escape']), 2);
  return done;
}

async function measure(browser, url, profile) {
  const page = await browser.newPage({ viewport: { width: 1280, height: 900 }, locale: 'en-GB' });
  await signInAt(page, url, 0);
  const desk = await bigDesk(url, size);
  await answerLarger(page, desk);
  await page.addInitScript(noteKeys);
  const devtools = await page.context().newCDPSession(page);
  await devtools.send('Emulation.setCPUThrottlingRate', { rate: slowdown });
  const rounds = [];
  for (let round = 0; round < 3; round += 1) rounds.push(await walkThrough(page, url, devtools, desk, profile));
  const [first = []] = rounds;
  return tableOf(
    head,
    first.map((_, place) => rowOf(quietest(rounds.map((round) => round[place])))),
  );
}

const args = process.argv.slice(2);
if (args.includes('--help')) {
  console.log(help);
} else if (hasBrowser()) {
  const at = args.indexOf('--profile');
  await withStackAndBrowser(async (browser, url) => {
    const table = await measure(browser, url, at < 0 ? undefined : args[at + 1]);
    console.log(table);
    if (args.includes('--write')) writeMeasurements('npm run bench -- desk --write', table);
  });
} else {
  process.exitCode = 1;
}
