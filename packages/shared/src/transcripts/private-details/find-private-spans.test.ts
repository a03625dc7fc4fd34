import { findPrivateSpans, isPrivate } from './index.ts';

test.each([
  ['The number is zero five five, five five five, zero one four seven.', 'phone'],
  ['Call me on +44 7700 900123 please', 'phone'],
  ['It is oh seven seven double oh, nine hundred, four six three.', 'phone'],
  ['write to ana.ruiz@example.com', 'email'],
  ["It's emre dot y dot hoops at example dot com.", 'email'],
  ['I told him it is falcon underscore seven nine three one', 'password'],
  ['The password is blue horse nine', 'password'],
  ['My passport number is X one two three four five', 'document'],
  ['We live at 14 Green Park Road now', 'address'],
  ['It is Calle de los Naranjos 47, second floor', 'address'],
  ['It is 14 March 1991.', 'birthday'],
])('finds what is private in %j', (text, kind) => {
  expect(findPrivateSpans(text).map((span) => span.kind)).toContain(kind);
});

test.each([
  'One two three four five, once I caught a fish.',
  'In 2016, 2017, 2018 and 2019 we lived in Rome.',
  'Sales grew from twelve thousand to twenty thousand.',
  'I meet her at five and we eat at eight.',
  'My address is wrong on this form.',
  'The password is very important.',
  'We look at the dot on the map.',
  'I have two brothers, three sisters and one dog.',
])('leaves %j alone', (text) => {
  expect(isPrivate(text)).toBe(false);
});

test('marks exactly the secret', () => {
  const text = 'Sure, my e-mail is kim dot lee at example dot org, thanks.';
  const [span] = findPrivateSpans(text);
  expect(text.slice(span?.start, span?.end)).toContain('kim dot lee at example dot org');
  expect(text.slice(span?.start, span?.end)).not.toContain('thanks');
});

test('a very long word costs no more than a long text', () => {
  const start = performance.now();
  findPrivateSpans(`1${'a'.repeat(300_000)} ${'five '.repeat(20_000)}`);
  expect(performance.now() - start).toBeLessThan(3000);
});
