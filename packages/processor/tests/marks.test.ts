import { readFileSync } from 'node:fs';
import { fitMarks } from '../src/eval/index.ts';
import { openLexicon } from '../src/lexicon/index.ts';
import { meaningMarks, questionMarks, sentenceMarks } from '../src/marking/read-marks.ts';

const kept = (name: string): unknown =>
  JSON.parse(readFileSync(new URL(`../marks/${name}.weights.json`, import.meta.url), 'utf8'));

test('every refusal has its reason, and nothing else has one', () => {
  const marks = [...sentenceMarks(), ...meaningMarks(), ...questionMarks()];
  expect(marks.length).toBeGreaterThan(6000);
  expect(marks.filter(({ mark, reason }) => (mark === 0) !== (reason !== ''))).toEqual([]);
});

test('the weights in use are those that the marks give, and tell what passes in lessons that were left out', () => {
  const { sentences, meanings, questions, ranked } = fitMarks(openLexicon());
  expect(kept('sentences')).toEqual(sentences);
  expect(kept('meanings')).toEqual(meanings);
  expect(kept('questions')).toEqual(questions);
  for (const share of ranked) expect(share).toBeGreaterThan(0.72);
});
