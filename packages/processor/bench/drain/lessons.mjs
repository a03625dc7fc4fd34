import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const labelled = new URL('../../tests/lessons/', import.meta.url);
const classes = 20;

/** The cues of the labelled lessons, each with who says what. */
const stock = readdirSync(labelled)
  .filter((name) => name.endsWith('.vtt'))
  .sort()
  .map((name) =>
    readFileSync(new URL(name, labelled), 'utf8')
      .split(/\r?\n\r?\n/)
      .map((block) => block.split(/\r?\n/))
      .map((rows) => rows.slice(rows.findIndex((row) => row.includes('-->')) + 1).join(' '))
      .filter((text) => text !== '' && !text.startsWith('WEBVTT')),
  );

const clock = (second) => new Date(second * 1000).toISOString().slice(11, 23);

/** The n-th lesson: one of the labelled ones, begun at another place, some of it left out, so that no two are alike. */
function lessonOf(n, most) {
  const cues = stock[n % stock.length];
  const begin = (n * 7) % cues.length;
  const spoken = [...cues.slice(begin), ...cues.slice(0, begin)].filter((_, i) => (i + n) % 11 !== 0).slice(0, most);
  const blocks = spoken.map((text, i) => `${clock(i * 3)} --> ${clock(i * 3 + 2.5)}\n${text}\n`);
  return `WEBVTT\n\nNOTE lesson ${n}\n\n${blocks.join('\n')}`;
}

export const classIds = Array.from({ length: classes }, (_, i) => `drain-${i}`);

/** Puts so many lessons into the inbox, from the `first` on; none has more than `most` cues. */
export function dropLessons(inbox, { first, count, most }) {
  for (let n = first; n < first + count; n += 1) {
    const folder = join(inbox, classIds[n % classes]);
    mkdirSync(folder, { recursive: true });
    writeFileSync(join(folder, `lesson-${n}.vtt`), lessonOf(n, most));
  }
}
