import { openLexicon } from '../lexicon/index.ts';
import { commonForm, dialectPairs, sameInDialects } from './dialects.ts';

const lexicon = openLexicon();
const lemma = (verb: string): string => lexicon.lemma(verb, 'verb');
const same = (one: string, other: string): boolean => sameInDialects(one.split(' '), other.split(' '), lemma);

test.each(dialectPairs)('“%s” and “%s” are one', (one, other) => {
  expect(commonForm(one.split(' '), lemma)).toEqual(commonForm(other.split(' '), lemma));
});

test.each([
  ['the committee have decided', 'the committee has decided'],
  ['i learnt it at university', 'i learned it at the university'],
  ['we have just arrived', 'we just arrived'],
  ['have you finished yet', 'did you finish yet'],
  ['they love making cakes', 'they love to make cakes'],
  ['my colour is grey', 'my color is gray'],
  ['the lift is broken', 'the elevator is broken'],
])('“%s” and “%s” are one, too', (one, other) => {
  expect(same(one, other)).toBe(true);
});

test.each([
  ['the police is coming', 'the police are coming'],
  ['i live at oxford street', 'i live on oxford street'],
  ['i have already ate', 'i have already eaten'],
  ['i already eat', 'i already ate'],
  ['i would like swimming', 'i would like to swim'],
  ['we stay in home', 'we stay home'],
  ['i go by the bus', 'i go by bus'],
  ['my friends is here', 'my friends are here'],
  ['i stopped to smoke', 'i stopped smoking'],
  ['i have seen him yesterday', 'i saw him yesterday'],
  ['i enjoy to swim', 'i enjoy swimming'],
  ['the form fill in', 'fill in the form'],
  ['in weekend', 'at the weekend'],
])('“%s” and “%s” stay two', (one, other) => {
  expect(same(one, other)).toBe(false);
});
