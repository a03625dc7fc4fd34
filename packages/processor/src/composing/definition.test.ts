import { openLexicon } from '../lexicon/index.ts';
import { meaningOf } from './definition.ts';

const lexicon = openLexicon();
const meaning = (term: string, ...said: string[]): string | null =>
  meaningOf(
    {
      term,
      part_of_speech: 'noun',
      definition: null,
      quote: term,
      explicit: true,
      weight: 1,
      examples: said.map((text) => ({ text, quote: text })),
      spare: [],
    },
    lexicon,
  ).definition;

test('takes the one meaning that the general dictionary has of a phrase', () => {
  expect(meaning('last minute', 'We always book at the last minute.')).toBe('the latest possible moment');
});

test('takes none of several meanings of a phrase that the talk shares no word with', () => {
  expect(meaning('home office', 'Nobody can convince him about the home office.')).toBeNull();
});
