// What each screen may weigh: JavaScript, gzip, with everything that it needs at once.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';

/** Screens by the module that shows them, in thousands of bytes. */
const budgets = [
  // A part of the entry: the first picture waits for nothing else.
  { screen: 'Today', kilobytes: 110, modules: [] },
  { screen: 'Play', kilobytes: 140, modules: ['src/screens/play/play-routes.tsx'] },
  { screen: 'Desk', kilobytes: 260, modules: ['src/screens/desk/desk.tsx', 'src/screens/review/review.tsx'] },
];
/** Whatever the screen, the entry and one language come along. */
const always = ['index.html', 'src/i18n/messages/en/index.ts'];

/** Bytes of JavaScript of each screen beside its budget. */
export function checkBudgets(dist) {
  const manifest = JSON.parse(readFileSync(join(dist, 'build-manifest.json'), 'utf8'));
  const weight = new Map();
  const weigh = (file) => {
    if (!weight.has(file)) weight.set(file, gzipSync(readFileSync(join(dist, file)), { level: 9 }).length);
    return weight.get(file);
  };
  const filesOf = (module, found = new Set()) => {
    const chunk = manifest[module];
    if (chunk === undefined || found.has(chunk.file)) return found;
    found.add(chunk.file);
    for (const needed of chunk.imports ?? []) filesOf(needed, found);
    return found;
  };
  const lines = [];
  const broken = [];
  for (const { screen, kilobytes, modules } of budgets) {
    const missing = modules.filter((module) => !(module in manifest));
    if (missing.length > 0) throw new Error(`No code of its own: ${missing.join(', ')}. The budgets must follow.`);
    const files = new Set([...always, ...modules].flatMap((module) => [...filesOf(module)]));
    const bytes = [...files].reduce((sum, file) => sum + weigh(file), 0);
    lines.push(`${screen}: ${(bytes / 1000).toFixed(1)} of ${kilobytes} kB of JavaScript (gzip)`);
    if (bytes > kilobytes * 1000) broken.push(screen);
  }
  return { lines, broken };
}
