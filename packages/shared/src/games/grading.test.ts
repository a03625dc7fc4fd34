import fc from 'fast-check';
import { letterDifferences } from '../grading/index.ts';
import { seededRandom, shuffled } from '../random/index.ts';
import { gameOf } from './index.ts';

const word = (text: string) => ({ word: text, translation: null, notes: null, example_sentence: null });

describe('spelling', () => {
  const grade = (right: string, answer: string) => gameOf('spelling_bee').open(word(right)).grade(answer);

  test.each([
    ['necessary', '  Necessary '],
    ["don't", 'don’t'],
    ['don’t', 'DON`T'],
    ['café', 'cafe\u0301'],
    ['ice cream', 'ice  cream'],
  ])('%s is spelled %j', (right, answer) => {
    expect(grade(right, answer)).toEqual({ isCorrect: true, credit: 1, letterDifferences: [] });
  });

  test('the letters that differ are named with their places', () => {
    expect(grade('receive', 'recieve')?.letterDifferences).toEqual([
      { position: 3, expected: 'e', given: 'i' },
      { position: 4, expected: 'i', given: 'e' },
    ]);
    expect(grade('necessary', 'necesary')?.letterDifferences).toEqual([{ position: 4, expected: 's', given: null }]);
    expect(grade('until', 'untill')?.letterDifferences).toEqual([{ position: 4, expected: null, given: 'l' }]);
    expect(grade('until', '')?.isCorrect).toBe(false);
  });

  test('an option index is no spelling', () => {
    expect(() => grade('until', 3 as unknown as string)).toThrow(/answer/);
  });
});

describe('cloze', () => {
  const item = gameOf('advanced_cloze').open({
    text_parts: ['', ' and ', '.'],
    options: [
      ['salt', 'Salt water', 'sugar'],
      ['pepper', 'paper', '—'],
    ],
    correct_answers: ['salt', 'pepper'],
    hint: 'On every table.',
    explanation: 'A fixed pair.',
  });

  test('each blank counts, and only all of them are correct', () => {
    expect(item.grade(['SALT', 0])).toMatchObject({ isCorrect: true, credit: 1 });
    expect(item.grade(['salt', 'paper'])).toMatchObject({
      isCorrect: false,
      credit: 0.5,
      blanks: [
        { index: 0, isCorrect: true, given: 'salt', expected: 'salt' },
        { index: 1, isCorrect: false, given: 'paper', expected: 'pepper' },
      ],
    });
    expect(item.grade(['salt'])).toMatchObject({ isCorrect: false, credit: 0.5 });
    expect(item.grade([])).toMatchObject({ isCorrect: false, credit: 0 });
  });

  test('too many entries and an index beyond the options are refused', () => {
    expect(() => item.grade(['salt', 'pepper', 'x'])).toThrow(/2 blank/);
    expect(() => item.grade(['salt', 3])).toThrow(/index from 0 to 2/);
  });
});

describe('grammar', () => {
  const open = (options: string[], correct_answer: string) =>
    gameOf('grammar_challenge').open({ question: 'a ___', options, correct_answer, hint: 'h', explanation: 'e' });

  test('takes an index or a text', () => {
    const item = open(['works', 'work'], 'works');
    expect(item.grade(0)).toEqual({ isCorrect: true, credit: 1 });
    expect(item.grade('Works ')).toMatchObject({ isCorrect: true });
    expect(item.grade(1)).toMatchObject({ isCorrect: false });
    expect(item.grade('worked')).toMatchObject({ isCorrect: false });
    expect(() => item.grade(['works', 'work'])).toThrow(/one option/);
  });

  test('options that differ in a mark or a capital only stay different', () => {
    const stops = open(['closed. We', 'closed, we', 'closed we'], 'closed. We');
    expect(stops.grade('closed, we')).toMatchObject({ isCorrect: false });
    expect(stops.grade('closed we')).toMatchObject({ isCorrect: false });
    expect(stops.grade('closed. we')).toMatchObject({ isCorrect: true });
    const capitals = open(['english', 'English'], 'English');
    expect(capitals.grade('english')).toMatchObject({ isCorrect: false });
    expect(capitals.grade('ENGLISH')).toMatchObject({ isCorrect: false });
    const apostrophes = open(["it's", "its'", 'its'], "it's");
    expect(apostrophes.grade('it’s')).toMatchObject({ isCorrect: true });
    expect(apostrophes.grade('its’')).toMatchObject({ isCorrect: false });
  });

  test('nothing belongs there', () => {
    const item = open(['the', 'a', '—'], '—');
    for (const answer of ['—', '-', '', 2]) expect(item.grade(answer)).toMatchObject({ isCorrect: true });
    expect(item.grade('the')).toMatchObject({ isCorrect: false });
  });
});

