import { createHash } from 'node:crypto';

/** What of an item is heard: the words that it quotes, or how the teacher put them right a moment later. */
export type ClipRole = 'quote' | 'answer';

/** Letters and digits only: quotes are mended in their spaces and marks. */
export const lettersOf = (text: string): string =>
  text
    .normalize('NFKC')
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}]+/gu, '');

/** By what a clip is found from an item's quote. A hash: the words stand with the items, under their rules. */
export const quoteKey = (quote: string, role: ClipRole = 'quote'): string =>
  createHash('sha256')
    .update(`${role}\n${lettersOf(quote)}`)
    .digest('hex')
    .slice(0, 40);

/** The id of a clip. Another cut has another id, so that what was heard under one never changes. */
export const clipId = (recordingId: string, key: string, startMs: number, endMs: number): string =>
  createHash('sha256').update(`${recordingId}\n${key}\n${startMs}\n${endMs}`).digest('hex').slice(0, 40);
