import { correctionsOf, lessonOf } from '../../../tests/dialogue.ts';

const opening = 'T: Great. Today we are going to talk about your week. Tell me about it.\n';
const found = (dialogue: string) => correctionsOf(opening + dialogue);

test("takes a plain recast, in the learner's person", () => {
  expect(
    found('Kim: I go to the office in car.\nT: You go to the office by car. And then?\nKim: Then I work.'),
  ).toEqual(['office in car → office by car']);
});

test('keeps the phrase small and names the kind', () => {
  const { corrections } = lessonOf(
    `${opening}Kim: My sister work in a hospital near the river.\nT: Your sister works in a hospital near the river.`,
  );
  expect(corrections).toMatchObject([
    { wrong: 'sister work', right: 'sister works', category: 'agreement', explicit: false },
  ]);
});

test('an echo, an answer and a further question are no corrections', () => {
  expect(found('Kim: I like pizza.\nT: You like pizza. I like pasta.')).toEqual([]);
  expect(found('Kim: I live in Lima.\nT: Do you live in the centre of Lima?')).toEqual([]);
  expect(found('Kim: What time is it?\nT: It is five to ten.')).toEqual([]);
  expect(found('Kim: I have two brothers.\nT: I have three brothers.')).toEqual([]);
});

test('takes contrasts in so many words', () => {
  expect(found('Kim: I make my homework after dinner.\nT: We say do my homework, not make my homework.')).toEqual([
    'I make my homework → I do my homework',
  ]);
  expect(found("Kim: We did a party on Saturday.\nT: Careful, we don't say did a party. We say had a party.")).toEqual([
    'We did a party → We had a party',
  ]);
});

test("takes the learner's own second try when the teacher asked for it", () => {
  const corrections = found(
    'Kim: I have met her last year.\nT: Last year. Is that finished time?\nKim: Ah. I met her last year.\nT: Exactly.',
  );
  expect(corrections).toEqual(['I have met → I met']);
});

test('takes a repair in mid-sentence', () => {
  expect(found('Kim: Tomorrow I have been in Rome, no, I will be in Rome.\nT: Nice.')).toHaveLength(1);
});

test('finds the mistake again in feedback at the end', () => {
  const between = Array.from(
    { length: 14 },
    (_each, i) => `T: And question ${i}?\nKim: That one was fine for everybody.`,
  ).join('\n');
  const dialogue = `Kim: I am very interested for old trains.\n${between}\nT: Some notes. Number one. I'm interested in old trains. Interested in, not interested for.\nKim: Interested in.`;
  expect(found(dialogue).join()).toMatch(/interested for old trains → interested in old trains/);
});

test.each([
  ['Kim: The answer is in the page five.\nT: On page five.', 'in the page five → on page five'],
  ["Kim: My bag is in the bus.\nT: Your bag's on the bus.", 'bag is in the bus → bag is on the bus'],
  ['Kim: He is taller that me.\nT: Than, not that. He is taller than you.', 'taller that me → taller than me'],
  [
    'Kim: He asked me where was the station.\nT: He asked you where the station was. It is no question.',
    'me where was the station → me where the station was',
  ],
  ['Kim: Is too far for my mother.\nT: It is too far for your mother.', 'Is too far → It is too far'],
  [
    "Kim: Hello, I want to complain me.\nT: OK. But I want to complain, no me. Complain isn't reflexive in English.",
    'complain me → complain',
  ],
])('mends the end and the beginning of %j', (dialogue, correction) => {
  expect(found(dialogue)).toEqual([correction]);
});

test('a clause that the learner drops in is no mistake', () => {
  expect(found('Kim: I stay at a hotel or how is it named.\nT: So you stay at a hotel. And how is the food?')).toEqual(
    [],
  );
});

test('puts moved words right', () => {
  const { corrections } = lessonOf(
    `${opening}Kim: I eat always breakfast at home.\nT: You always eat breakfast at home.`,
  );
  expect(corrections).toMatchObject([{ category: 'modifier' }]);
  expect(corrections[0]?.right).toContain('always eat breakfast');
});

test.each([
  ['Kim: It is a expensive car.\nT: It is an expensive car.', 'article'],
  ["Kim: I didn't saw the sign.\nT: You didn't see the sign.", 'tense'],
  ['Kim: I arrived to the station late.\nT: You arrived at the station late.', 'preposition'],
  ['Kim: There were five person in the room.\nT: There were five people in the room.', 'agreement'],
  ['Kim: The film was very bored for us.\nT: The film was very boring for you.', 'modifier'],
  ['Kim: I went to the shop for buy milk.\nT: You went to the shop to buy milk.', 'tense'],
  ['Kim: He said that he will paint the door.\nT: He said that he would paint the door. Will becomes would.', 'tense'],
  ['Kim: She said me the price.\nT: She told you the price. Tell a person.\nKim: She told me the price.', 'wordChoice'],
  ['Kim: We was in the garden.\nT: You were in the garden.\nKim: We were in the garden.', 'agreement'],
  ['Kim: She asked if I have a car.\nT: She asked if you had a car.', 'tense'],
  [
    'Kim: If it is hot I sleep in the balcony.\nT: If it is hot, you sleep on the balcony. And your if sentence, the zero conditional, was right.',
    'preposition',
  ],
  [
    'Kim: If I will win the money, I will travel.\nT: If you win the money, you will travel. No will after if.',
    'conditional',
  ],
  [
    'Kim: I made a big mistake and made my homework again.\nT: And you did your homework again. Do your homework, not make.',
    'collocation',
  ],
])('names the kind of %j', (dialogue, category) => {
  expect(lessonOf(opening + dialogue).corrections.map((each) => each.category)).toContain(category);
});

test('quotes stand in the transcript', () => {
  const dialogue = `${opening}Kim: She go to work by train every day.\nT: She goes to work by train every day.`;
  for (const { quote, wrong_quote } of lessonOf(dialogue).corrections) {
    expect(dialogue).toContain(quote);
    expect(dialogue).toContain(wrong_quote);
  }
});
