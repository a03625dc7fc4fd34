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
      examples: said.map((text) => ({ text, quote: text })),
    },
    lexicon,
  ).definition;

test('takes the one meaning that the general dictionary has of a phrase', () => {
  expect(meaning('last minute', 'We always book at the last minute.')).toBe('the latest possible moment');
});

test('takes none of several meanings of a phrase that the talk shares no word with', () => {
  expect(meaning('home office', 'Nobody can convince him about the home office.')).toBeNull();
});

test('takes the meaning that the talk points to, each word counted once', () => {
  const verb = (term: string, ...said: string[]): string | null =>
    meaningOf(
      {
        term,
        part_of_speech: 'verb',
        definition: null,
        quote: term,
        examples: said.map((text) => ({ text, quote: text })),
      },
      lexicon,
    ).definition;
  expect(verb('rise', 'Prices rise.', 'The sun rises.')).toBe('to go up');
  expect(verb('rise', 'The sun rises.')).toBe('to come up in the sky (of the sun)');
});

test('takes a form that is an entry of its own for what it is', () => {
  expect(meaning('sale', 'Sales increased by forty percent.')).toBe('how much a company sells');
  expect(meaning('sale', 'There was a sale at the shop.')).toBe('a time when shops sell things for less money');
});
