import { ValidationError } from '../errors/index.ts';
import { parsePlainText } from './plain-text.ts';
import type { Transcript } from './types.ts';
import { isTimingLine, parseVtt } from './vtt.ts';

/** The longest transcript we read, in characters: about thirty hours of talk. */
export const longestTranscript = 2 * 1024 * 1024;

/** The largest file that one can be, in bytes: two for each character. */
export const largestTranscriptFile = 2 * longestTranscript;

/** The error for a transcript that cannot be used; the sentence is shown as it is. */
export function unusableTranscript(sentence: string): ValidationError {
  return new ValidationError([{ path: 'transcript', message: sentence }], sentence);
}

/** A file that is right in itself, and in which nobody speaks. */
export class SilentTranscript extends ValidationError {
  constructor() {
    const sentence = 'The transcript has no cues: nothing was said in it.';
    super([{ path: 'transcript', message: sentence }], sentence);
  }
}

/** Whether anybody says a word in it. */
export const isSilent = ({ cues }: Pick<Transcript, 'cues'>): boolean =>
  !cues.some(({ text }) => /[\p{L}\p{N}]/u.test(text));

/** Reads a transcript in any form that recorders and people deliver; throws a ValidationError where nothing can be read. */
export function parseTranscript(text: string): Transcript {
  if (text.length > longestTranscript)
    throw unusableTranscript('The transcript is larger than 2 MB, more than any lesson.');
  const clean = text.replaceAll('\u0000', '').replace(/^\ufeff+/, '');
  const start = clean.trimStart();
  if (start === '') throw unusableTranscript('The transcript is empty.');
  if (/^<(?:!doctype|html|head|\?xml)/i.test(start))
    throw unusableTranscript('The transcript is a web page, not a transcript file.');
  if (/^[[{]\s*(?:"|\{|\[|$)/.test(start.slice(0, 200)))
    throw unusableTranscript('The transcript is a JSON file, not a transcript file.');
  const isVtt = /^WEBVTT(?:\s|$)/.test(start) || start.split(/\r\n|\r|\n/).some(isTimingLine);
  const transcript = isVtt ? parseVtt(start) : parsePlainText(start);
  if (isSilent(transcript)) throw new SilentTranscript();
  return transcript;
}