describe('sentence', () => {
  const item = gameOf('sentence_builder').open({
    english_sentence: 'Yesterday I went home.',
    translation: null,
    sentence_tokens: ['Yesterday', 'I', 'went', 'home.'],
    accepted_sequences: [
      ['Yesterday', 'I', 'went', 'home.'],
      ['I', 'went', 'home.', 'Yesterday'],
    ],
    distractors: ['go'],
    hint: 'Past simple.',
  });

  test('takes any accepted sequence, whatever its capitals and final mark', () => {
    expect(item.grade(['I', 'went', 'home', 'yesterday', '.'])).toEqual({ isCorrect: true, credit: 1 });
    expect(item.grade('yesterday i went home!')).toMatchObject({ isCorrect: true });
    expect(item.grade('Yesterday, I went home.')).toMatchObject({ isCorrect: true });
  });

  test.each([
    [['I', 'Yesterday', 'went', 'home.'], 'word_order', [], []],
    [['I', 'went', 'home.'], 'missing_words', ['Yesterday'], []],
    [[], 'missing_words', ['Yesterday', 'I', 'went', 'home'], []],
    [['Yesterday', 'I', 'went', 'Go', 'home.'], 'extra_words', [], ['Go']],
    [['Yesterday', 'I', 'go', 'home.'], 'extra_words', ['went'], ['go']],
    [['Yesterday', 'I', 'went', 'went', 'home.'], 'extra_words', [], ['went']],
  ])('%j is wrong for %s: missing %j, too many %j', (tokens, errorType, missingWords, extraWords) => {
    expect(item.grade(tokens)).toEqual({ isCorrect: false, credit: 0, errorType, missingWords, extraWords });
  });

  test('an option index is no sentence', () => {
    expect(() => item.grade(2)).toThrow(/tokens/);
    expect(() => item.grade(['I', 2])).toThrow(/tokens/);
  });
});

test('the differences of any two spellings turn one into the other', () => {
  fc.assert(
    fc.property(
      fc.string({ unit: 'grapheme', maxLength: 20 }),
      fc.string({ unit: 'grapheme', maxLength: 20 }),
      (right, typed) => {
        const expected = [...right];
        const rebuilt = [...typed];
        // Walk through the typed letters and undo each difference from the last to the first.
        const differences = letterDifferences(right, typed);
        const result: string[] = [];
        let at = 0;
        for (let i = 0; i <= expected.length; i++) {
          for (const one of differences.filter(({ position }) => position === i)) {
            if (one.expected === null) expect(rebuilt[at++]).toBe(one.given);
          }
          const here = differences.find(({ position, expected: letter }) => position === i && letter !== null);
          if (i === expected.length) break;
          if (here) result.push(here.expected ?? '');
          else result.push(rebuilt[at] ?? '');
          if (!here || here.given !== null) at++;
        }
        expect(result.join('')).toBe(right);
        expect(at).toBe(rebuilt.length);
        expect(differences.length === 0).toBe(right === typed);
      },
    ),
  );
});

test('a shuffle keeps every entry, and the same seed gives the same order', () => {
  fc.assert(
    fc.property(fc.uniqueArray(fc.integer(), { maxLength: 50 }), fc.string(), (entries, seed) => {
      const mixed = shuffled(entries, seededRandom(seed));
      expect([...mixed].sort()).toEqual([...entries].sort());
      expect(shuffled(entries, seededRandom(seed))).toEqual(mixed);
    }),
  );
  const long = Array.from({ length: 50 }, (_, i) => i);
  expect(shuffled(long, seededRandom('one'))).not.toEqual(shuffled(long, seededRandom('another')));
});

test('only the learner can tell whether they knew a flashcard', () => {
  expect(gameOf('flashcards').open(word('until')).grade('until')).toBeUndefined();
});
