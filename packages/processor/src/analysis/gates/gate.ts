import type { Correction, GoodSentence } from '@tulkka/shared/exercises';
import type { Sentence } from '../types.ts';

/** What was said around a sentence, as far as it decides whether the sentence may be shown. */
export interface Conversation {
  spoken: readonly Sentence[];
  corrections: readonly Correction[];
}

/** One reason for which a sentence is never shown as good English. */
export interface Gate {
  name: string;
  /** What the report tells a teacher. */
  says: string;
  stops(sentence: GoodSentence, conversation: Conversation): boolean;
  /** Sentences that it stops, and sentences that look alike and pass. */
  examples: { stops: readonly string[]; passes: readonly string[] };
  /** Why it cannot do without punctuation. */
  needsMarks?: string;
}
