import type { Correction } from '../analysis.ts';
import type { ItemView } from './item-view.ts';

/** What the rules compare an item with. Starter content has no lesson behind it: everything may be left out. */
export interface Evidence {
  /** All that was said, cues joined by spaces; null where no lesson stands behind the items. */
  transcriptText: string | null;
  corrections: readonly Pick<Correction, 'wrong' | 'right'>[];
  /** Sentences known to be right, beside those of the items: they tell when a distractor would be right as well. */
  goodSentences?: readonly string[];
  /** What the lesson told that concerns nobody else, as it was said. */
  privateSpans?: readonly string[];
  /** The people of the lesson by name: "Rajat Verma". */
  people?: readonly string[];
  /** Stretches that do not belong to the lesson: trouble with sound and screen, small talk. */
  setAside?: readonly string[];
}

/** One thing that every item must fulfil. */
export interface QualityRule {
  name: string;
  /** Why an item that breaks the rule cannot be used, as a sentence for a person. */
  reason: string;
  broken(item: ItemView, evidence: Evidence): boolean;
}
