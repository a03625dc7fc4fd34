import { readFileSync } from 'node:fs';
import type { LessonExercises } from '@tulkka/shared/exercises';
import { z } from 'zod';
import { generateLesson } from '../src/generate-lesson.ts';
import { openLexicon } from '../src/lexicon/index.ts';

// Small inputs that came out wrong, with what is right; each is read as a whole lesson.
const lexicon = openLexicon();
const read = (path: string): string => readFileSync(new URL(path, import.meta.url), 'utf8');
const casesOf = <T>(schema: z.ZodType<T>, file: string): T[] =>
  z.array(schema).parse(JSON.parse(read(`cases/${file}`)));

const time = (seconds: number): string => new Date(seconds * 1000).toISOString().slice(11, 23);
const vttOf = (lines: readonly (readonly [string, string])[]): string =>
  `WEBVTT\n\n${lines
    .map(([speaker, text], i) => `${time(i * 4)} --> ${time(i * 4 + 3.5)}\n${speaker}: ${text}\n`)
    .join('\n')}`;
const generate = async (vtt: string): Promise<LessonExercises> =>
  (await generateLesson(vtt, { lessonNumber: 1, lexicon })).exercises;

const greeting = [
  ['Ms Rivera', 'Good morning, Leo. How are you today?'],
  ['Leo', 'I am fine, thank you.'],
] as const;

const Dialect = z.object({ learner: z.string(), teacher: z.string(), correction: z.string().nullable() });
test.each(casesOf(Dialect, 'dialects.json'))('$learner – $teacher', async ({ learner, teacher, correction }) => {
  const { analysis, grammar } = await generate(
    vttOf([
      ...greeting,
      ['Ms Rivera', 'What did you do this week?'],
      ['Leo', learner],
      ['Ms Rivera', teacher],
      ['Leo', 'Yes.'],
    ]),
  );
  if (correction === null) expect([analysis.corrections, grammar]).toEqual([[], []]);
  else {
    const [wrong = '', right = ''] = correction.split(' → ');
    expect(analysis.corrections).toEqual([
      expect.objectContaining({ wrong: expect.stringContaining(wrong), right: expect.stringContaining(right) }),
    ]);
  }
});

const Noise = z.object({ said: z.string(), clean: z.string().nullable() });
test.each(casesOf(Noise, 'noise.json'))('what was heard, not said: $said', async ({ said, clean }) => {
  const set = await generate(
    vttOf([
      ...greeting,
      ['Ms Rivera', said],
      ['Leo', 'Okay.'],
      ['Ms Rivera', 'We set off before breakfast, so nobody sees us.'],
    ]),
  );
  const all = JSON.stringify(set);
  const marks = (said.match(/[[*(](?:coughs|laughter|crosstalk|inaudible[^\]]*|sighs|music)[\])*]/gi) ?? []).join('|');
  if (marks !== '') expect(all.toLowerCase()).not.toContain(marks.slice(1, -1).toLowerCase());
  if (clean === null) expect(set.analysis.sentences.map(({ text }) => text)).not.toContain(said);
});

describe('one person under two labels', () => {
  const sample = read('../../shared/sample-lesson/sample.vtt');
  const found = async (vtt: string): Promise<number[]> => {
    const { analysis } = await generate(vtt);
    return [analysis.vocabulary.length, analysis.corrections.length];
  };
  /** The sample lesson in whose second half somebody speaks under another label. */
  const changed = (from: string, to: string): string => {
    const lines = sample.split('\n');
    return lines.map((line, i) => (i * 2 < lines.length ? line : line.replace(from, to))).join('\n');
  };

  test.each([
    ['Maya Collins:', 'Maya Collins (2):'],
    ['Maya Collins:', "Maya's iPad:"],
    ['Maya Collins:', 'iPhone (Maya Collins):'],
    ['Leo:', 'iPhone de Leo:'],
  ])('%s goes on as %s', async (from, to) => {
    expect(changed(from, to)).not.toBe(sample);
    expect(await found(changed(from, to))).toEqual(await found(sample));
  });
});

test('the letters of two parts are read part by part', async () => {
  const { analysis } = await generate(
    vttOf([
      ['Speaker A', 'Good morning, Leo. What did you do?'],
      ['Speaker B', 'Yesterday I go to the market.'],
      ['Speaker A', 'You went to the market. Careful with the past.'],
      ['Speaker A (part 2)', 'I am back, teacher.'],
      ['Speaker B (part 2)', 'Welcome back, Leo.'],
      ['Speaker A (part 2)', 'My brother have a car.'],
      ['Speaker B (part 2)', 'Your brother has a car. Careful with the s.'],
    ]),
  );
  expect(analysis.corrections).toEqual([
    expect.objectContaining({ wrong: expect.stringContaining('go'), right: expect.stringContaining('went') }),
    expect.objectContaining({ wrong: expect.stringContaining('have'), right: expect.stringContaining('has') }),
  ]);
});
