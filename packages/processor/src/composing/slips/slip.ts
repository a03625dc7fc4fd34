import type { Lexicon } from '../../lexicon/index.ts';
import type { GrammarBlank } from '../grammar-blank.ts';

/** A blank as an example: the words before it, the learner's, the right ones, and the words after it. */
export type SlipExample = readonly [before: string, wrong: string, right: string, after: string];

/** One way in which learners get something wrong, as a source of answers that are tempting and surely wrong. */
export interface Slip {
  name: string;
  /** The rule behind it, as a learner is told it. */
  rule: string;
  /** Pieces for the blank, none of which can ever stand there; none where the slip has nothing to do with this blank. */
  forms(blank: GrammarBlank, lexicon: Lexicon): string[];
  examples: {
    /** Blanks, with pieces that must be among those offered. */
    offers: readonly (readonly [SlipExample, readonly string[]])[];
    /** Blanks that look alike and get nothing. */
    leaves: readonly SlipExample[];
  };
}
