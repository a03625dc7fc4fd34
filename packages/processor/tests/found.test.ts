import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { parseTranscript } from '@tulkka/shared/transcripts';
import { z } from 'zod';
import { kinds } from '../src/analysis/corrections/kinds/index.ts';
import { readLesson } from '../src/analysis/index.ts';
import { findLearnerErrors } from '../src/analysis/learner-errors/find-learner-errors.ts';
import { lessonWays, sentenceWays } from '../src/analysis/teaching/ways/index.ts';
import { unitsOf } from '../src/language/align.ts';
import { openLexicon } from '../src/lexicon/index.ts';
import { foundText } from './found.ts';

// What the rules find in every labelled lesson, to be read in review. `UPDATE_FOUND=1 npm test -- found.test` writes it anew.
const folder = new URL('./lessons/', import.meta.url);
const lexicon = openLexicon();
const names = readdirSync(folder).flatMap((name) => /^(\d+)\.vtt$/.exec(name)?.slice(1, 2) ?? []);

/** Names of the rules that had a part in anything that was found. */
const fired = new Set<string>();

test.each(names)('lesson %s: what is found in it is what its found.txt says', (name) => {
  const transcript = parseTranscript(readFileSync(new URL(`${name}.vtt`, folder), 'utf8'));
  const reading = readLesson(transcript, {}, lexicon);
  for (const term of reading.terms) for (const way of term.ways) fired.add(way);
  for (const { found } of reading.corrections) fired.add(found.kind);
  for (const { words } of reading.turns.flatMap(({ sentences }) => sentences))
    for (const { rule } of findLearnerErrors(unitsOf(words).map(({ norm }) => norm))) fired.add(rule);
  const found = foundText(reading);
  const snapshot = new URL(`${name}.found.txt`, folder);
  if (process.env.UPDATE_FOUND === '1') writeFileSync(snapshot, found);
  expect(found).toBe(readFileSync(snapshot, 'utf8'));
});

test('every rule fires in one of the lessons at least, or says why it is rare', () => {
  const slips = z
    .record(z.string(), z.object({ rareBecause: z.string().optional() }))
    .parse(JSON.parse(readFileSync(new URL('./cases/learner-errors.json', import.meta.url), 'utf8')));
  const rules = [
    ...[...sentenceWays, ...lessonWays, ...kinds].map(({ name, rareBecause }) => ({ name, rareBecause })),
    ...Object.entries(slips).map(([name, { rareBecause }]) => ({ name, rareBecause })),
  ];
  const silent = rules.filter(({ name }) => !fired.has(name));
  expect(silent.map(({ name }) => name)).toEqual(
    rules.filter(({ rareBecause }) => rareBecause !== undefined).map(({ name }) => name),
  );
});
