import { placeQuote } from './place-quote.ts';

const lines = ['I love walk in the nature.', 'Nice. After love we use the i-n-g form.', 'I love walking', 'in nature.'];

test.each([
  ['I love walking in nature', [2, 3]],
  ['After love we use the', [1]],
  ['never said', []],
  ['', []],
])('%j stands in lines %j', (quote, places) => {
  expect(placeQuote(lines, quote)).toEqual(places);
});
