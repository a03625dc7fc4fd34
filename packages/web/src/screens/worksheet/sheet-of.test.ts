import { sheetOf } from './sheet-of.ts';

const common = { difficulty: 'easy' as const, source_quote: 'q' };
const card = (word: string) => ({
  word,
  translation: null,
  definition: `${word} means`,
  part_of_speech: 'noun',
  example_sentence: 'e',
  ...common,
});
const sentence = {
  english_sentence: 'We walked home.',
  translation: null,
  sentence_tokens: ['we', 'walked', 'home'],
  accepted_sequences: [['we', 'walked', 'home']],
  distractors: ['walks'],
  hint: 'h',
  ...common,
};

test('each word finds its meaning by the letter, and no more is printed than fits', () => {
  const exercises = {
    flashcards: Array.from({ length: 12 }, (_, place) => card(`w${place}`)),
    fill_in_blank: [],
    grammar: [],
    sentence_builder: [sentence],
  };
  const { words, sentences } = sheetOf(exercises, 'set');
  expect(words.words).toHaveLength(8);
  words.words.forEach((word, place) => {
    const letter = words.answers[place] ?? '';
    expect(words.meanings[letter.charCodeAt(0) - 97]).toBe(`${word} means`);
  });
  expect(sentences[0]?.tokens.toSorted()).toEqual(['home', 'walked', 'we']);
  expect(sheetOf(exercises, 'set')).toEqual(sheetOf(exercises, 'set'));
});
