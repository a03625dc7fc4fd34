// What a page costs whoever uses it: the tasks that keep it from answering, and the time from a key to what it shows.

/** Runs in the page before all else: notes long tasks and what keys take until the next picture. */
export function noteTasks() {
  const noted = { tasks: [], keys: [] };
  Object.assign(globalThis, { noted });
  new PerformanceObserver((list) => {
    for (const { startTime, duration } of list.getEntries()) noted.tasks.push({ startTime, duration });
  }).observe({ type: 'longtask', buffered: true });
  new PerformanceObserver((list) => {
    for (const { name, duration } of list.getEntries()) if (name === 'keydown') noted.keys.push(duration);
  }).observe({ type: 'event', buffered: true, durationThreshold: 16 });
}

/** What was noted since the last time, once the page is at rest. */
export async function takeNotes(page) {
  await page.waitForTimeout(500);
  return page.evaluate(() => {
    const { tasks, keys } = globalThis.noted;
    return { tasks: tasks.splice(0), keys: keys.splice(0) };
  });
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

const longestOf = ({ tasks }) => Math.max(0, ...tasks.map(({ duration }) => duration));

/** A row for the report: what was done, the longest task, how many took over 50 ms, the median from key to picture. */
export function rowOf({ what, notes: { tasks, keys }, pressed = 0 }) {
  const longest = longestOf({ tasks });
  const over = tasks.filter(({ duration }) => duration > 50).length;
  const task = longest === 0 ? 'none over 50' : String(Math.round(longest));
  if (pressed === 0) return [what, task, String(over), '', ''];
  // What takes less than a frame is not told at all.
  const middle = median([...Array(Math.max(0, pressed - keys.length)).fill(0), ...keys]);
  return [what, task, String(over), middle === 0 ? 'below 16' : String(middle), String(Math.max(0, ...keys))];
}
