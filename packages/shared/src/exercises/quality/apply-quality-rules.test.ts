import type { FillInBlank, Flashcard, GrammarQuestion, SentenceBuilder, SpellingWord } from '../items.ts';
import { applyQualityRules, qualityRuleNames, qualityRules } from './apply-quality-rules.ts';
import type { ExerciseLists } from './item-view.ts';
import type { Evidence } from './rule.ts';

const quote = 'A ladder is a thing you climb to reach a high place.';
const evidence: Evidence = {
  transcriptText: `So today we paint. ${quote} She climb the ladder. She climbs the ladder every day. Call me on zero five five, five five five, zero one four seven.`,
  corrections: [{ wrong: 'She climb the ladder', right: 'She climbs the ladder' }],
  people: ['Marta Ibsen', 'Will Stone'],
  setAside: ['Can you share the ladder screen?'],
};
const card: Flashcard = {
  word: 'ladder',
  translation: null,
  definition: 'something you climb',
  part_of_speech: 'noun',
  example_sentence: quote,
  difficulty: 'easy',
  source_quote: quote,
};
const spelling: SpellingWord = {
  word: 'ladder',
  sample_sentence: quote,
  hint: 'Something you climb: l… (6 letters)',
  difficulty: 'easy',
  source_quote: quote,
};
const cloze: FillInBlank = {
  sentence: 'A _____ is a thing you climb to reach a high place.',
  options: ['ladder', 'bucket', 'brush'],
  correct_answer: 'ladder',
  hint: 'It stands against a wall.',
  explanation: 'Because you climb it.',
  topic: 'vocabulary',
  difficulty: 'easy',
  source_quote: quote,
};
const grammar: GrammarQuestion = {
  question: 'She ___ the ladder every day.',
  options: ['climbs', 'climb', 'climbing'],
  correct_answer: 'climbs',
  category: 'agreement',
  hint: 'Look at the subject.',
  explanation: 'climb → climbs',
  difficulty: 'easy',
  source_quote: 'She climbs the ladder every day.',
};
const builder: SentenceBuilder = {
  english_sentence: 'She climbs the ladder every day.',
  translation: null,
  sentence_tokens: ['she', 'climbs', 'the', 'ladder', 'every', 'day'],
  accepted_sequences: [
    ['she', 'climbs', 'the', 'ladder', 'every', 'day'],
    ['every', 'day', 'she', 'climbs', 'the', 'ladder'],
  ],
  distractors: ['climb'],
  hint: 'Six words.',
  difficulty: 'easy',
  source_quote: 'She climbs the ladder every day.',
};
const none: ExerciseLists = { flashcards: [], spelling: [], fill_in_blank: [], grammar: [], sentence_builder: [] };

test('keeps a set that fulfils every rule', () => {
  const set = {
    flashcards: [card],
    spelling: [spelling],
    fill_in_blank: [cloze],
    grammar: [grammar],
    sentence_builder: [builder],
  };
  expect(applyQualityRules(set, evidence)).toEqual({ set, dropped: [] });
});

