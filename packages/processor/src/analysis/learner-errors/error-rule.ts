/** A mistake that learners are known for. */
export interface ErrorRule {
  rule: string;
  /** The words at which the rule looks at all. */
  triggers: readonly string[];
  /** How many words the mistake covers from here, 0 for none. */
  look: (words: readonly string[], i: number) => number;
}
