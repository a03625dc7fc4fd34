import type { Analysis, Correction, GoodSentence, TaughtTerm } from '@tulkka/shared/exercises';
import type { Token } from '../language/tokens.ts';

/** Who spoke, as far as it can be known; captions without labels often leave it open. */
export type Role = 'teacher' | 'student' | 'unknown';

/** Why a sentence is set aside from the lesson's own language. */
export type Aside = 'tech' | 'private' | 'small talk' | 'classroom' | 'foreign';

/** One restored sentence. Offsets count in the text of its turn. */
export interface Sentence {
  /** Position among all sentences of the lesson. */
  id: number;
  turn: number;
  role: Role;
  start: number;
  end: number;
  /** Exactly as transcribed. */
  raw: string;
  /** Without fillers and stutters. */
  words: Token[];
  /** `words` without the opening "OK so" or "Yes,". */
  core: Token[];
  /** The core as a presentable sentence: capital, end mark. */
  text: string;
  question: boolean;
  aside: Aside | null;
}

/** Everything that one speaker said until another one spoke. */
export interface Turn {
  index: number;
  speaker: string | null;
  role: Role;
  /** The cues joined by single spaces. */
  text: string;
  sentences: Sentence[];
  /** Where each cue stands in `text`. */
  cues: { start: number; end: number }[];
  /** True where repeated cues were dropped: a quote across cues would then not be found in the recording's own text. */
  hasDroppedCues: boolean;
  start_ms: number | null;
}

/** A correction with the sentences around it, as the composer needs them. */
export interface CorrectionReading extends Correction {
  /** How sure we are that it was a correction; what is reported is surer than the threshold. */
  confidence: number;
  /** By which rules: how it was put right, which kind of mistake, and what spoke for and against it. */
  found: { way: string; kind: string; signs: readonly string[] };
  /** The learner's sentence as said (fillers out). */
  wrong_sentence: string;
  /** The same sentence put right, in the learner's person; null where the teacher gave only a fragment. */
  right_sentence: string | null;
  wrong_quote: string;
  right_quote: string;
  /** Ids of the two sentences. */
  wrong_id: number;
  right_id: number;
}

/** A taught term with how sure we are that it was taught, 0 to 1. */
export interface TermReading extends TaughtTerm {
  weight: number;
  /** True when the teacher stopped for it; false when it was only used or supplied in passing. */
  explicit: boolean;
  /** The ways in which it was taught. */
  ways: readonly string[];
  /** Sentences of the lesson that hold the term and are fit to show, best first. */
  examples: GoodSentence[];
}

/** What a careful reader knows about a lesson after reading it. */
export interface LessonReading {
  turns: Turn[];
  teacher: string | null;
  students: string[];
  /** Lower-case words that are names of people in this lesson. */
  people: string[];
  /** What was set aside and why, for the report. */
  asides: { text: string; reason: Aside }[];
  corrections: CorrectionReading[];
  terms: TermReading[];
  analysis: Analysis;
}

/** What is known about a lesson besides its transcript. */
export interface LessonContext {
  teacherName?: string | null;
}
