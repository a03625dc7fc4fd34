import { readFileSync } from 'node:fs';
import { generateLesson } from '../src/generate-lesson.ts';
import { openLexicon } from '../src/lexicon/index.ts';
import { levelOf } from '../src/report/level.ts';

const lexicon = openLexicon();
const sample = readFileSync(new URL('../../shared/sample-lesson/sample.vtt', import.meta.url), 'utf8');
const reportOf = async (text: string) => (await generateLesson(text, { lessonNumber: 1, lexicon })).exercises.report;

test('says who spoke how much and asked how often', async () => {
  const vtt = [
    'WEBVTT',
    '00:00:00.000 --> 00:00:06.000\nMaya: What did you do? A deadline is the last day on which something is ready.',
    '00:00:06.000 --> 00:00:08.000\nLeo: I go to work.',
    '00:00:08.000 --> 00:00:10.000\nMaya: I went to work. Do you like it?',
  ].join('\n\n');
  const report = await reportOf(vtt);
  expect(report?.speakers).toEqual([
    {
      speaker: 'Maya',
      role: 'teacher',
      share: 0.8,
      words: expect.any(Number),
      words_per_minute: expect.any(Number),
      questions: 2,
    },
    { speaker: 'Leo', role: 'student', share: 0.2, words: 4, words_per_minute: 120, questions: 0 },
  ]);
  expect(report?.level).toBeNull();
});

test('says what was taught in which minute, in its order', async () => {
  const report = await reportOf(sample);
  const times = report?.taught.map(({ at_ms }) => at_ms ?? -1) ?? [];
  expect(times.length).toBeGreaterThan(20);
  expect(times).toEqual([...times].sort((a, b) => a - b));
  expect(times[0]).toBeGreaterThanOrEqual(0);
  expect(report?.taught.filter(({ kind }) => kind === 'correction')[0]?.what).toContain(' → ');
  expect((report?.speakers ?? []).reduce((sum, { share }) => sum + share, 0)).toBeCloseTo(1, 2);
});

test('says where each taught word and correction is asked, or why it is not', async () => {
  const { exercises } = await generateLesson(sample, { lessonNumber: 1, lexicon });
  const taught = exercises.report?.taught ?? [];
  expect(taught.length).toBe(exercises.analysis.vocabulary.length + exercises.analysis.corrections.length);
  for (const { asked_in = [], not_asked } of taught) expect(asked_in.length > 0).toBe(not_asked === null);
  const reasons = new Set(taught.flatMap(({ not_asked }) => not_asked ?? []));
  expect(reasons.size).toBeGreaterThan(1);
  const words = taught.filter(({ kind, asked_in = [] }) => kind === 'word' && asked_in.includes('flashcards'));
  expect(words.map(({ what }) => what).sort()).toEqual(exercises.flashcards.map(({ word }) => word).sort());
  const changes = taught.filter(({ kind, asked_in = [] }) => kind === 'correction' && asked_in.includes('grammar'));
  expect(changes.length).toBe(exercises.grammar.length);
});

test('a transcript without times shares by words', async () => {
  const report = await reportOf(
    'Maya: A deadline is the last day of a task.\nLeo: I like it very much, and my brother likes it.',
  );
  expect(report?.speakers.map(({ words_per_minute }) => words_per_minute)).toEqual([null, null]);
  expect((report?.speakers ?? []).reduce((sum, { share }) => sum + share, 0)).toBeCloseTo(1, 2);
});

const simple =
  'house dog cat mother father brother sister school water food day night friend work home money time car book hand eye door street city girl boy man woman child music name phone year week'.split(
    ' ',
  );
const hard =
  'mitigate ambivalent scrutiny resilient plausible coherent paradigm discrepancy meticulous advocate tangible obsolete pervasive nuance redundant feasible arbitrary inherent contemplate deteriorate'.split(
    ' ',
  );

test('the level follows the words, and few words say nothing', () => {
  expect(levelOf(simple, lexicon)).toBe('A1');
  expect(levelOf([...simple, ...hard], lexicon)).toBe('C1');
  expect(levelOf(simple.slice(0, 10), lexicon)).toBeNull();
});
