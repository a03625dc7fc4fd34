import type { Analysis } from '../exercises/index.ts';
import { quotePlacer } from '../transcripts/index.ts';
import { findTeacher, isOneToOne, speakerOf } from './who-spoke.ts';

const cue = (speaker: string | null, text: string) => ({ start_ms: 1000, speaker, text });
const explained = (quote: string, definition: string | null = 'd') => ({
  term: 't',
  part_of_speech: 'noun',
  definition,
  quote,
});
const analysisOf = (vocabulary: Analysis['vocabulary']): Analysis => ({ vocabulary, corrections: [], sentences: [] });

const lesson = [
  cue('Maya', 'Reception means the desk in a hotel.'),
  cue('Leo', 'Yesterday I go to the hotel.'),
  cue('Maya', 'Reliable means that people can trust you.'),
  cue('Leo', 'A layover is a stop.'),
];
const place = quotePlacer(lesson);

test('who explains words teaches, and everybody else learns', () => {
  const analysis = analysisOf([
    explained('Reception means the desk'),
    explained('Reliable means that'),
    explained('I go to the hotel', null),
  ]);
  const teacher = findTeacher(analysis, place);
  expect(teacher).toBe('Maya');
  expect(speakerOf(place('people can trust you'), teacher)).toBe('teacher');
  expect(speakerOf(place('Yesterday I go'), teacher)).toBe('student');
  expect(speakerOf(place('nobody said this'), teacher)).toBeNull();
});

test.each([
  ['one sign alone', lesson, ['Reception means the desk']],
  ['signs that disagree', lesson, ['Reception means', 'Reliable means', 'A layover is']],
  ['no labels', lesson.map(({ text }) => cue(null, text)), ['Reception means', 'Reliable means']],
  ['no transcript any more', [], ['Reception means', 'Reliable means']],
])('%s: nobody is taken for the teacher', (_name, cues, quotes) => {
  const teacher = findTeacher(analysisOf(quotes.map((quote) => explained(quote))), quotePlacer(cues));
  expect([teacher, speakerOf(cues[1] ?? null, teacher)]).toEqual([null, null]);
});

test('a lesson is one to one where two people speak', () => {
  expect(isOneToOne(lesson, 'Maya')).toBe(true);
  expect(isOneToOne(lesson, null)).toBe(false);
  expect(isOneToOne([...lesson, cue('Ben', 'Hi')], 'Maya')).toBe(false);
});
