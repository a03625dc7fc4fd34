import type { Transcript } from './types.ts';

/** A transcript as plain text: a line for each cue, with its speaker where one is known. */
export function transcriptText(transcript: Transcript): string {
  return transcript.cues.map(({ speaker, text }) => (speaker === null ? text : `${speaker}: ${text}`)).join('\n');
}
