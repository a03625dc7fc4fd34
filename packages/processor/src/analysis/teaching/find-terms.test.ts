import { lessonOf, termsOf } from '../../../tests/dialogue.ts';

const opening = 'T: Great. Today we are going to talk about houses.\n';

test.each([
  ['T: Spacious means that there is a lot of space.', 'spacious'],
  ['T: To tidy up a room means to put everything in its place.', 'tidy up'],
  ['T: A landlord is a person who owns the house that you live in.', 'landlord'],
  ['T: A mortgage is when the bank lends you money for a house.', 'mortgage'],
  ['T: To look something up is to search for it in a book.', 'look up'],
  ['T: If you are fond of something, you like it very much.', 'fond of'],
  ['T: A generous person likes to give things to other people.', 'generous'],
  ['T: The top of the house, under the roof, is called the attic.', 'attic'],
  ['Kim: What does cosy mean?\nT: It is warm and nice.', 'cosy'],
  ['Kim: What means furniture?\nT: Tables and chairs.', 'furniture'],
  ['T: Can you spell it? B-A-L-C-O-N-Y.', 'balcony'],
  ['Kim: How do you say it, the thing for cold food?\nT: A fridge.\nKim: A fridge.', 'fridge'],
  ['T: Noisy is the opposite of quiet.', 'noisy'],
  ['T: Next word, basement. Do you have one?', 'basement'],
  ['T: To downcycle something means to make worse things from it.', 'downcycle'],
  ['T: Insulation is the layer of wool that keeps a house warm.', 'insulation'],
  ['T: The spirit level is the long tool that you put on a shelf.', 'spirit level'],
  ['T: To be snowed in, that is when you cannot leave the house because of snow.', 'snowed in'],
  ['T: A hinge, yes, is a thing that a door turns on.', 'hinge'],
  ['T: To sit on the fence means that you choose no side.', 'sit on the fence'],
  ['T: To agree to differ means to stop talking about it.', 'agree to differ'],
  ['T: well they drew it all and we said a blueprint is something that shows how to build it', 'blueprint'],
])('learns from %j', (dialogue, term) => {
  expect(termsOf(opening + dialogue)).toContain(term);
});

test('a verb that was defined with something it acts on is learnt alone, and so is its meaning', () => {
  const { terms } = lessonOf(`${opening}T: To insulate old houses means to keep them warm with a layer of wool.`);
  expect(terms.find(({ term }) => term === 'insulate')?.definition).toBe(
    'to keep old houses warm with a layer of wool',
  );
});

test.each([
  ['T: The last house is the one that we sold.', 'last house'],
  ['T: Careful rent means the money for a flat.', 'careful rent'],
])('%j teaches no %j', (dialogue, term) => {
  expect(termsOf(opening + dialogue)).not.toContain(term);
});

test("keeps the teacher's own definition, else the dictionary's", () => {
  const { terms } = lessonOf(
    `${opening}T: Spacious means that there is a lot of space.\nT: Can you spell it? B-A-L-C-O-N-Y.`,
  );
  expect(terms.find(({ term }) => term === 'spacious')).toMatchObject({
    definition: 'there is a lot of space',
    part_of_speech: 'adjective',
  });
  expect(terms.find(({ term }) => term === 'balcony')?.definition).toBeTruthy();
});

test('finds a word that the class worked on without an announcement', () => {
  const dialogue =
    'T: And this part is the chimney.\nKim: Chimney.\nT: The chimney, yes. The smoke goes up the chimney.';
  expect(termsOf(opening + dialogue)).toContain('chimney');
});

test('common words, names and pieces of sentences are nothing to learn', () => {
  const terms = termsOf(
    `${opening}Kim: I know what it means.\nT: Good means good.\nT: Do you know Kim?\nT: What's that?\nT: Say it again, please.`,
  );
  expect(terms).toEqual([]);
});

test('definitions and quotes are there and examples hold their term', () => {
  const dialogue = `${opening}T: Spacious means that there is a lot of space.\nT: Our new flat is very spacious.\nKim: My room is not spacious.`;
  const [term] = lessonOf(dialogue).terms;
  expect(term?.examples.map(({ text }) => text)).toContain('Our new flat is very spacious.');
  expect(dialogue).toContain(term?.quote);
});
