// What a page costs whoever uses it: the tasks that keep it from answering, and the time from a key to what it shows.

/** Runs in the page before all else: notes what keys take until the next picture. */
export function noteKeys() {
  const keys = [];
  Object.assign(globalThis, { keysNoted: keys });
  new PerformanceObserver((list) => {
    for (const { name, duration } of list.getEntries()) if (name === 'keydown') keys.push(duration);
  }).observe({ type: 'event', buffered: true, durationThreshold: 16 });
}

/**
 * What a page does meanwhile: its tasks in milliseconds of its own thread, for the clock counts other work of this machine
 * as well, and the time from each key to its picture.
 */
export async function noted(page, devtools, work) {
  const events = [];
  const collect = ({ value }) => events.push(...value);
  devtools.on('Tracing.dataCollected', collect);
  await devtools.send('Tracing.start', {
    transferMode: 'ReportEvents',
    categories: 'devtools.timeline,disabled-by-default-devtools.timeline',
  });
  await work();
  await page.waitForTimeout(500);
  const complete = new Promise((resolve) => devtools.once('Tracing.tracingComplete', resolve));
  await devtools.send('Tracing.end');
  await complete;
  devtools.off('Tracing.dataCollected', collect);
  return { tasks: tasksOf(events), keys: await page.evaluate(() => globalThis.keysNoted.splice(0)) };
}

/** The tasks of the thread that lays the page out. */
function tasksOf(events) {
  const spent = new Map();
  for (const { name, pid, tid, dur = 0 } of events)
    if (name === 'Layout') spent.set(`${pid} ${tid}`, (spent.get(`${pid} ${tid}`) ?? 0) + dur);
  const [[thread] = []] = [...spent].sort(([, a], [, b]) => b - a);
  const tasks = events
    .filter(({ name, pid, tid }) => name === 'RunTask' && `${pid} ${tid}` === thread)
    .map(({ tdur = 0 }) => tdur / 1000);
  if (tasks.length === 0) throw new Error('The browser told of no tasks: its tracing may have changed.');
  return tasks;
}

/** The pause between two keys of somebody in a hurry. */
const pauseMs = 60;

/** Presses keys one after the other, as fast as somebody in a hurry does. */
export async function press(page, keys) {
  for (const key of keys) {
    await page.keyboard.press(key);
    await page.waitForTimeout(pauseMs);
  }
}

/** The middle one. */
export const median = (values) => values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;

/** What of some rounds was least disturbed by other work on this machine: the one whose longest task is the shortest. */
export const quietest = (rounds) => rounds.toSorted((a, b) => longestOf(a.notes) - longestOf(b.notes))[0];

const longestOf = ({ tasks }) => Math.max(0, ...tasks);

/** A row for the report: what was done, the longest task, how many took over 50 ms, the median from key to picture. */
export function rowOf({ what, notes: { tasks, keys }, pressed = 0 }) {
  const over = tasks.filter((ms) => ms > 50).length;
  const row = [what, String(Math.round(longestOf({ tasks }))), String(over)];
  if (pressed === 0) return [...row, '', ''];
  // What takes less than a frame is not told at all.
  const middle = median([...Array(Math.max(0, pressed - keys.length)).fill(0), ...keys]);
  return [...row, middle === 0 ? 'below 16' : String(middle), String(Math.max(0, ...keys))];
}
