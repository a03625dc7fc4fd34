import { readdirSync, readFileSync } from 'node:fs';
import { exerciseKinds, fold, holdsWords, LessonExercises, viewsOf } from '@tulkka/shared/exercises';
import { parseTranscript } from '@tulkka/shared/transcripts';
import fc from 'fast-check';
import { spokenText } from '../src/composing/index.ts';
import { GoldLabels, type LessonScore, scoreLesson, totalScore } from '../src/eval/index.ts';
import { generateLesson } from '../src/generate-lesson.ts';
import { openLexicon } from '../src/lexicon/index.ts';
import { mutations } from './mutations.ts';

const folder = new URL('./lessons/', import.meta.url);
// lessons 21 to 32 go through every mutation; found.test.ts reads the others too
const names = readdirSync(folder).flatMap((name) => /^([23]\d)\.vtt$/.exec(name)?.slice(1, 2) ?? []);
const read = (name: string): string => readFileSync(new URL(name, folder), 'utf8');
const gold = (name: string): GoldLabels => GoldLabels.parse(JSON.parse(read(`${name}.gold.json`)));
const lexicon = openLexicon();

const generate = async (vtt: string): Promise<LessonExercises> =>
  (await generateLesson(vtt, { lessonNumber: 1, lexicon })).exercises;
const score = async (name: string, vtt: string): Promise<LessonScore> =>
  scoreLesson(await generate(vtt), gold(name), spokenText(parseTranscript(vtt)));

/** What must hold for every set, whatever was read. */
function expectValid(set: LessonExercises, spoken: string): void {
  expect(LessonExercises.parse(set)).toEqual(set);
  for (const view of exerciseKinds.flatMap((kind) => viewsOf(set, kind))) {
    expect(holdsWords(spoken, view.quote) ? '' : `${view.kind}: ${view.quote}`).toBe('');
    if (view.blank !== null) expect(new Set(view.blank.options.map(fold)).size).toBe(view.blank.options.length);
  }
  expect(set.total_exercises).toBeLessThanOrEqual(60);
  expect(set.quality_passed ? set.total_exercises >= 8 : true).toBe(true);
}

describe('on the labelled lessons', () => {
  test.each(names)('lesson %s: ten items or more, none invalid, leaking or unquoted', async (name) => {
    const result = await score(name, read(`${name}.vtt`));
    expect(result.faults).toEqual([]);
    expect(result.leaks).toEqual([]);
    expect(result.unquoted.hit).toBe(0);
    expect(result.invalid.of).toBeGreaterThanOrEqual(10);
  });

  test('reaches the floors that were promised', async () => {
    const total = totalScore(await Promise.all(names.map((name) => score(name, read(`${name}.vtt`)))));
    expect(total.explicitVocabulary).toBeGreaterThanOrEqual(0.75);
    expect(total.junk).toBeLessThanOrEqual(0.05);
    expect(total.corrections).toBeGreaterThanOrEqual(0.5);
    expect(total.precision).toBeGreaterThanOrEqual(0.8);
    expect(total.category).toBeGreaterThanOrEqual(0.7);
    expect(total.sentences).toBeGreaterThanOrEqual(0.5);
  });

  test('gives the same set for the same transcript and seed', async () => {
    const vtt = read(`${names[0]}.vtt`);
    expect(await generate(vtt)).toEqual(await generate(vtt));
  });
});

describe.each(Object.entries(mutations))('with %s', (_, mutate) => {
  test.each(names)('lesson %s stays valid', async (name) => {
    const vtt = mutate(read(`${name}.vtt`));
    const spoken = spokenText(parseTranscript(vtt));
    const set = await generate(vtt);
    expectValid(set, spoken);
    const { faults, leaks, unquoted } = scoreLesson(set, gold(name), spoken);
    expect(leaks).toEqual([]);
    expect(faults).toEqual([]);
    expect(unquoted.hit).toBe(0);
  });
});

describe('on anything at all', () => {
  const words = fc.constantFrom(
    ...read(`${names[0]}.vtt`).split(/\s+/),
    'we say',
    'not',
    'means',
    '—',
    '___',
    '"',
    "it's",
    'a',
    'an',
    '…',
    '🎉',
    'שלום',
    '12:30',
    '@',
  );
  const speech = fc
    .array(fc.array(words, { maxLength: 25 }), { minLength: 1, maxLength: 30 })
    .map((turns) => turns.map((turn, i) => `${i % 2 === 0 ? 'Ann' : 'Bob'}: ${turn.join(' ')}`).join('\n'));

  test('never throws on words thrown together, and never makes an invalid item', async () => {
    await fc.assert(
      fc.asyncProperty(speech, async (text) => {
        fc.pre(/\p{L}/u.test(text.replace(/^(?:Ann|Bob):/gm, '')));
        expectValid(await generate(text), spokenText(parseTranscript(text)));
      }),
      { numRuns: 60 },
    );
  });

  test('never throws on any characters but for what is no transcript', async () => {
    await fc.assert(
      fc.asyncProperty(fc.string({ unit: 'binary', maxLength: 400 }), async (text) => {
        const outcome = await generate(text).catch((error: unknown) => error);
        if (outcome instanceof Error) expect(outcome).toMatchObject({ code: 'validation_error' });
        else expect(LessonExercises.parse(outcome).total_exercises).toBeLessThanOrEqual(60);
      }),
      { numRuns: 150 },
    );
  });

  test('a call that is all sound check and weather gives nothing, or next to nothing, and says so', async () => {
    const talk = [
      'Ann: Can you hear me now?',
      'Bob: Yes I hear you.',
      'Ann: Your camera is off, I think.',
      'Bob: One moment. Now?',
      'Ann: Great, I can see you. It is raining here.',
      'Bob: Here also rain.',
      'Ann: Oh my internet is slow today.',
      'Bob: Ok, bye bye!',
    ];
    const set = await generate(talk.join('\n'));
    expect(set.total_exercises).toBeLessThanOrEqual(3);
    expect(set.quality.notes.join(' ')).toMatch(/Nothing in this recording|Little was taught/);
    expect(set.quality_passed).toBe(false);
  });
});
