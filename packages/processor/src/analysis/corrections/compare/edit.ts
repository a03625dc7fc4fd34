import type { CorrectionCategory } from '@tulkka/shared/exercises';
import type { SignName } from '../../weighing/confidence.ts';

/** One group of changes between a learner's words and their near-repetition. */
export interface Edit {
  /** Range in the learner's units that changes, with the words around it that belong to the phrase. */
  from: number;
  to: number;
  /** The words of it that change, without what is only kept beside them. */
  core: { from: number; to: number };
  wrong: string[];
  right: string[];
  category: CorrectionCategory;
  /** The name of the kind of mistake. */
  kind: string;
  /** How sure we are that this is a correction rather than another thing to say. */
  evidence: number;
  /** What speaks for it and against it. */
  signs: readonly SignName[];
  /** True for another pronoun or "can": a change that only the teacher's own words about it make a correction. */
  weak: boolean;
  /** True where the learner's words hold a mistake that learners are known for. */
  known: boolean;
  removed: string[];
  added: string[];
}
