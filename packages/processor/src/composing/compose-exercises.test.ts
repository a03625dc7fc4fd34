import { fillBlank, type LessonExercises, LessonExercises as LessonExercisesSchema } from '@tulkka/shared/exercises';
import { openLexicon } from '../lexicon/index.ts';
import { composeExercises } from './compose-exercises.ts';
import type { CorrectionMaterial, Material, TermMaterial } from './material.ts';

const lexicon = openLexicon();

function term(name: string, part_of_speech: string, definition: string | null, ...examples: string[]): TermMaterial {
  return {
    term: name,
    part_of_speech,
    definition,
    quote: examples[0] ?? name,
    explicit: true,
    weight: 1,
    examples: examples.map((text) => ({ text, quote: text })),
    spare: [],
  };
}

function correction(
  wrong: string,
  right: string,
  category: CorrectionMaterial['category'],
  sentence: string,
): CorrectionMaterial {
  return {
    wrong,
    right,
    category,
    explicit: true,
    quote: sentence,
    sentence: { text: sentence, quote: sentence },
    rule: null,
  };
}

const terms = [
  term(
    'saddle',
    'noun',
    'the seat that you put on a horse',
    'A saddle is the seat that you put on a horse.',
    'The saddle was too heavy for me.',
  ),
  term('stable', 'noun', 'the building where horses live', 'A stable is the building where horses live.'),
  term('bridle', 'noun', 'the straps on the head of a horse', 'The bridle is the straps on the head of a horse.'),
  term(
    'look after',
    'phrasal verb',
    'keep somebody or something safe and well',
    'Who looks after the horses at night?',
  ),
  term('calm down', 'phrasal verb', 'become quiet again', 'You have to wait until the horse calms down.'),
  term('gallop', 'verb', 'run as fast as a horse can', 'When a horse gallops, it runs as fast as it can.'),
];
const corrections = [
  correction('She ride', 'She rides', 'agreement', 'She rides a black horse every Sunday.'),
  correction('good in riding', 'good at riding', 'preposition', 'My cousin is very good at riding.'),
  correction("didn't fell", "didn't fall", 'tense', "I didn't fall off the horse yesterday."),
  correction('have horse', 'have a horse', 'article', 'They have a horse and two ponies.'),
  correction('more fast', 'faster', 'modifier', 'A horse is faster than a pony.'),
  correction('what I should do', 'what should I do', 'modifier', 'What should I do with the saddle?'),
  correction('He wait', 'He waits', 'agreement', 'He waits for us in the stable.'),
];
const sentences = [
  'She rides a black horse every Sunday.',
  'We fed the horses because they were hungry.',
  'Could you hold my horse, please?',
].map((text) => ({ text, quote: text }));

function material(change: Partial<Material> = {}): Material {
  const base = {
    terms,
    corrections,
    sentences,
    people: ['Ida Brandt'],
    setAside: [],
    privateSpans: [],
    learnersSentences: new Set<string>(),
    ...change,
  };
  return {
    ...base,
    analysis: {
      vocabulary: base.terms.map(({ term: name, part_of_speech, definition, quote }) => ({
        term: name,
        part_of_speech,
        definition,
        quote,
      })),
      corrections: base.corrections.map(({ wrong, right, category, explicit, quote }) => ({
        wrong,
        right,
        category,
        explicit,
        quote,
      })),
      sentences: base.sentences,
    },
    transcriptText: [
      ...base.terms.flatMap((each) => each.examples),
      ...base.corrections.map((each) => each.sentence),
      ...base.sentences,
    ]
      .map((each) => each?.quote ?? '')
      .join(' '),
  };
}

const compose = (change: Partial<Material> = {}, seed = 'a'): LessonExercises =>
  composeExercises(material(change), { lessonNumber: 3, seed, engine: 'rules' }, lexicon);
const question = (set: LessonExercises, right: string) =>
  set.grammar.find((each) => fillBlank(each.question, each.correct_answer) === right);

