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

test('what became no item is a finding; what was said whole becomes one by a key', () => {
  const found = findingsOf(analysis, openDraft(1, empty));
  expect(found.map(({ key, becomes }) => [key, becomes?.kind ?? null])).toEqual([
    ['word hike', 'flashcards'],
    ['word gem', null],
    ['correction for eat', 'sentence_builder'],
    ['correction it has', null],
    ['sentence We walked home.', 'sentence_builder'],
  ]);
  const [, , third] = found;
  expect(third?.becomes?.item).toMatchObject({
    english_sentence: 'I want something to eat.',
    sentence_tokens: ['I', 'want', 'something', 'to', 'eat'],
  });
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
