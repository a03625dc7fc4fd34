import { keysByLine, quotePlacer } from './quote-placer.ts';

const lines = ['I love walk in the nature.', 'Nice. After love we use the i-n-g form.', 'I love walking', 'in nature.'];
const place = quotePlacer(lines);

test.each([
  ['I love walking in nature', ['I love walking', 'in nature']],
  ['After love we use the', ['After love we use the']],
  ['walk IN the nature', ['walk in the nature']],
  ['never said', []],
  ['', []],
])('%j stands in the transcript as %j', (quote, expected) => {
  expect(place(quote).map(({ line, start, end }) => lines[line]?.slice(start, end))).toEqual(expected);
});

test('words are found between marks, beside lines without any, whatever apostrophe was typed', () => {
  const odd = ['…', '“It’s  late!” —', '', 'she said (late).'];
  const found = quotePlacer(odd)("It's late she said");
  expect(found.map(({ line, start, end }) => odd[line]?.slice(start, end))).toEqual(['It’s  late', 'she said']);
  expect(quotePlacer(odd)('ate')).toEqual([]);
});

test('a line knows what quotes it', () => {
  const keys = keysByLine(place, [
    { key: 'a', quote: 'I love walking in nature' },
    { key: 'b', quote: 'in nature' },
    { key: 'c', quote: 'never said' },
  ]);
  expect([...keys]).toEqual([
    [2, ['a']],
    [3, ['a', 'b']],
  ]);
});
