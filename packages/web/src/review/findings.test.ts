import { openDraft } from './draft.ts';
import { findingsOf } from './findings.ts';

const empty = { flashcards: [], spelling: [], fill_in_blank: [], grammar: [], sentence_builder: [] };
const analysis = {
  vocabulary: [
    { term: 'hike', part_of_speech: 'verb', definition: 'walk far', quote: 'To hike means to walk far.' },
    { term: 'gem', part_of_speech: 'noun', definition: null, quote: 'A gem!' },
  ],
  corrections: [
    {
      wrong: 'for eat',
      right: 'to eat',
      category: 'preposition' as const,
      explicit: true,
      quote: 'I want something to eat.',
    },
    { wrong: 'it has', right: 'it had', category: 'tense' as const, explicit: false, quote: 'it had' },
  ],
  sentences: [{ text: 'We walked home.', quote: 'We walked home.' }],
};

test('what became no item is a finding, and says what can be made of it', () => {
  const found = findingsOf(analysis, openDraft(1, empty));
  expect(found.map(({ key, wish }) => [key, wish.make])).toEqual([
    ['word hike', 'card'],
    ['word gem', 'card'],
    ['correction for eat', 'correction'],
    ['correction it has', 'correction'],
    ['sentence We walked home.', 'sentence'],
  ]);
  const [, , third] = found;
  expect(third?.wish).toMatchObject({ text: 'for eat', right: 'to eat', quote: 'I want something to eat.' });
});

test('what is in an item is no finding', () => {
  const card = {
    word: 'hike',
    translation: null,
    definition: 'walk far',
    part_of_speech: 'verb',
    example_sentence: 'We hike.',
    difficulty: 'easy' as const,
    source_quote: 'To hike means to walk far.',
  };
  const found = findingsOf(analysis, openDraft(1, { ...empty, flashcards: [card] }));
  expect(found.map(({ key }) => key)).not.toContain('word hike');
});
