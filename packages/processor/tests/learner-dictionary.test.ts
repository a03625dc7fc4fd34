import { readFileSync } from 'node:fs';
import { type DictionaryEntry, openLearnerDictionary, openLexicon, type PartOfSpeech } from '../src/lexicon/index.ts';

const lexicon = openLexicon();
const dictionary = openLearnerDictionary();
const vocabulary = new Set(
  readFileSync(new URL('../dictionary/defining-vocabulary.txt', import.meta.url), 'utf8')
    .trim()
    .split('\n'),
);

const wordsOf = (text: string): string[] => text.toLowerCase().match(/[a-z][a-z']*/g) ?? [];
const base = (word: string): string => lexicon.lemma(word.replace(/'s?$/, ''));
/** The entries of which something is untrue, by their terms. */
const wrong = (isWrong: (entry: DictionaryEntry) => boolean): string[] =>
  dictionary
    .all()
    .filter(isWrong)
    .map(({ term, meaning }) => `${term}: ${meaning}`);

test('holds at least six thousand meanings, none of them twice', () => {
  const entries = dictionary.all();
  expect(entries.length).toBeGreaterThan(6000);
  expect(new Set(entries.map(({ term, part, meaning }) => `${term} ${part} ${meaning}`)).size).toBe(entries.length);
});

test('the defining vocabulary has 2,000 words, and each meaning at most twelve of them', () => {
  expect(vocabulary.size).toBe(2000);
  expect(wrong(({ meaning }) => wordsOf(meaning).length > 12)).toEqual([]);
  const known = (word: string): boolean => vocabulary.has(word) || vocabulary.has(base(word));
  expect(wrong(({ meaning }) => !wordsOf(meaning).every(known))).toEqual([]);
});

test('no meaning uses its own term, nor a word whose meaning leads back to it', () => {
  const meanings = new Map<string, string[]>();
  for (const { term, meaning } of dictionary.all())
    if (!term.includes(' ')) meanings.set(term, [...(meanings.get(term) ?? []), ...wordsOf(meaning).map(base)]);
  const single = ({ term }: DictionaryEntry): boolean => !term.includes(' ');
  expect(wrong((entry) => single(entry) && wordsOf(entry.meaning).map(base).includes(entry.term))).toEqual([]);
  const leadsBack = ({ term, meaning }: DictionaryEntry): boolean =>
    wordsOf(meaning)
      .map(base)
      // the simplest words may explain each other: every chain of meanings ends in them
      .some((word) => lexicon.frequencyBand(word) > 2 && meanings.get(word)?.includes(term));
  expect(wrong((entry) => single(entry) && leadsBack(entry))).toEqual([]);
});

test('each example shows its term and is a sentence', () => {
  const light = new Set([
    'somebody',
    'something',
    'to',
    'a',
    'an',
    'the',
    'your',
    'yourself',
    'my',
    'it',
    'you',
    'can',
    'be',
  ]);
  const shows = ({ term, example }: DictionaryEntry): boolean => {
    const said = wordsOf(example);
    const forms = new Set([...said, ...said.map(base), ...said.map((word) => lexicon.lemma(word, 'verb'))]);
    return wordsOf(term)
      .filter((word) => !light.has(word))
      .every((word) => forms.has(word) || forms.has(base(word)));
  };
  expect(wrong((entry) => !shows(entry))).toEqual([]);
  expect(wrong(({ example }) => !/^["A-Z].*[.!?]"?$/.test(example))).toEqual([]);
});

test('each is confused with three others that are English', () => {
  const isEnglish = (words: string): boolean => wordsOf(words).every((word) => lexicon.isWord(word));
  expect(
    wrong(({ term, confused_with: others }) => others.length !== 3 || new Set([term, ...others]).size !== 4),
  ).toEqual([]);
  expect(wrong(({ confused_with: others }) => !others.every(isEnglish))).toEqual([]);
});

test.each([
  ['he', /^[\p{Script=Hebrew}\p{P}\s]+$/u],
  ['ar', /^[\p{scx=Arabic}\p{P}\p{M}\s]+$/u],
  ['es', /^[\p{Script=Latin}\p{P}\p{M}\s\d]+$/u],
  ['ru', /^[\p{Script=Cyrillic}\p{P}\s]+$/u],
  ['zh', /^[\p{Script=Han}\p{P}\sA-Z]+$/u],
] as const)('the translations into %s are written in its script', (language, script) => {
  expect(wrong((entry) => !script.test(entry[language]))).toEqual([]);
});

test('a term is found without case, articles and placeholders', () => {
  expect(lexicon.entries('To put somebody up')[0]?.meaning).toBe('to give somebody a bed for the night');
  expect(lexicon.entries('Woke up')[0]?.term).toBe('wake up');
  expect(lexicon.entries('a baggage carousel')[0]?.he).toBe('מסוע מזוודות');
  expect(lexicon.entries('xyzzy')).toEqual([]);
});

test('a term is looked up as what it is, whatever file its meanings stand in', () => {
  const parts = (term: string, pos?: PartOfSpeech): string[] => lexicon.entries(term, pos).map(({ part }) => part);
  expect(parts('tip', 'noun')).toEqual(['noun']);
  expect(parts('tip', 'verb')).toEqual(['verb']);
  expect(parts('leak', 'noun').filter((part) => part !== 'noun')).toEqual([]);
  expect(lexicon.entries('meeting', 'verb').map(({ term }) => term)).not.toContain('meeting');
  expect(parts('call off', 'noun')).toEqual(['phrasal verb']);
  // bears are met before what one cannot bear
  expect(parts('bear')).toEqual(['noun', 'verb']);
  const levels = dictionary.all().map(({ term }) => dictionary.entries(term).map(({ level }) => level));
  expect(levels.filter((found) => found.join() !== found.toSorted().join())).toEqual([]);
});
