import { decodeTranscript } from './index.ts';

const text = 'WEBVTT\n\n00:01.000 --> 00:02.000\nAndré: café, señor\n';

test('decodes UTF-8, with a character cut at the end too', () => {
  const bytes = new TextEncoder().encode(text);
  expect(decodeTranscript(bytes)).toBe(text);
  expect(decodeTranscript(new TextEncoder().encode('café é').subarray(0, 7))).toMatch(/^café /);
});

test('decodes Windows-1252 where UTF-8 fails', () => {
  expect(decodeTranscript(Buffer.from(text, 'latin1'))).toBe(text);
  expect(decodeTranscript(Uint8Array.from([0x93, 0x68, 0x69, 0x94]))).toBe('“hi”');
});

test('decodes UTF-16 of both kinds', () => {
  const little = Buffer.from(`\ufeff${text}`, 'utf16le');
  const big = Buffer.from(little).swap16();
  expect(decodeTranscript(little)).toBe(text);
  expect(decodeTranscript(big)).toBe(text);
  expect(decodeTranscript(Buffer.from(text, 'utf16le'))).toBe(text);
});

test.each([
  ['a ZIP', Buffer.from('PK\u0003\u0004rest of the archive', 'latin1')],
  ['a PDF', Buffer.from('%PDF-1.7 ...')],
  ['a video', Buffer.from('\u0000\u0000\u0000 ftypisom', 'latin1')],
  ['a binary', Buffer.from(Array.from({ length: 300 }, (_each, i) => (i * 7) % 9))],
])('refuses %s file', (kind, bytes) => {
  expect(() => decodeTranscript(bytes)).toThrow(kind);
});

test('refuses nothing at all', () => {
  expect(() => decodeTranscript(new Uint8Array())).toThrow('empty');
});
