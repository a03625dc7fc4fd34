import type { CorrectionCategory } from '@tulkka/shared/exercises';

/** A blank in a corrected sentence. `right` and `wrong` are the pieces that differ; `—` stands for no words at all. */
export interface GrammarBlank {
  category: CorrectionCategory;
  sentence: string;
  right: string;
  wrong: string;
  before: string[];
  after: string[];
  /** Neighbours that the blank took in on either side, because one side of the correction is empty. */
  frame: [string[], string[]];
  order: boolean;
}
