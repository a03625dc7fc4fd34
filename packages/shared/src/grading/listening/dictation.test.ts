import fc from 'fast-check';
import { gradeDictation, gradeHeardGaps, gradeHeardWord, isTyped } from './index.ts';

/** A verdict in one line: right words as they were typed, others with what they should be. */
const told = (text: string, answer: string): string =>
  gradeDictation(text, answer)
    .words.map(({ state, expected, given }) =>
      state === 'right'
        ? given
        : state === 'wrong'
          ? `${given}≠${expected}`
          : state === 'missing'
            ? `-${expected}`
            : `+${given}`,
    )
    .join(' ');

test.each([
  ['case and closing marks', 'Have you ever been to Rome?', 'have you ever been to rome'],
  ['commas, quotes and dashes', 'Well, “yes” – I have.', 'well yes I have'],
  ['the kind of apostrophe', "I don't know Dana's brother.", 'I don’t know Dana´s brother'],
  ['invisible signs and kinds of space', 'We stayed at home.', '\u200eWe\u00a0stayed\u200b at  home'],
  ['contractions written out', "I'm sure they won't come.", 'I am sure they will not come.'],
  ['contractions drawn together', 'We are late and cannot stay.', "We're late and can't stay"],
  ["'s as is and as has in one sentence", "She's here and it's been fun.", 'She is here and it has been fun'],
  ["'d as would and had", "I'd go if he'd asked.", 'I would go if he had asked'],
  ["let's", "Let's go!", 'let us go'],
  ['small numbers', 'I have 3 cats.', 'I have three cats'],
  ['numbers of several words', 'We need twenty-five chairs.', 'we need 25 chairs'],
  ['hundreds', 'It costs a hundred and ten dollars.', 'It costs $110'],
  ['thousands', 'About 2,500 people came.', 'about two thousand five hundred people came'],
  ['years', 'I was born in 1999.', 'I was born in nineteen ninety nine'],
  ['years of today', 'See you in twenty twenty-six.', 'See you in 2026'],
  ['ordinals', 'It is on the 3rd of May.', 'It is on the third of May'],
  ['ordinals of two words', 'the twenty-first century', 'the 21st century'],
  ['times', 'The bus leaves at 7:30 a.m.', 'the bus leaves at seven thirty am'],
  ['decimals and percent', 'It rose by 2.5% last year.', 'It rose by two point five percent last year'],
  ['hyphens', 'The check-in desk is over there.', 'the check in desk is over there'],
  ['dialect', 'My favourite colour is grey.', 'my favorite color is gray'],
  ['million', 'a million stars', '1,000,000 stars'],
])('forgives %s', (_, text, answer) => {
  const { isCorrect, credit, words } = gradeDictation(text, answer);
  expect(words.filter(({ state }) => state !== 'right')).toEqual([]);
  expect([isCorrect, credit]).toEqual([true, 1]);
});

test.each([
  ['another word', 'She goes home', 'She went home', 'She went≠goes home'],
  ['a misspelled word', 'We received your letter', 'We recieved your letter', 'We recieved≠received your letter'],
  ['a word that sounds the same', 'Their dog is here', 'There dog is hear', 'There≠Their dog is hear≠here'],
  ['it’s for its', 'The dog ate its food', "The dog ate it's food", "The dog ate it's≠its food"],
  ['an apostrophe left out', "I don't know", 'I dont know', "I dont≠don't know"],
  ['a missing word', 'I went to the shop', 'I went to shop', 'I went to -the shop'],
  ['a word too many', 'I went home', 'I went to home', 'I went +to home'],
  ['half a sentence', 'If it rains we stay at home', 'if it rains', 'if it rains -we -stay -at -home'],
  ['its end alone', 'If it rains we stay at home', 'stay at home', '-If -it -rains -we stay at home'],
  ['a repeated word once', 'It is very very cold', 'It is very cold', 'It is -very very cold'],
  ['a word repeated', 'It is very cold', 'It is very very cold', 'It is +very very cold'],
  ['two words in the other order', 'I always get up early', 'I get always up early', 'I +get always -get up early'],
  ['nothing', 'Come in', '', '-Come -in'],
  ['marks alone', 'Come in', ' … ?! ', '-Come -in'],
  ['half a contraction', "I'm happy", 'I was happy', "I was≠I'm happy"],
  ['a word inside a contraction', "I'm happy", 'I really am happy', "I really am≠I'm happy"],
  ['another number', 'We need twenty-five chairs', 'we need 26 chairs', 'we need 26≠twenty-five chairs'],
  ['a genitive as a verb', "Dana's brother", 'Dana is brother', "Dana≠Dana's +is brother"],
  ['words joined', 'I walk every day', 'I walk everyday', 'I walk everyday≠every -day'],
])('tells %s', (_, text, answer, verdict) => {
  expect(told(text, answer)).toBe(verdict);
  expect(gradeDictation(text, answer).isCorrect).toBe(false);
});

test('the credit is the share of words that are right', () => {
  expect(gradeDictation('I went to the shop', 'I went to shop').credit).toBe(4 / 5);
  expect(gradeDictation('Come in', '').credit).toBe(0);
});

