import { openLexicon } from '../lexicon/index.ts';
import { type LexicalSlot, lexicalDistractors } from './lexical-distractors.ts';
import { languagesAlike } from './same-meaning.ts';

const lexicon = openLexicon();

test.each([
  ['present', 'gift', 'noun'],
  ['shop', 'store', 'noun'],
  ['biscuit', 'cookie', 'noun'],
  ['book', 'reserve', 'verb'],
  ['frighten', 'scare', 'verb'],
  ['comfort', 'console', 'verb'],
  ['post', 'mail', 'verb'],
] as const)('%s and %s are nowhere asked against each other', (one, other, pos) => {
  expect(languagesAlike(one, other, pos, lexicon)).toBeGreaterThan(1);
  for (const [lemma, rival] of [
    [one, other],
    [other, one],
  ] as const) {
    const slot: LexicalSlot = { answer: lemma, lemma, pos, form: 'base', before: ['the'], after: [], definition: null };
    expect(lexicalDistractors(slot, [{ lemma: rival, pos, definition: null }], lexicon)).not.toContain(rival);
  }
});

test('what learners mix up because their language has one word for both stays a choice', () => {
  expect(languagesAlike('library', 'bookshop', 'noun', lexicon)).toBe(1);
  const slot: LexicalSlot = {
    answer: 'library',
    lemma: 'library',
    pos: 'noun',
    form: 'base',
    before: ['the'],
    after: [],
    definition: null,
  };
  expect(lexicalDistractors(slot, [], lexicon)).toContain('bookshop');
  expect(languagesAlike('dog', 'cat', 'noun', lexicon)).toBe(0);
});
