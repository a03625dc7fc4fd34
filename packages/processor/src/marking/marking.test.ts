import { parseTranscript } from '@tulkka/shared/transcripts';
import { readLesson } from '../analysis/index.ts';
import { openLexicon } from '../lexicon/index.ts';
import { openMarking } from './marking.ts';

const lexicon = openLexicon();
const talk = [
  'Maya: Where did you go on holiday?',
  'Leo: We stayed in a small hotel near the beach.',
  'Maya: Lovely. A hostel is a cheap place where many people sleep in one room.',
  'Leo: I goed to a hostel once.',
  'Maya: I went to a hostel once. The past of go is irregular.',
];
const reading = readLesson(parseTranscript(talk.join('\n')), { teacherName: 'Maya' }, lexicon);
const marking = openMarking(reading, lexicon);
const ofSentence = (text: string, quote = text): number => marking.sentence({ text, quote });

test.each([
  ['We stayed in a small hotel near the beach.', 'The past of go is irregular.'],
  ['She missed her train this morning.', 'Right so the next one missed her train.'],
  ['How much did the ticket cost?', 'Number three, how much, and then the verb.'],
  ['He always forgets his keys at home.', 'That is the one that I meant, of course.'],
])('%s is likelier to pass than: %s', (good, other) => {
  expect(ofSentence(good)).toBeGreaterThan(ofSentence(other));
});

test('a sentence of captions without marks is less likely', () => {
  const text = 'We stayed in a small hotel near the beach.';
  expect(ofSentence(text, 'we stayed in a small hotel near the beach')).toBeLessThan(ofSentence(text));
});

test('a meaning that tells is likelier to pass than a remark', () => {
  const card = {
    term: 'hostel',
    part: 'noun',
    source: 'teacher',
    isBare: false,
    explicit: true,
    weight: 0.95,
    ways: ['says what it is'],
    times: 3,
  } as const;
  const told = marking.meaning({ ...card, meaning: 'a cheap place where many people sleep in one room' });
  expect(told).toBeGreaterThan(marking.meaning({ ...card, meaning: 'the next one on the list' }));
  expect(told).toBeGreaterThan(0.5);
});