test('makes a set of the contract’s shape that keeps every rule', () => {
  const set = compose();
  expect(LessonExercisesSchema.parse(set)).toEqual(set);
  expect(set.quality_passed).toBe(true);
  expect(set.total_exercises).toBeGreaterThanOrEqual(10);
  expect(set.total_exercises).toBeLessThanOrEqual(60);
});

test('is the same for the same material and seed, and orders options otherwise for another seed', () => {
  expect(compose()).toEqual(compose());
  const options = (seed: string) => JSON.stringify(compose({}, seed).grammar.map((each) => each.options));
  expect(new Set(['a', 'b', 'c', 'd'].map(options)).size).toBeGreaterThan(1);
});

test('asks one grammar question of each category before a second of any', () => {
  const categories = compose().grammar.map((each) => each.category);
  const first = categories.slice(0, new Set(categories).size);
  expect(new Set(first).size).toBe(first.length);
});

test('offers the learner’s own error and says wrong → right', () => {
  const item = question(compose(), 'She rides a black horse every Sunday.');
  expect(item?.options).toContain('ride');
  expect(item?.correct_answer).toBe('rides');
  expect(item?.explanation).toContain('She ride → She rides');
});

test('a blank that one side leaves empty takes a neighbour in', () => {
  const item = question(
    compose({
      corrections: [correction('have horse', 'have a horse', 'article', 'They have a horse and two ponies.')],
    }),
    'They have a horse and two ponies.',
  );
  expect(item?.correct_answer).toBe('a horse');
  expect(item?.options).toEqual(expect.arrayContaining(['horse', 'an horse']));
});

test('asks for word order with orders that no sentence has', () => {
  const item = question(compose({ corrections: corrections.slice(5, 6) }), 'What should I do with the saddle?');
  expect(item?.correct_answer).toBe('should I do');
  expect(item?.options).toContain('I should do');
});

test('does not ask where the learner would be right without the talk around it', () => {
  const onlySaidAgain = {
    ...correction('We painted', 'We were painting', 'tense', 'We were painting the big door.'),
    explicit: false,
  };
  const set = compose({ corrections: [onlySaidAgain] });
  expect(set.grammar).toEqual([]);
  expect(set.quality.dropped.map((each) => each.reason)).toContain(
    'Without the talk around it the learner’s version could be right too.',
  );
});

test.each([true, false])(
  'says what time is meant where a tense alone would leave it open (explained: %s)',
  (explicit) => {
    const waited = { ...correction('We wait', 'We waited', 'tense', 'We waited for the rider.'), explicit };
    const set = compose({ corrections: [waited] });
    expect(set.grammar.map(({ question: asked }) => asked)).toEqual([
      'We ___ for the rider. (It happened in the past.)',
    ]);
  },
);

test("explains with the teacher's own rule where one was said", () => {
  const rule = 'We say at for what somebody can do.';
  const set = compose({
    corrections: [
      { ...correction('good in riding', 'good at riding', 'preposition', 'My cousin is very good at riding.'), rule },
    ],
  });
  expect(set.grammar[0]?.explanation).toBe(`${rule} good in riding → good at riding`);
});

test.each([
  ['shaft', 'one of many'],
  ['radar', 'a long one'],
])('of %j the general dictionary has no meaning for a card: only %s', (name) => {
  expect(lexicon.senses(name, 'noun').length).toBeGreaterThan(0);
  expect(lexicon.entries(name)).toEqual([]);
  const { flashcards } = compose({
    terms: [term(name, 'noun', null, `Everybody looked at the ${name} that evening.`)],
  });
  expect(flashcards).toEqual([]);
});

test.each(['foot', 'email'])(
  'of %j the dictionary for learners has the meaning that the general one has not',
  (name) => {
    const { flashcards } = compose({
      terms: [term(name, 'noun', null, `Everybody looked at the ${name} that evening.`)],
    });
    expect(flashcards.map(({ definition }) => definition)).toEqual(
      lexicon.entries(name, 'noun').map(({ meaning }) => meaning),
    );
  },
);

