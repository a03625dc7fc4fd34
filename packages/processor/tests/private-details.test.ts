import { findPrivateSpans, parseTranscript } from '@tulkka/shared/transcripts';
import { generateLesson, type LessonReader, rulesReader } from '../src/index.ts';
import { openLexicon } from '../src/lexicon/index.ts';

const lexicon = openLexicon();

/** What learners said aloud, and what a teacher may well take up. */
const said = [
  'You can call me, it is plus five five, eleven, nine eighty-two, forty thirteen, seventy.',
  'My number is oh seven nine, twenty-two, thirty-three, fourteen.',
  'Write to me at ana underscore l at mail dot example.',
  'It is zero five two, double seven, thirty, sixty-one.',
  'I live at twelve Green Lane.',
  'We live at forty-two Baker Street, on the left.',
  'He was born on the tenth of June two thousand ten.',
  'She was born on the first of March nineteen eighty-five.',
  'I was born on 05/05/2011.',
  'Write to ana at mail.example.',
  'My Instagram is ana_ruiz_92.',
  'My passport, it is X1234567.',
  'I live in Herzl Street 12.',
];

/** A lesson in which a sentence is said, corrected, praised and asked for. */
const lessonWith = (sentence: string): string => {
  const lines = [
    'Maya: Hello Leo, today we talk about where we live and how people reach us.',
    'Leo: I am reluctant to talk about it, but I will try.',
    'Maya: Reluctant means you do not really want to do something.',
    `Leo: ${sentence}`,
    `Maya: Good sentence! Say it again: ${sentence}`,
    `Leo: ${sentence}`,
    'Leo: Yesterday I go to the market with my brother.',
    'Maya: Yesterday I went to the market with my brother.',
    'Leo: Yesterday I went to the market with my brother.',
    'Maya: A detached house means a house that stands alone.',
    'Leo: My uncle has a detached house near the lake.',
  ];
  const cue = (line: string, i: number): string =>
    `00:00:${String(i * 4).padStart(2, '0')}.000 --> 00:00:${String(i * 4 + 3).padStart(2, '0')}.000\n${line}\n`;
  return `WEBVTT\n\n${lines.map(cue).join('\n')}`;
};

test.each(said)('nothing of %j is stored, in no part of the set', async (sentence) => {
  const { exercises } = await generateLesson(lessonWith(sentence), { lessonNumber: 1, lexicon });
  const stored = JSON.stringify(exercises).toLowerCase();
  const spans = findPrivateSpans(sentence);
  expect(spans.length).toBeGreaterThan(0);
  for (const { start, end } of spans) expect(stored).not.toContain(sentence.slice(start, end).trim().toLowerCase());
});

test.each(said)('nor what a model quotes of it: %j', async (sentence) => {
  const { analysis } = await rulesReader(lexicon).read(parseTranscript(lessonWith('My flat is nice.')), {});
  const [correction] = analysis.corrections;
  if (!correction) throw new Error('The lesson holds a correction.');
  const reader: LessonReader = {
    read: async () => ({
      analysis: {
        ...analysis,
        corrections: [...analysis.corrections, { ...correction, quote: sentence }],
        sentences: [...analysis.sentences, { text: sentence, quote: sentence }],
      },
      engine: 'openai',
      notes: [],
    }),
  };
  const { exercises } = await generateLesson(lessonWith(sentence), { lessonNumber: 1, lexicon, reader });
  expect(exercises.analysis.corrections.length).toBe(analysis.corrections.length);
  expect(JSON.stringify(exercises)).not.toContain(sentence);
});
