import type { Analysis, Engine } from '@tulkka/shared/exercises';
import type { Transcript } from '@tulkka/shared/transcripts';
import type { Lexicon } from '../lexicon/index.ts';
import type { Translatable, Translations } from './openai/openai-translator.ts';
import type { TokenUsage } from './openai/token-usage.ts';
import { readLesson } from './read-lesson.ts';
import type { LessonContext, LessonReading } from './types.ts';

/** What is known about a lesson besides its transcript, and how patient the caller is. */
export interface ReadingContext extends LessonContext {
  signal?: AbortSignal | undefined;
  /** Whether the caller can come back later: then an outage is thrown instead of handed to the rules. */
  mayRetry?: boolean;
}

/** What a reader found in a lesson. */
export interface ReadResult {
  analysis: Analysis;
  engine: Engine;
  /** Sentences for a person about the reading itself. */
  notes: string[];
  /** What the lesson was about, where a model told it. */
  account?: string | null;
  promptVersion?: string | null;
  usage?: TokenUsage | null;
  /** All that the rules noticed, where they did the reading; otherwise the composer asks them for turns and roles. */
  reading?: LessonReading;
}

/** Reads lessons: by rules, or by asking a model. Both find the same kind of thing. */
export interface LessonReader {
  read(transcript: Transcript, context: ReadingContext): Promise<ReadResult>;
  /** Puts words and sentences into a learner's language; a reader without it leaves translations out. */
  translate?(texts: readonly Translatable[], language: string, signal?: AbortSignal): Promise<Translations>;
}

/** The reader that needs no key and no network. */
export function rulesReader(lexicon: Lexicon): LessonReader {
  return {
    async read(transcript, context) {
      const reading = readLesson(transcript, context, lexicon);
      return { analysis: reading.analysis, engine: 'rules', notes: [], reading };
    },
  };
}
