// How long and how much memory it takes to make a lesson's exercises, for lessons of 1,000, 10,000 and 100,000 words.
//   node packages/processor/bench/generation.bench.mjs
// Each length runs in a process of its own, so that no run profits from the warm caches of another.
import { spawnSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const folder = new URL('../tests/lessons/', import.meta.url);
const lengths = [1_000, 10_000, 100_000];

/** A lesson of so many words: the six test lessons that every measurement was made with, one after the other, again and again, with the clock running on. */
function lessonOf(wordsWanted) {
  const cues = readdirSync(folder)
    .filter((name) => /^[23]\d\.vtt$/.test(name))
    .sort()
    .flatMap((name) => readFileSync(new URL(name, folder), 'utf8').split(/\r?\n\r?\n/))
    .map((block) => block.split(/\r?\n/))
    .map((rows) => rows.slice(rows.findIndex((row) => row.includes('-->')) + 1).join(' '))
    .filter((text) => text !== '' && !text.startsWith('WEBVTT'));
  const clock = (second) => new Date(second * 1000).toISOString().slice(11, 23);
  const lines = ['WEBVTT', ''];
  let words = 0;
  for (let i = 0; words < wordsWanted; i += 1) {
    const text = cues[i % cues.length];
    words += text.split(/\s+/).length;
    lines.push(`${clock(i * 3)} --> ${clock(i * 3 + 2.5)}`, text, '');
  }
  return lines.join('\n');
}

if (process.argv[2] === '--one') {
  const { generateLesson } = await import('../dist/generate-lesson.js');
  const vtt = lessonOf(Number(process.argv[3]));
  const started = performance.now();
  const { exercises } = await generateLesson(vtt, { lessonNumber: 1 });
  const seconds = (performance.now() - started) / 1000;
  const megabytes = process.resourceUsage().maxRSS / 1024;
  console.log(JSON.stringify({ seconds, megabytes, items: exercises.total_exercises }));
} else {
  console.log('words      seconds  peak memory  items');
  for (const words of lengths) {
    const run = spawnSync(process.execPath, [fileURLToPath(import.meta.url), '--one', String(words)], {
      encoding: 'utf8',
    });
    if (run.status !== 0) throw new Error(run.stderr);
    const { seconds, megabytes, items } = JSON.parse(run.stdout);
    console.log(
      `${String(words).padEnd(9)}  ${seconds.toFixed(2).padStart(7)}  ${`${Math.round(megabytes)} MB`.padStart(11)}  ${String(items).padStart(5)}`,
    );
  }
}
