import type { Cue } from '@tulkka/shared/transcripts';
import { z } from 'zod';
import { sentencesOfWords, type TimedText } from './sentences-of-words.ts';
import type { Transcribed } from './transcriber.ts';

const optionalNumber = z.number().nullish().catch(null);

const Word = z
  .object({ word: z.string().optional(), text: z.string().optional(), start: z.number(), end: z.number() })
  .transform(({ word, text, start, end }) => ({ text: (word ?? text ?? '').trim(), start, end }));
type Word = z.infer<typeof Word>;

const Segment = z.object({
  text: z.string(),
  start: z.number(),
  end: z.number(),
  /** Few servers tell voices apart. */
  speaker: z.string().nullish(),
  words: z.array(Word).nullish().catch(null),
  no_speech_prob: optionalNumber,
  avg_logprob: optionalNumber,
});
type Segment = z.infer<typeof Segment>;

/** What we read of an answer; a server that knows no verbose_json sends the text alone. */
const Answer = z.object({
  text: z.string().nullish(),
  duration: optionalNumber,
  segments: z.array(Segment).nullish().catch(null),
  words: z.array(Word).nullish().catch(null),
});

/** Whisper's own bounds: above the one and below the other it made words out of silence. */
const [likelySilence, unlikelyWords] = [0.6, -1];

/** No recording lasts months: LocalAI gives nanoseconds where others give seconds. */
const longestSeconds = 1e7;

/**
 * How nothing begins that somebody said: an empty body, the page of a proxy, JSON that broke off or comes line by line, a
 * stream of events. “[Music]” is text.
 */
const noText = /^\s*(?:$|[<{]|\[\s*[[{"]|\[\s*$|(?:data|event):)/;

/** A server's answer as a transcript; undefined where it is none: the page of a proxy, an object of something else. */
export function readAnswer(body: string): Transcribed | undefined {
  const json = jsonOf(body);
  if (json === undefined) return noText.test(body) ? undefined : spoken(cuesWithoutTimes(body), null);
  const read = Answer.safeParse(json);
  if (!read.success) return undefined;
  const { text } = read.data;
  const duration = read.data.duration && read.data.duration / unitOf(read.data.duration);
  const segments = inSeconds(read.data.segments ?? []).map((segment) => ({
    ...segment,
    words: segment.words && inSeconds(segment.words),
  }));
  const words = inSeconds(read.data.words ?? []);
  if (segments.length > 0) return spoken(timedCues(segments.filter(isSpeech), words), duration);
  return text === undefined || text === null ? undefined : spoken(cuesWithoutTimes(text), duration);
}

function spoken(cues: Cue[], duration: number | null | undefined): Transcribed {
  const kept = cues
    .map((cue) => ({ ...cue, text: cue.text.replace(/\s+/g, ' ').trim() }))
    .filter(({ text }) => text !== '');
  const speakers = [...new Set(kept.flatMap(({ speaker }) => speaker ?? []))];
  const last = Math.max(0, ...kept.map(({ end_ms }) => end_ms ?? 0));
  return { transcript: { format: 'vtt', cues: kept, speakers }, audioSeconds: duration ?? last / 1000 };
}

/** Sentences where every word has its time, else the segments, which end where the model's window did. */
function timedCues(segments: readonly Segment[], words: readonly Word[]): Cue[] {
  const ofSegments = segments.map((segment) => wordsOf(segment, words));
  const whole = segments.every(({ speaker }, i) => !speaker && (ofSegments[i] ?? []).length > 0);
  const pieces = whole ? sentencesOfWords(ofSegments.flat()) : segments;
  return pieces.map(({ text, start, end, speaker }) => ({
    start_ms: Math.round(start * 1000),
    end_ms: Math.round(end * 1000),
    speaker: speaker || null,
    text,
  }));
}

/** A segment's words, when they are all that it says: OpenAI's own list leaves the punctuation out. */
function wordsOf(segment: Segment, words: readonly Word[]): TimedText[] {
  const own = segment.words ?? words.filter(({ start }) => start >= segment.start && start < segment.end);
  const plain = (text: string): string => text.replace(/\s+/g, '');
  return plain(own.map(({ text }) => text).join('')) === plain(segment.text) ? own : [];
}

const isSpeech = ({ no_speech_prob, avg_logprob }: Segment): boolean =>
  (no_speech_prob ?? 0) <= likelySilence || (avg_logprob ?? 0) >= unlikelyWords;

/** How many of its unit a second has, of the latest time in a list. */
const unitOf = (latest: number): number => (latest > longestSeconds ? 1e9 : 1);

/** Each list tells its unit itself: a server may count its segments in one and its words in the other. */
function inSeconds<Timed extends { start: number; end: number }>(pieces: readonly Timed[]): Timed[] {
  const unit = unitOf(pieces.reduce((latest, { end }) => Math.max(latest, end), 0));
  return pieces.map((piece) => ({ ...piece, start: piece.start / unit, end: piece.end / unit }));
}

const cuesWithoutTimes = (text: string): Cue[] =>
  (text.match(/[^.?!…]+(?:[.?!…]+["'”’)]*|$)/g) ?? []).map((sentence) => ({
    start_ms: null,
    end_ms: null,
    speaker: null,
    text: sentence,
  }));

function jsonOf(body: string): unknown {
  try {
    return JSON.parse(body);
  } catch {
    return undefined;
  }
}
