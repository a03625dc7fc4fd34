import { ValidationError } from '@tulkka/shared/errors';
import { parseTranscript } from '@tulkka/shared/transcripts';
import { composeItem, type ItemWish } from './compose-item.ts';
import { openLexicon } from './lexicon/index.ts';

const lexicon = openLexicon();
const transcript = parseTranscript(
  [
    'Teacher: Today we talk about travelling. A boarding pass is the card that lets you onto the plane.',
    'Mia: Yesterday I goed to the airport with my sister.',
    'Teacher: Yesterday I went to the airport. My flight was delayed because the weather was terrible.',
    'Mia: We waited for the luggage for an hour.',
  ].join('\n'),
);
const analysis = {
  vocabulary: [
    {
      term: 'boarding pass',
      part_of_speech: 'noun',
      definition: 'the card that lets you onto the plane',
      quote: 'A boarding pass is the card that lets you onto the plane.',
    },
  ],
  corrections: [],
  sentences: [],
};
const make = (wish: ItemWish) => composeItem({ transcript, analysis }, wish, lexicon);
const refused = (wish: ItemWish): string[] => {
  try {
    make(wish);
  } catch (error) {
    if (error instanceof ValidationError) return error.issues.map(({ path }) => path);
    throw error;
  }
  return [];
};

test('a card of a word that was only said has its meaning, its sentence and its quote', () => {
  expect(make({ make: 'card', text: 'luggage' })).toMatchObject({
    kind: 'flashcards',
    item: {
      word: 'luggage',
      part_of_speech: 'noun',
      definition: expect.any(String),
      example_sentence: 'We waited for the luggage for an hour.',
      source_quote: 'We waited for the luggage for an hour.',
    },
    problem: null,
  });
});

test('a card of a taught word has the teacher’s own words', () => {
  const { item } = make({ make: 'card', text: 'Boarding pass' });
  expect(item).toMatchObject({ word: 'boarding pass', definition: 'the card that lets you onto the plane' });
});

test('a gap has wrong answers beside the right one and explains it', () => {
  const { kind, item, problem } = make({ make: 'gap', text: 'luggage' });
  expect({ kind, problem }).toEqual({ kind: 'fill_in_blank', problem: null });
  expect(item).toMatchObject({ correct_answer: 'luggage', explanation: expect.stringContaining('luggage') });
  expect('options' in item && item.options.length).toBeGreaterThanOrEqual(3);
});

test('a sentence comes in pieces with every order that is right', () => {
  const { kind, item } = make({ make: 'sentence', text: 'My flight was delayed because the weather was terrible.' });
  expect(kind).toBe('sentence_builder');
  expect(item).toMatchObject({ english_sentence: 'My flight was delayed because the weather was terrible.' });
});

test('a correction asks for what the teacher says is right, and explains it', () => {
  const { kind, item, problem } = make({
    make: 'correction',
    text: 'I goed to the airport',
    right: 'I went to the airport',
  });
  expect({ kind, problem }).toEqual({ kind: 'grammar', problem: null });
  expect(item).toMatchObject({ question: 'Yesterday I ___ to the airport with my sister.', correct_answer: 'went' });
});

test('what cannot be made is refused at the field, in words', () => {
  expect(refused({ make: 'card', text: 'submarine' })).toEqual(['text']);
  expect(refused({ make: 'card', text: 'luggage', quote: 'We lost the luggage.' })).toEqual(['quote']);
  expect(refused({ make: 'correction', text: 'I goed to the airport' })).toEqual(['right']);
  expect(refused({ make: 'sentence', text: 'airport' })).toEqual(['text']);
});

test('a card that a teacher wishes for is not refused for what other teachers would think', () => {
  const doubtful = {
    term: 'terrible weather',
    part_of_speech: 'verb',
    definition: 'the best part of my lessons',
    quote: 'My flight was delayed because the weather was terrible.',
  };
  const known = { ...analysis, vocabulary: [doubtful] };
  const wish: ItemWish = { make: 'card', text: 'terrible weather', quote: doubtful.quote };
  const said = parseTranscript(
    'Teacher: We had terrible weather. My flight was delayed because the weather was terrible.',
  );
  expect(
    composeItem({ transcript: said, analysis: known }, { ...wish, quote: 'We had terrible weather.' }, lexicon),
  ).toMatchObject({
    kind: 'flashcards',
    item: { word: 'terrible weather', definition: doubtful.definition },
  });
});
