import type { Transcript } from '@tulkka/shared/transcripts';
import { z } from 'zod';
import { sentencesOfWords } from './sentences-of-words.ts';

const textOrNull = z
  .string()
  .nullish()
  .transform((value) => value ?? null);
const millis = z.number().nonnegative();
const Words = z.array(z.object({ text: z.string(), start: millis, end: millis }));
type Words = z.infer<typeof Words>;

/** What we read of a job; everything else the vendor adds passes by. */
export const Job = z.object({
  id: z.string().min(1),
  status: z.string(),
  error: textOrNull,
  audio_duration: z
    .number()
    .nullish()
    .transform((value) => value ?? 0),
  text: textOrNull,
  speech_model_used: textOrNull,
  utterances: z
    .array(z.object({ speaker: textOrNull, text: z.string(), start: millis, end: millis, words: Words.nullish() }))
    .nullish(),
  words: Words.nullish(),
});
export type Job = z.infer<typeof Job>;

/** The newest jobs, as the list shows them. */
export const JobList = z.object({
  transcripts: z.array(z.object({ id: z.string().min(1), status: z.string(), audio_url: textOrNull })),
});

/**
 * A finished job as a transcript. Speakers are letters within one file: "Speaker A" is how the rest of the system sees
 * them. Without speaker labels the words are cut into sentences; an empty list is no list.
 */
export function toTranscript(job: Job): Transcript {
  const spoken =
    [job.utterances ?? [], sentencesOfWords(job.words ?? []), wholeText(job)].find((one) => one.length > 0) ?? [];
  const cues = spoken
    .map(({ speaker, text: said, start, end, words }) => {
      const text = said.replace(/\s+/g, ' ').trim();
      const times = timesOf(words ?? [], text, start);
      return {
        start_ms: Math.round(start),
        end_ms: Math.round(end),
        speaker: speaker === null ? null : `Speaker ${speaker}`,
        text,
        ...(times === null ? {} : { words: times }),
      };
    })
    .filter(({ text }) => text !== '');
  const speakers = [...new Set(cues.flatMap(({ speaker }) => (speaker === null ? [] : [speaker])))];
  return { format: 'vtt', cues, speakers };
}

/** When each word of a text was said; null where the words are not those of the text, one by one. */
function timesOf(words: Words, text: string, start: number): number[] | null {
  if (words.length === 0 || words.map((word) => word.text.trim()).join(' ') !== text) return null;
  return words.flatMap((word) => [Math.round(word.start - start), Math.round(word.end - start)]);
}

/** A job that kept its text alone: better than nothing of what was paid for. */
const wholeText = ({ text, audio_duration }: Job) =>
  text?.trim() ? [{ speaker: null, text, start: 0, end: audio_duration * 1000, words: null }] : [];
