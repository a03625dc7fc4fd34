import { quotePlacer } from './place-quote.ts';

const cue = (start_ms: number | null, text: string) => ({ start_ms, speaker: 'Ana', text });
const cues = [
  cue(1000, 'Good morning, Ana.'),
  cue(4000, 'I go to the market'),
  cue(7500, 'yesterday — with my sister.'),
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
  expect(quotePlacer(cues)(quote)?.start_ms ?? null).toBe(ms);
});

test('a transcript without times tells who, but not when', () => {
  expect(quotePlacer([cue(null, 'Good morning')])('good morning')).toMatchObject({ start_ms: null, speaker: 'Ana' });
  expect(quotePlacer([])('good morning')).toBeNull();
});
