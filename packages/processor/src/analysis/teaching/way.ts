import type { Lexicon, PartOfSpeech } from '../../lexicon/types.ts';
import type { CorrectionReading, Sentence, Turn } from '../types.ts';
import type { Hearing } from './heard.ts';

/** A sentence in which a term may be taught, with what stands around it. */
export interface Place {
  sentence: Sentence;
  /** Its readable words without an end mark but a question's. */
  text: string;
  previous: Sentence | undefined;
  /** The readable words of the next sentence of the turn; empty where none follows. */
  next: string;
  /** The term that the sentence is nothing but: "A helmet."; null where it says more. */
  loneTerm: string | null;
  /** How often the turn says that term alone. */
  timesAlone: number;
  /** Whether the learner was looking for a word just before. */
  isWordWanted: boolean;
}

/** Words that hold a term, still with articles, objects and placeholders. */
export interface FoundTerm {
  phrase: string;
  definition: string | null;
  /** True where something shows that the words are the term, no more and no less. */
  isWhole?: boolean;
  /** The last sentence of what teaches it, where that is more than one. */
  until?: Sentence;
  /** Where the term stands, if not in the sentence that was looked at. */
  sentence?: Sentence;
}

/** What is said in an example: lines of teacher and student ("Student: …"), the teacher's where nobody is named. */
export type Said = string | readonly string[];

interface Described {
  name: string;
  /** What the teacher does, for tables and reports. */
  says: string;
  /** True where any words may stand in the term's place: a phrase then needs a dictionary behind it. */
  loose: boolean;
  /** True where the words are the term as they stand: "I'm afraid". */
  fixed: boolean;
  /** True where the phrase may hold an object that only stands for any: "to mitigate climate change". */
  objectMayBeAny: boolean;
  /** What it finds, and what looks alike and is left. */
  finds: readonly (readonly [Said, { term: string; definition: string | null }])[];
  leaves: readonly Said[];
  /** Why it cannot do without punctuation. */
  needsMarks?: string;
  /** Why no labelled lesson shows it. */
  rareBecause?: string;
}

/** A way of teaching that shows in a sentence and its neighbours. */
export interface SentenceWay extends Described {
  part: PartOfSpeech | null;
  /** Whether learners' sentences count too. */
  ofLearners: boolean;
  look: (place: Place) => readonly FoundTerm[];
}

/** What a way that looks at the whole lesson may ask. */
export interface WholeLesson {
  turns: readonly Turn[];
  corrections: readonly CorrectionReading[];
  lexicon: Lexicon;
  /** What was said, by its words. */
  heard: Hearing;
}

/** A way of teaching that only the whole lesson shows. */
export interface LessonWay extends Described {
  search: (lesson: WholeLesson) => readonly (FoundTerm & {
    sentence: Sentence;
    part: PartOfSpeech | null;
    /** How plainly, where that depends on what was said. */
    weight?: number;
  })[];
}

/** One way of teaching a term. */
export type Way = SentenceWay | LessonWay;

const usual = { loose: false, fixed: false, objectMayBeAny: false };

/** What a way needs to say of itself; the rest is as usual. */
export type Usual<T extends Way> = Omit<T, keyof typeof usual | 'part' | 'ofLearners'> &
  Partial<Pick<T, keyof typeof usual & keyof T>> & { part?: PartOfSpeech; ofLearners?: boolean };

/** A way that shows in a sentence and its neighbours. */
export function sentenceWay(way: Usual<SentenceWay>): SentenceWay {
  return { ...usual, part: null, ofLearners: false, ...way };
}

/** A way that only the whole lesson shows. */
export function lessonWay(way: Omit<LessonWay, keyof typeof usual> & Partial<typeof usual>): LessonWay {
  return { ...usual, ...way };
}
