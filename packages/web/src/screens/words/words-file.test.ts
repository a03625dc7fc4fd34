import { decodeText, parseTable, writeTable } from './words-file.ts';

const word = (name: string, rest: object = {}) => ({
  word: name,
  translation: null,
  notes: null,
  example_sentence: null,
  ...rest,
});

test.each([
  [
    'commas',
    'ticket,billete\ngate,puerta',
    [word('ticket', { translation: 'billete' }), word('gate', { translation: 'puerta' })],
  ],
  [
    'tabs',
    'hike\tהליכה\nlead\tלהוביל',
    [word('hike', { translation: 'הליכה' }), word('lead', { translation: 'להוביל' })],
  ],
  [
    'semicolons and quotes',
    '"carry on; go on";seguir\na;b',
    [word('carry on; go on', { translation: 'seguir' }), word('a', { translation: 'b' })],
  ],
  ['a head, other columns and their order', 'id,Notes,Word\n7,a paper,ticket', [word('ticket', { notes: 'a paper' })]],
  ['one column', 'word\nticket\n\nticket\n', [word('ticket')]],
  ['nothing', '', []],
])('a table with %s', (_name, text, words) => {
  expect(parseTable(text)).toEqual(words);
});

test('what is written is read again, formulas and lines included, and no cell is a formula', () => {
  const words = [
    word('=SUM(A1)', { translation: 'קָפֶה "של" בוקר', notes: 'two\nlines, and a comma' }),
    word('-ing', { example_sentence: "it's here" }),
    word("'tis"),
  ];
  const text = writeTable(words);
  expect(parseTable(text)).toEqual(words);
  expect(text).not.toMatch(/"[=+\-@]/);
});

test('files of spreadsheets are read in the encodings that they are written in', () => {
  const utf16 = Uint8Array.from([
    0xff,
    0xfe,
    ...new Uint8Array(Uint16Array.from('קפה', (sign) => sign.charCodeAt(0)).buffer),
  ]);
  expect(decodeText(utf16, 'en').replace('\uFEFF', '')).toBe('קפה');
  expect(decodeText(new TextEncoder().encode('кофе'), 'es')).toBe('кофе');
  expect(decodeText(Uint8Array.from([0xea, 0xee, 0xf4, 0xe5]), 'ru')).toBe('кофе');
  expect(decodeText(Uint8Array.from([0xf7, 0xf4, 0xe4]), 'he')).toBe('קפה');
});