test('makes no card of a word of the first lessons that nobody explained, unless the lesson is one for beginners', () => {
  const named = term('email', 'noun', null, 'Everybody waited for the email that evening.');
  const words = (...more: TermMaterial[]): string[] =>
    compose({ terms: [...more, named] }).flashcards.map(({ word }) => word);
  const hard = ['reluctant', 'convince', 'outweigh'].map((name) =>
    term(
      name,
      name === 'reluctant' ? 'adjective' : 'verb',
      'what the teacher said of it',
      `They were ${name} that day.`,
    ),
  );
  expect(words(...hard)).not.toContain('email');
  expect(words()).toContain('email');
  const explained = { ...named, definition: 'a letter that goes from screen to screen' };
  expect(compose({ terms: [...hard, explained] }).flashcards.map(({ word }) => word)).toContain('email');
});

test('asks what learners confuse with a word before its neighbours in a dictionary', () => {
  const set = compose({
    terms: [term('wallet', 'noun', 'a small flat thing for money', 'A wallet is a small flat thing for money.')],
  });
  const known = lexicon.entries('wallet').flatMap(({ confused_with }) => confused_with);
  expect(set.fill_in_blank[0]?.options.filter((option) => known.includes(option)).length).toBeGreaterThan(1);
});

test('asks a particle that belongs to the verb, and only particles that never do', () => {
  const set = compose({
    terms: [term('calm down', 'phrasal verb', 'become quiet again', 'Please wait until the horse calms down a bit.')],
  });
  const [item] = set.fill_in_blank;
  expect(item?.sentence).toBe('Please wait until the horse calms _____ a bit.');
  expect(item?.correct_answer).toBe('down');
  for (const option of item?.options ?? [])
    if (option !== 'down') expect(lexicon.isPhrase(`calm ${option}`)).toBe(false);
});

test('gives the meaning to find where the sentence alone would leave the answer open', () => {
  const set = compose({
    terms: [
      term('saddle', 'noun', 'the seat that you put on a horse', 'The saddle was too heavy for me.'),
      ...terms.slice(1, 3),
    ],
  });
  expect(set.fill_in_blank.map((each) => each.sentence)).toContain(
    'The _____ was too heavy for me. (Meaning: the seat that you put on a horse.)',
  );
});

test('accepts a time phrase in front, a clause in front, and "please" in its other places', () => {
  const few = compose({ terms: terms.slice(0, 1), corrections: corrections.slice(0, 5) });
  const orders = (english: string) =>
    few.sentence_builder
      .find((each) => each.english_sentence === english)
      ?.accepted_sequences.map((sequence) => sequence.join(' '));
  expect(orders('She rides a black horse every Sunday.')).toEqual([
    'she rides a black horse every Sunday',
    'every Sunday she rides a black horse',
  ]);
  expect(orders('We fed the horses because they were hungry.')).toEqual([
    'we fed the horses because they were hungry',
    'because they were hungry we fed the horses',
  ]);
  expect(orders('Could you hold my horse, please?')).toEqual([
    'could you hold my horse please',
    'please could you hold my horse',
    'could you please hold my horse',
  ]);
});

test('spells taught words with traps, and the hint keeps the word', () => {
  const set = compose();
  expect(set.spelling.map((each) => each.word)).toEqual(expect.arrayContaining(['saddle', 'gallop']));
  for (const item of set.spelling) expect(item.hint.toLowerCase()).not.toContain(item.word);
});

test('a lesson of small talk gives nothing and says so', () => {
  const set = compose({
    terms: [],
    corrections: [],
    setAside: ['Can you hear me now?'],
    sentences: [{ text: 'It has been raining here all day.', quote: 'It has been raining here all day.' }],
  });
  expect(set.total_exercises).toBe(0);
  expect(set.quality_passed).toBe(false);
  expect(set.quality.notes[0]).toContain('Nothing in this recording could be turned into practice');
});
