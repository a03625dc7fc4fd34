import { openLexicon } from './open-lexicon.ts';

const lexicon = openLexicon();

test.each([
  ['woke up', undefined, 'wake up'],
  ['hoping', 'verb', 'hope'],
  ['stopping', 'verb', 'stop'],
  ['children', 'noun', 'child'],
  ['allergies', undefined, 'allergy'],
  ['biggest', 'adjective', 'big'],
  ['went', undefined, 'go'],
  ['news', undefined, 'news'],
  ['meeting', 'noun', 'meeting'],
  ['meeting', 'verb', 'meet'],
  ['blorfing', undefined, 'blorfing'],
] as const)('takes %s as a %s back to %s', (word, pos, lemma) => {
  expect(lexicon.lemma(word, pos)).toBe(lemma);
});

test('ranks words by how often people say them, whatever their form', () => {
  expect(lexicon.frequencyBand('the')).toBe(1);
  expect(lexicon.frequencyBand('cookies')).toBeLessThan(6);
  expect(lexicon.frequencyBand('reluctant')).toBeGreaterThan(6);
  expect(lexicon.frequencyBand('Xyzzyx')).toBe(10);
});

test('knows right spelling from wrong, in American and British English', () => {
  for (const word of ['unhappiness', 'colour', 'color', 'pyjamas', "don't", 'rewriting', 'well-known', 'Paris'])
    expect([word, lexicon.isWord(word)]).toEqual([word, true]);
  for (const word of ['recieve', 'thier', 'goed', 'rootin', ''])
    expect([word, lexicon.isWord(word)]).toEqual([word, false]);
});

test('names parts of speech, the most usual first', () => {
  expect(lexicon.partsOfSpeech('book')).toEqual(['noun', 'verb']);
  expect(lexicon.partsOfSpeech('blorf')).toEqual([]);
});

test('defines a word without examples, and passes over senses unfit for a class', () => {
  expect(lexicon.gloss('pickup', 'noun')).toBe('a light truck with an open body and low sides and a tailboard');
  expect(lexicon.gloss('naughty')).toBe('badly behaved');
  expect(lexicon.gloss('blorf')).toBeNull();
});

test('knows phrasal verbs and collocations in any form', () => {
  expect(lexicon.isPhrase('wrapped up')).toBe(true);
  expect(lexicon.isPhrase('traffic jams')).toBe(true);
  expect(lexicon.isPhrase('red car')).toBe(false);
  expect(lexicon.isPhrase('wrap')).toBe(false);
});

test('keeps what means the same apart from what is only near', () => {
  const same = lexicon.synonyms('rude', 'adjective');
  const near = lexicon.neighbours('rude', 'adjective');
  expect(same).toContain('impolite');
  expect(near).toContain('polite');
  expect(near.filter((word) => same.includes(word))).toEqual([]);
});
