import type { CorrectionCategory } from '@tulkka/shared/exercises';
import type { Lexicon } from '../../lexicon/types.ts';
import type { Change } from './compare/change.ts';

/** A change, and what every kind asks of it. */
export interface JudgedChange {
  change: Change;
  /** What the teacher said around it. */
  teacherSaid: string;
  lexicon: Lexicon;
  /** Words that carry meaning, taken out and put in. */
  out: readonly string[];
  into: readonly string[];
  /** The two, where one of each changed. */
  pair: readonly [string, string] | null;
  /** True where no word that carries meaning changed. */
  isOfLittleWords: boolean;
}

/** One kind of mistake. */
export interface Kind {
  name: string;
  /** What went wrong, for tables and reports. */
  says: string;
  /** What a mistake of this kind counts as; null where the change is of another kind. */
  categoryOf: (judged: JudgedChange) => CorrectionCategory | null;
  /** What a learner said, what is right, its category, and what the teacher said besides. */
  finds: readonly (readonly [wrong: string, right: string, category: string, said?: string])[];
  /** Mistakes of other kinds that look alike. */
  leaves: readonly (readonly [wrong: string, right: string])[];
  /** Why no labelled lesson shows it. */
  rareBecause?: string;
}
