import { composeCard } from '../../src/composing/flashcards.ts';
import type { TermMaterial } from '../../src/composing/index.ts';
import { generateLesson } from '../../src/index.ts';
import { transcriptOf } from '../dialogue.ts';
import { DictionaryFolder } from './files.ts';

const term = (word: string, example: string): TermMaterial => ({
  term: word,
  part_of_speech: 'noun',
  definition: null,
  quote: example,
  explicit: true,
  weight: 1,
  examples: [{ text: example, quote: example }],
  spare: [],
});

/** What a card for a word says, with some dictionary imported. */
async function definition(csv: string, word: string, example: string): Promise<string | undefined> {
  const folder = new DictionaryFolder();
  await folder.import(folder.file('mine.csv', csv));
  const card = composeCard(term(word, example), folder.lexicon());
  return typeof card === 'string' ? undefined : card.definition;
}

test.each([
  ['our own comes first', 'ladder', 'a wooden climbing thing', 'a thing with steps for climbing up'],
  [
    'an imported meaning comes before the general dictionary',
    'trowel',
    'a flat tool for walls',
    'a flat tool for walls',
  ],
  ['one in harder words does not', 'corpse', 'a quadrangular cementitious implement', 'the dead body of a human being'],
  ['nor one that needs the word itself', 'trowel', 'the tool called trowel', expect.stringContaining('hand tool')],
])('%s', async (_, word, meaning, expected) => {
  const csv = `term,part,meaning\n${word},noun,${meaning}\n`;
  expect(await definition(csv, word, `We need a ${word} today.`)).toEqual(expected);
});

test('of several senses the one that the lesson talks of, of the right part of speech', async () => {
  const csv =
    'term,part,meaning,example\ntrowel,verb,to put on walls,\ntrowel,noun,a flat tool for walls,\ntrowel,noun,a small spade for plants,Dig a hole with it.\n';
  expect(await definition(csv, 'trowel', 'The plants need a trowel.')).toBe('a small spade for plants');
});

const lesson = transcriptOf(`T: Hello Marta, today we talk about work on a house.
  Marta: I want to paint the walls of my kitchen.
  T: Do you know the word trowel? Trowel. Say it again: trowel.
  Marta: Trowel. I do not know it.
  T: Every builder needs a trowel for the walls. A trowel.
  Marta: My father has a trowel in his garage.
  T: Good. A ladder is a thing you climb to reach a high place.
  Marta: We have a long ladder at home.`);

/** The cards of the lesson and what its set says of their sources, for a class whose language is `nativeLanguage`. */
async function cardsFor(folder: DictionaryFolder, nativeLanguage: string) {
  const { exercises } = await generateLesson(lesson, { lessonNumber: 1, nativeLanguage, lexicon: folder.lexicon() });
  const cards = exercises.flashcards.map(({ word, translation }) => [word, translation] as const);
  return { translations: Object.fromEntries(cards), notes: exercises.quality.notes };
}

test('translations come from the imported dictionary where ours knows none, and the set names both with their licences', async () => {
  const folder = new DictionaryFolder();
  const csv =
    'term,part,meaning,es,pt-BR\ntrowel,noun,a flat tool for walls,llana,colher de pedreiro\nladder,noun,,no,escada\n';
  await folder.import(folder.file('tools.csv', csv), { name: 'Tools', licence: 'CC-BY-4.0' });
  const spanish = await cardsFor(folder, 'es');
  expect(spanish.translations).toMatchObject({ trowel: 'llana', ladder: expect.stringMatching(/^escalera/) });
  expect(spanish.notes).toEqual(
    expect.arrayContaining([
      '1 meanings come from Tools (CC-BY-4.0).',
      '1 translations come from Tools (CC-BY-4.0); check them as you review.',
      "1 translations come from Tulkka's learner's dictionary; check them as you review.",
    ]),
  );
  const portuguese = await cardsFor(folder, 'pt');
  expect(portuguese.translations).toMatchObject({ trowel: 'colher de pedreiro', ladder: 'escada' });
});

test.each([
  ['the hard part at the end of your finger', 'unha'],
  ['a small piece of metal that you hit with a hammer', null],
])('a dictionary without meanings translates the most usual one only: %s', async (meaning, translation) => {
  const folder = new DictionaryFolder();
  await folder.import(folder.file('plain.csv', 'term,pt\nnail,unha\n'));
  const said = transcriptOf(`T: Do you know the word nail? A nail is ${meaning}. Say it again: nail.
    Marta: Nail. My father has a long nail.
    T: Good. Careful, you broke your nail yesterday.`);
  const { exercises } = await generateLesson(said, {
    lessonNumber: 1,
    nativeLanguage: 'pt',
    lexicon: folder.lexicon(),
  });
  expect(exercises.flashcards.map((card) => [card.definition, card.translation])).toEqual([[meaning, translation]]);
});

test('what a broken rule would drop is not translated', async () => {
  const folder = new DictionaryFolder();
  await folder.import(folder.file('one.csv', 'term,pt\nladder,call 052 771 3061\n'));
  expect((await cardsFor(folder, 'pt')).translations.ladder).toBeNull();
});
