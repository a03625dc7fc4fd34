import { quotePlacer } from './place-quote.ts';

const cues = [
  { start_ms: 1000, text: 'Good morning, Ana.' },
  { start_ms: 4000, text: 'I go to the market' },
  { start_ms: 7500, text: 'yesterday — with my sister.' },
];

test.each([
  ['Good morning', 1000],
  ['I go to the market', 4000],
  // It runs over two cues, and its marks are others.
  ['I go to the market yesterday, with my sister', 4000],
  ['my sister!', 7500],
  ['I went to the market', null],
  ['…', null],
])('%s was said at %p', (quote, ms) => {
  expect(quotePlacer(cues)(quote)).toBe(ms);
});

test('a transcript without times places nothing', () => {
  expect(quotePlacer([{ start_ms: null, text: 'Good morning' }])('good morning')).toBeNull();
  expect(quotePlacer([])('good morning')).toBeNull();
});
