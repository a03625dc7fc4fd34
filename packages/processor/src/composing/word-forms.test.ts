import { openLexicon } from '../lexicon/index.ts';
import { soundsWrong } from './sounds-wrong.ts';
import { impossibleForms, verbSlot } from './verb-slot.ts';
import { formOf, pluralOf, takesAn, verbForms } from './word-forms.ts';
import { wordOrders } from './word-orders.ts';

const lexicon = openLexicon();

test.each([
  ['stop', 'stops stopped stopped stopping'],
  ['open', 'opens opened opened opening'],
  ['try', 'tries tried tried trying'],
  ['make', 'makes made made making'],
  ['die', 'dies died died dying'],
  ['go', 'goes went gone going'],
  ['look after', 'looks after looked after looked after looking after'],
  ['visit', 'visits visited visited visiting'],
  ['prefer', 'prefers preferred preferred preferring'],
  ['rain', 'rains rained rained raining'],
  ['play', 'plays played played playing'],
])('bends %s', (lemma, forms) => {
  const { s, past, participle, ing } = verbForms(lemma);
  expect([s, past, participle, ing].join(' ')).toBe(forms);
});

test('makes plurals and reads forms back', () => {
  expect(['box', 'city', 'child', 'toothbrush', 'daily routine'].map(pluralOf)).toEqual([
    'boxes',
    'cities',
    'children',
    'toothbrushes',
    'daily routines',
  ]);
  expect(formOf('rides', 'verb', lexicon)).toBe('s');
  expect(formOf('ponies', 'noun', lexicon)).toBe('plural');
  expect(formOf('ridden', 'verb', lexicon)).toBe('participle');
});

test.each([
  ['hour', true],
  ['umbrella', true],
  ['university', false],
  ['European', false],
  ['one', false],
  ['house', false],
  ['uncle', true],
  ['useful', false],
])('%s takes "an": %s', (word, an) => {
  expect(takesAn(word)).toBe(an);
});

test('knows which verb forms can never stand in a place', () => {
  expect(verbSlot(['She', "didn't"], lexicon)).toBe('bare');
  expect(impossibleForms('go', 'bare', lexicon)).toEqual(['went', 'going', 'goes', 'gone']);
  expect(impossibleForms('rides', 'third-person', lexicon)).not.toContain('rode');
  expect(verbSlot(['I', 'look', 'forward', 'to'], lexicon)).toBe('after-preposition');
});

test.each([
  'Everybody were on holiday.',
  "She didn't went home.",
  'It is more cheaper now.',
  'I have a hour.',
  'He go there every day.',
  'Have you ever ate this?',
])('hears that "%s" is wrong', (sentence) => {
  expect(soundsWrong(sentence, lexicon)).toBe(true);
});

test.each([
  'Did everybody have fun?',
  'Let him go home now.',
  'It has an hour hand.',
  'She put it there yesterday.',
  'Does he like it?',
  'I wish it were true.',
  'One of you is right.',
  'It is a European plan.',
])('hears nothing wrong in "%s"', (sentence) => {
  expect(soundsWrong(sentence, lexicon)).toBe(false);
});

test.each([
  ['An allergy is when your body reacts badly', 1],
  ['I know when he comes home', 1],
  ['Do you get up at seven', 1],
  ['We put off the meeting', 2],
  ['I sometimes eat late', 2],
  ['He said she called yesterday', 2],
  ['Every morning I brush my teeth', 2],
  ['We watched a play or a concert', 2],
  ['He sat between a wall and a door', 1],
  ['I get up early because of my dog', 2],
  ['I left the club when I was ten because I was bored', 3],
  ['I know a man who left because he was bored', 1],
  ['To haggle means to talk about a price', 2],
])('accepts only sure orders of "%s"', (text, count) => {
  expect(wordOrders(text.split(' '), text.startsWith('Do '), lexicon)).toHaveLength(count);
});