test('lists, numbers and whole books are no dictation', () => {
  expect(() => gradeDictation('Come in', 3)).toThrow('as the learner typed it');
  expect(() => gradeDictation('Come in', ['Come', 'in'])).toThrow('as the learner typed it');
  expect(() => gradeDictation('Come in', 'a '.repeat(1001))).toThrow('longer than 2000');
});

const word = fc.constantFrom(
  ...[
    "I'm",
    'he’d',
    'the',
    'dog',
    'twenty',
    'five',
    '25',
    'second',
    'check-in',
    'colour',
    "can't",
    'very',
    '—',
    'a.m.',
  ],
);
const sentence = fc.array(word, { minLength: 1, maxLength: 14 }).map((words) => words.join(' '));
const letters = (text: string): string => text.toLowerCase().replaceAll(/[^\p{L}\p{N}]/gu, '');

test('a sentence typed as it stands is right, in capitals and with other marks, too', () => {
  fc.assert(
    fc.property(sentence, (text) => {
      fc.pre(letters(text) !== '');
      for (const answer of [text, text.toUpperCase(), `  ${text.replaceAll(' ', ', ')}!`]) {
        expect(told(text, answer)).not.toMatch(/[≠+]|(?:^| )-/);
      }
    }),
  );
});

test('nothing of either text is lost or told twice, and only what is all right is right', () => {
  fc.assert(
    fc.property(sentence, sentence, (text, answer) => {
      const { words, isCorrect, credit } = gradeDictation(text, answer);
      const joined = (side: 'expected' | 'given') => letters(words.map((one) => one[side] ?? '').join(''));
      expect([joined('expected'), joined('given')]).toEqual([letters(text), letters(answer)]);
      expect(isCorrect).toBe(words.length > 0 && words.every(({ state }) => state === 'right'));
      expect(credit === 1).toBe(isCorrect);
    }),
  );
});

test('leaving one word out is told as that word missing, or its neighbour’s twin', () => {
  const plain = fc.uniqueArray(fc.constantFrom('the', 'dog', 'saw', 'us', 'near', 'old', 'town', 'again'), {
    minLength: 2,
  });
  fc.assert(
    fc.property(plain, fc.nat(), (words, n) => {
      const left = n % words.length;
      const { words: graded } = gradeDictation(words.join(' '), words.filter((_, i) => i !== left).join(' '));
      expect(graded.filter(({ state }) => state !== 'right')).toEqual([
        { state: 'missing', expected: words[left], given: null },
      ]);
    }),
  );
});

test.each([
  ['a thousand words', 'a '.repeat(999)],
  ['one word without end', 'x'.repeat(2000)],
  ['numbers', '20 '.repeat(666)],
  ['marks', '$1,'.repeat(660)],
  ['points', 'a.'.repeat(1000)],
  ['apostrophes', "i'd".repeat(660)],
  ['signs that change direction', '\u202e\u0301'.repeat(1000)],
])('%s are graded in a moment', (_, answer) => {
  const text = 'Twenty-five people who can’t swim were in the water, and I’m afraid of it. '.repeat(8);
  const from = performance.now();
  expect(gradeDictation(text, answer).isCorrect).toBe(false);
  expect(performance.now() - from).toBeLessThan(1500);
});

test('a heard word is right where it is right in the spelling game; else its letters and words are told', () => {
  expect(gradeHeardWord({ word: 'umbrella' }, 'an umbrella')).toMatchObject({ isCorrect: true, letterDifferences: [] });
  expect(gradeHeardWord({ word: 'twenty-five' }, '25')).toMatchObject({ isCorrect: true });
  expect(gradeHeardWord({ word: 'boarding pass' }, 'bording pass')).toEqual({
    isCorrect: false,
    credit: 0.5,
    words: [
      { state: 'wrong', expected: 'boarding', given: 'bording' },
      { state: 'right', expected: 'pass', given: 'pass' },
    ],
    letterDifferences: [{ position: 2, expected: 'a', given: null }],
  });
});

const gap = { options: [['colour', 'collar', 'its', "it's"]], correct_answers: ['colour'] };

test.each([
  ['typed', ['colour'], true],
  ['typed in another dialect, with a stop', ['Color.'], true],
  ['chosen by its index', [0], true],
  ['another option', ['collar'], false],
  ['misspelled', ['culour'], false],
  ['left empty', [''], false],
] as const)('a gap %s is right: %s', (_, answer, isRight) => {
  const grade = gradeHeardGaps(gap, answer);
  expect([grade.isCorrect, grade.blanks?.[0]?.isCorrect]).toEqual([isRight, isRight]);
});

test('an option is never taken for another one that sounds the same', () => {
  const twins = { options: [["it's", 'it is']], correct_answers: ["it's"] };
  expect(gradeHeardGaps(twins, ['it is']).isCorrect).toBe(false);
  expect(gradeHeardGaps({ ...twins, options: [["it's", 'its']] }, ['it is']).isCorrect).toBe(true);
});

test('what was typed is told from what was chosen', () => {
  expect([['a'], 'a', ['a', 'b']].map(isTyped)).toEqual([true, true, true]);
  expect([[0], 0, ['a', 1], undefined].map(isTyped)).toEqual([false, false, false, false]);
});
