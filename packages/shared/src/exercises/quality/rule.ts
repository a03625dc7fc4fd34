import type { Correction } from '../analysis.ts';
import { fold, foldAlike } from './fold.ts';
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

/** The evidence as the rules use it: folded once for all items of a set. */
export interface FoldedEvidence {
  /** With a space at either end, so that whole words can be looked up; null without a lesson. */
  transcript: string | null;
  corrections: { wrong: string; right: string }[];
  goodSentences: ReadonlySet<string>;
  privateSpans: string[];
  people: string[];
  setAside: ReadonlySet<string>;
}

/** Folds all evidence. */
export function foldEvidence({
  transcriptText,
  corrections,
  goodSentences = [],
  privateSpans = [],
  people = [],
  setAside = [],
}: Evidence): FoldedEvidence {
  return {
    transcript: transcriptText === null ? null : ` ${fold(transcriptText)} `,
    corrections: corrections.map(({ wrong, right }) => ({ wrong: fold(wrong), right: fold(right) })),
    goodSentences: new Set(goodSentences.map(foldAlike)),
    privateSpans: privateSpans.map(fold),
    people: people
      .flatMap((person) => person.split(/[\s.]+/))
      .filter((part) => /^\p{Lu}/u.test(part) && part.length > 1),
    setAside: new Set(setAside.map(fold)),
  };
}

/** One thing that every item must fulfil. */
export interface QualityRule {
  name: string;
  /** Why an item that breaks the rule cannot be used, as a sentence for a person. */
  reason: string;
  broken(item: ItemView, evidence: FoldedEvidence): boolean;
}
