import { parseLines } from './parse-lines.ts';

test.each([
  ['boarding pass', [{ word: 'boarding pass', translation: null }]],
  ['ticket – billete', [{ word: 'ticket', translation: 'billete' }]],
  ['self-confident - seguro de sí', [{ word: 'self-confident', translation: 'seguro de sí' }]],
  ['hike\tהליכה בטבע', [{ word: 'hike', translation: 'הליכה בטבע' }]],
  ['"to carry on, to go on",continuar', [{ word: 'to carry on, to go on', translation: 'continuar' }]],
  ['challenge = вызов', [{ word: 'challenge', translation: 'вызов' }]],
  ['offer; 报价', [{ word: 'offer', translation: '报价' }]],
  [
    'one\n\n  One \r\ntwo',
    [
      { word: 'one', translation: null },
      { word: 'two', translation: null },
    ],
  ],
  ['', []],
])('%j', (text, words) => {
  expect(parseLines(text)).toEqual(words.map((word) => ({ ...word, notes: null, example_sentence: null })));
});

test('what is too long for a list is cut', () => {
  expect(parseLines(`${'x'.repeat(200)}\t${'y'.repeat(300)}`)).toEqual([
    { word: 'x'.repeat(120), translation: 'y'.repeat(240), notes: null, example_sentence: null },
  ]);
});
