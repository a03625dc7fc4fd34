import { openLexicon } from '../lexicon/index.ts';
import { freeOrders } from './free-orders.ts';

const lexicon = openLexicon();
const others = (text: string): string[] => {
  const words = text.split(' ');
  return freeOrders(words, lexicon)
    .map((order) => order.map((at) => words[at]).join(' '))
    .filter((each) => each !== text);
};

test.each([
  ['find food and water', 'find water and food'],
  ['your pear is hard and green', 'your pear is green and hard'],
  ['there is snow on the roof and on the path', 'there is snow on the path and on the roof'],
  ['they slept for an hour and then they drove home', 'they drove home and then they slept for an hour'],
  ['she works in a bakery with her brother', 'she works with her brother in a bakery'],
  ['he stayed there for a week', 'he stayed for a week there'],
  ['we left the house before sunrise', 'before sunrise we left the house'],
  ['i also bought a lamp', 'i bought a lamp also'],
  ['i also bought a lamp', 'also i bought a lamp'],
  ['the third of june was our wedding day', 'our wedding day was the third of june'],
])('%s may be built as: %s', (text, other) => {
  expect(others(text)).toContain(other);
});

test.each([
  'go and see him',
  'he turned on the lamp in the hall',
  'she gave a present to her aunt',
  'a whale is not a fish',
  'the cup of tea was cold',
  'a whale is like a fish with a big tail',
  'they came by train and you came by bus because it was late',
])('%s has one order', (text) => {
  expect(others(text)).toEqual([]);
});
