import { largestTranscriptFile, unusableTranscript } from './parse-transcript.ts';

const magics: [name: string, offset: number, bytes: number[]][] = [
  ['a ZIP or Office file', 0, [0x50, 0x4b, 0x03, 0x04]],
  ['a PDF file', 0, [0x25, 0x50, 0x44, 0x46]],
  ['a video or audio file', 4, [0x66, 0x74, 0x79, 0x70]],
  ['an audio file', 0, [0x49, 0x44, 0x33]],
  ['an audio or video file', 0, [0x52, 0x49, 0x46, 0x46]],
  ['a picture', 0, [0x89, 0x50, 0x4e, 0x47]],
  ['a picture', 0, [0xff, 0xd8, 0xff]],
  ['a compressed file', 0, [0x1f, 0x8b]],
  ['an old Office file', 0, [0xd0, 0xcf, 0x11, 0xe0]],
];

function utf16(bytes: Uint8Array): 'utf-16le' | 'utf-16be' | undefined {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le';
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be';
  const head = bytes.subarray(0, 64);
  if (head.length < 16) return undefined;
  const zeros = (odd: number) => head.filter((byte, i) => i % 2 === odd && byte === 0).length;
  if (zeros(1) > head.length * 0.4 && zeros(0) === 0) return 'utf-16le';
  if (zeros(0) > head.length * 0.4 && zeros(1) === 0) return 'utf-16be';
  return undefined;
}

/** Decodes the bytes of a transcript: UTF-8, UTF-16, or Windows-1252 where the bytes cannot be UTF-8. Refuses binary files. */
export function decodeTranscript(bytes: Uint8Array): string {
  if (bytes.length === 0) throw unusableTranscript('The transcript is empty.');
  if (bytes.length > largestTranscriptFile)
    throw unusableTranscript('The transcript is larger than 2 MB, more than any lesson.');
  const magic = magics.find(([, offset, expected]) => expected.every((byte, i) => bytes[offset + i] === byte));
  if (magic !== undefined) throw unusableTranscript(`The transcript is ${magic[0]}, not a text file.`);
  const wide = utf16(bytes);
  if (wide !== undefined) return new TextDecoder(wide).decode(bytes);
  let controls = 0;
  for (const byte of bytes) if (byte < 9 || (byte > 13 && byte < 32 && byte !== 0x1b)) controls += 1;
  if (controls > Math.max(4, bytes.length * 0.01))
    throw unusableTranscript('The transcript is a binary file, not a text file.');
  const text = new TextDecoder('utf-8').decode(bytes);
  const broken = text.split('\ufffd').length - 1;
  if (broken === 0) return text;
  // a cut at the end breaks one character of good UTF-8; a Windows file breaks every accented letter
  const whole = text.match(/(?!\ufffd)\P{ASCII}/gu)?.length ?? 0;
  const cut = /^[^\ufffd]+\ufffd{1,3}\s*$/u.test(text);
  return broken <= whole || cut ? text : new TextDecoder('windows-1252').decode(bytes);
}
