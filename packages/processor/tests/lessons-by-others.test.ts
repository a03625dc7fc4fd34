import { readdirSync, readFileSync } from 'node:fs';
import { parseTranscript } from '@tulkka/shared/transcripts';
import { spokenText } from '../src/composing/index.ts';
import { GoldLabels, scoreLesson } from '../src/eval/index.ts';
import { generateLesson } from '../src/generate-lesson.ts';
import { openLexicon } from '../src/lexicon/index.ts';

const lexicon = openLexicon();

const lessonsIn = (name: string) => {
  const folder = new URL(`./${name}/`, import.meta.url);
  const lessons = readdirSync(folder).flatMap((file) => /^(\d+)\.gold\.json$/.exec(file)?.slice(1, 2) ?? []);
  return lessons.map((lesson) => ({
    lesson,
    gold: GoldLabels.parse(JSON.parse(readFileSync(new URL(`${lesson}.gold.json`, folder), 'utf8'))),
    transcript: parseTranscript(readFileSync(new URL(`${lesson}.vtt`, folder), 'utf8')),
  }));
};

test.each(lessonsIn('lessons-by-others'))(
  'lesson $lesson: nothing that its labels forbid is shown, no item is invalid or without a quote',
  async ({ gold, transcript }) => {
    const { exercises } = await generateLesson(transcript, { lessonNumber: 1, lexicon });
    const { leaks, faults, unquoted } = scoreLesson(exercises, gold, spokenText(transcript));
    expect({ leaks, faults, unquoted: unquoted.hit }).toEqual({ leaks: [], faults: [], unquoted: 0 });
  },
);

test.each(lessonsIn('lessons-kept-back'))(
  'lesson $lesson, kept back: its labels stand in it',
  ({ gold, transcript }) => {
    const said = spokenText(transcript).toLowerCase();
    const absent = [...gold.doNotUse, ...gold.privateDetails].filter((words) => !said.includes(words.toLowerCase()));
    expect(absent).toEqual([]);
  },
);
