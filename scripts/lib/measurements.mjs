import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './toolchain.mjs';

const page = join(root, 'docs', 'performance.md');
const end = '<!-- end of measurements -->';

/** Puts what a command measured into its place of docs/performance.md; what people wrote around it stays. */
export function writeMeasurements(command, report) {
  const text = readFileSync(page, 'utf8');
  const begin = `<!-- measurements: made by ${command} -->`;
  const from = text.indexOf(begin);
  const to = text.indexOf(end, from);
  if (from < 0 || to < from) throw new Error(`The page needs the lines "${begin}" and "${end}".`);
  writeFileSync(page, `${text.slice(0, from + begin.length)}\n\n${report.trim()}\n\n${text.slice(to)}`);
}

/** A row of a table. */
export const tableLine = (cells) => `| ${cells.join(' | ')} |`;

/** A table of a page: its head, and its rows. */
export const tableOf = (head, rows) =>
  [tableLine(head), tableLine(head.map(() => '---')), ...rows.map(tableLine)].join('\n');
