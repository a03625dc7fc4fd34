import type { Analysis, Correction, GoodSentence, TaughtTerm } from '@tulkka/shared/exercises';
import type { CorrectionReading } from '../analysis/types.ts';

/** A taught term with the sentences of the lesson that may show it, best first. */
export interface TermMaterial extends TaughtTerm {
  explicit: boolean;
  weight: number;
  examples: GoodSentence[];
  /** Those among them that only learners said: a slip in them may have passed. */
  learnersExamples?: ReadonlySet<string>;
  /** Sentences that show the term where none of the lesson does: for a card, never to be asked. */
  spare: GoodSentence[];
  /** What teachers would probably refuse: the meaning that was heard, so that a dictionary's is told, or every card of the term. */
  doubted?: 'own meaning' | 'term';
}

/** Why a term that teachers would probably refuse is not asked. */
export const doubtedReason = 'Teachers refuse most cards like it.';

/** A correction with the whole sentence put right, where the lesson has one. */
export interface CorrectionMaterial extends Correction {
  /** The sentence that holds `right`, complete and correct. */
  sentence: GoodSentence | null;
  /** The rule in the teacher's own words, where one was said. */
  rule: string | null;
  /** How it was found; nothing where another engine did, or a teacher. */
  found?: Pick<CorrectionReading, 'confidence' | 'found'>;
  /** How likely a teacher lets the sentence stand alone. */
  likely?: number;
}

/** All that the composer works from, whichever engine read the lesson. */
export interface Material {
  analysis: Analysis;
  terms: TermMaterial[];
  corrections: CorrectionMaterial[];
  /** Good sentences, the teacher's own first. */
  sentences: GoodSentence[];
  /** Those among them that only learners said, folded. */
  learnersSentences: ReadonlySet<string>;
  /** All that was said, cues joined by spaces: every quote stands in it. */
  transcriptText: string;
  /** Everybody's label, which may be a full name. */
  people: string[];
  /** Sentences that belong to the call or to private life, not to the lesson. */
  setAside: string[];
  /** Phone numbers, addresses and the like, as they were said. */
  privateSpans: string[];
}

/** What the composer found but could not use, and why. */
export interface Unused {
  kind: string;
  what: string;
  reason: string;
}

/** The items of one kind, best first, and what could not become one. */
export interface Composed<Item> {
  items: Item[];
  unused: Unused[];
}