const faulty: [string, Partial<ExerciseLists>][] = [
  ['options-are-words', { grammar: [{ ...grammar, options: ['climbs', 'climb', '—'] }] }],
  ['one-blank', { fill_in_blank: [{ ...cloze, sentence: 'A _____ is a thing you _____ to reach a high place.' }] }],
  ['one-blank', { grammar: [{ ...grammar, question: 'She climbs the ladder every day.' }] }],
  ['three-or-four-options', { grammar: [{ ...grammar, options: ['climbs', 'climb'] }] }],
  [
    'three-or-four-options',
    { grammar: [{ ...grammar, options: ['climbs', 'climb', 'climbing', 'climbed it', 'climber'] }] },
  ],
  ['distinct-options', { grammar: [{ ...grammar, options: ['climbs', 'climb', 'Climb'] }] }],
  ['answer-among-options', { fill_in_blank: [{ ...cloze, options: ['roof', 'bucket', 'brush'] }] }],
  ['capital-and-end-mark', { flashcards: [{ ...card, example_sentence: quote.slice(0, -1) }] }],
  [
    'capital-and-end-mark',
    { sentence_builder: [{ ...builder, english_sentence: 'she climbs the ladder every day.' }] },
  ],
  ['enough-words', { spelling: [{ ...spelling, sample_sentence: 'The ladder, please.' }] }],
  [
    'not-too-long',
    {
      sentence_builder: [
        {
          ...builder,
          english_sentence: `She climbs the ladder ${'every day and '.repeat(6)}every day.`,
          sentence_tokens: ['she', 'climbs', 'the', 'ladder', 'every day and '.repeat(6), 'every', 'day'],
        },
      ],
    },
  ],
  ['no-fillers', { flashcards: [{ ...card, example_sentence: 'A ladder is, um, a thing you climb.' }] }],
  ['no-stutter', { flashcards: [{ ...card, example_sentence: 'A ladder is a a thing you climb.' }] }],
  [
    'tokens-make-the-sentence',
    { sentence_builder: [{ ...builder, sentence_tokens: ['she', 'climbs', 'ladder', 'every', 'day'] }] },
  ],
  [
    'orders-use-the-tokens',
    {
      sentence_builder: [
        { ...builder, accepted_sequences: [builder.sentence_tokens, ['she', 'climbs', 'every', 'day']] },
      ],
    },
  ],
  [
    'given-order-accepted',
    { sentence_builder: [{ ...builder, accepted_sequences: [['every', 'day', 'she', 'climbs', 'the', 'ladder']] }] },
  ],
  ['distractor-is-no-token', { sentence_builder: [{ ...builder, distractors: ['Climbs'] }] }],
  ['example-holds-the-word', { flashcards: [{ ...card, example_sentence: 'She went up to the roof.' }] }],
  ['worth-learning', { flashcards: [{ ...card, word: 'nice', example_sentence: 'It is a nice day today.' }] }],
  ['can-be-spelled', { spelling: [{ ...spelling, word: 'up2u', sample_sentence: 'It is all up2u now.' }] }],
  ['hint-keeps-the-secret', { spelling: [{ ...spelling, hint: 'You climb a ladder.' }] }],
  ['options-differ-in-meaning', { grammar: [{ ...grammar, options: ['climbs', "doesn't climb", 'does not climb'] }] }],
  ['quote-stands-in-the-transcript', { flashcards: [{ ...card, source_quote: 'A ladder is made of wood.' }] }],
  [
    'nothing-private',
    {
      flashcards: [
        { ...card, example_sentence: 'Call the ladder man on zero five five, five five five, zero one four seven.' },
      ],
    },
  ],
  ['nobody-named', { flashcards: [{ ...card, example_sentence: 'Marta has a very old ladder.' }] }],
  ['nobody-named', { flashcards: [{ ...card, example_sentence: 'I gave the ladder to Will yesterday.' }] }],
  ['no-mistake-shown-as-right', { flashcards: [{ ...card, example_sentence: 'She climb the ladder every day.' }] }],
  [
    'one-right-answer',
    {
      grammar: [
        {
          ...grammar,
          question: 'She ___ the ladder every day.',
          options: ['climbs', 'goes up', 'climb'],
          correct_answer: 'goes up',
        },
      ],
    },
  ],
  ['of-the-lesson', { flashcards: [{ ...card, example_sentence: 'Can you share the ladder screen?' }] }],
  ['no-duplicates', { flashcards: [card, { ...card, word: 'Ladder' }] }],
];

test.each(faulty)('%s: drops what breaks it, and says why', (name, lists) => {
  const reason = qualityRules.find((rule) => rule.name === name)?.reason ?? 'The set has the same item already.';
  const known = { ...evidence, goodSentences: ['She climbs the ladder every day.'] };
  const { dropped, set } = applyQualityRules({ ...none, ...lists }, known);
  expect(dropped.map((item) => item.reason)).toEqual([reason]);
  expect(Object.values(set).flat()).toHaveLength(Object.values(lists).flat().length - 1);
});

test('every rule is shown to drop something', () => {
  expect(new Set(faulty.map(([name]) => name))).toEqual(new Set(qualityRuleNames));
});

test('a name that is a word as well may begin a question', () => {
  const example = 'Will you hold the ladder for me?';
  expect(
    applyQualityRules({ ...none, flashcards: [{ ...card, example_sentence: example }] }, evidence).dropped,
  ).toEqual([]);
});

test('starter content needs no lesson behind it', () => {
  const free: Evidence = { transcriptText: null, corrections: [] };
  expect(
    applyQualityRules({ ...none, flashcards: [{ ...card, source_quote: 'written for the starter set' }] }, free)
      .dropped,
  ).toEqual([]);
});

test.each([
  ['A ladder was there.', 0],
  ['He needs the ladder.', 0],
  ['He bought ladder yesterday.', 1],
])('a word that was wrong for several is no mistake where it is one: %s', (sentence, dropped) => {
  const known = { ...evidence, corrections: [{ wrong: 'ladder', right: 'ladders' }] };
  const item = { ...card, example_sentence: sentence };
  expect(applyQualityRules({ ...none, flashcards: [item] }, known).dropped).toHaveLength(dropped);
});
