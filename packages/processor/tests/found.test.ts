import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { parseTranscript } from '@tulkka/shared/transcripts';
import { readLesson } from '../src/analysis/index.ts';
import { openLexicon } from '../src/lexicon/index.ts';
import { foundText } from './found.ts';

// What the rules find in every labelled lesson, to be read in review. `UPDATE_FOUND=1 npm test -- found.test` writes it anew.
const folder = new URL('./lessons/', import.meta.url);
const lexicon = openLexicon();
const names = readdirSync(folder).flatMap((name) => /^(\d+)\.vtt$/.exec(name)?.slice(1, 2) ?? []);

test.each(names)('lesson %s: what is found in it is what its found.txt says', (name) => {
  const transcript = parseTranscript(readFileSync(new URL(`${name}.vtt`, folder), 'utf8'));
  const found = foundText(readLesson(transcript, {}, lexicon));
  const snapshot = new URL(`${name}.found.txt`, folder);
  if (process.env.UPDATE_FOUND === '1') writeFileSync(snapshot, found);
  expect(found).toBe(readFileSync(snapshot, 'utf8'));
});
