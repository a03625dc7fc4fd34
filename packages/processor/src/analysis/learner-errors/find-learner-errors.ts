import { expandContraction } from '../../language/contractions.ts';
import { findPhrases } from '../../learner-phrases/index.ts';
import { agreementErrors } from './agreement-errors.ts';
import { amountErrors } from './amount-errors.ts';
import { bareNounErrors } from './bare-noun-errors.ts';
import { collocationErrors } from './collocation-errors.ts';
import type { ErrorRule } from './error-rule.ts';
import { nounErrors } from './noun-errors.ts';
import { orderErrors } from './order-errors.ts';
import { patternErrors } from './pattern-errors.ts';
import { placeErrors } from './place-errors.ts';
import { timeErrors } from './time-errors.ts';
import { verbErrors } from './verb-errors.ts';

/** A place in a row of words that no careful speaker would say. */
export interface LearnerError {
  from: number;
  to: number;
  rule: string;
}

/** The rule for what stands in the tables of learners' phrases. */
export const knownPhrase = 'a phrase that learners say';

/** Every mistake that is known. */
export const learnerErrorRules: readonly ErrorRule[] = [
  ...verbErrors,
  ...nounErrors,
  ...patternErrors,
  ...bareNounErrors,
  ...timeErrors,
  ...agreementErrors,
  ...collocationErrors,
  ...placeErrors,
  ...orderErrors,
  ...amountErrors,
];

const byTrigger = new Map<string, ErrorRule[]>();
for (const rule of learnerErrorRules) {
  for (const trigger of new Set(rule.triggers)) byTrigger.set(trigger, [...(byTrigger.get(trigger) ?? []), rule]);
}

/** Known learners' mistakes in a row of lower-case words whose contractions are opened. */
export function findLearnerErrors(words: readonly string[]): LearnerError[] {
  const errors: LearnerError[] = [];
  for (const [i, word] of words.entries()) {
    for (const { rule, look } of byTrigger.get(word) ?? []) {
      const length = look(words, i);
      if (length > 0) errors.push({ from: i, to: i + length, rule });
    }
  }
  for (const { entry, from, to } of findPhrases(words))
    if (entry.sure === 'always') errors.push({ from, to, rule: knownPhrase });
  return errors;
}

/** Whether a sentence holds a mistake that learners are known for; contractions are opened here. */
export function hasLearnerError(words: readonly string[]): boolean {
  const opened = words.flatMap((word, i) =>
    // "it's been" is "it has been"
    /^\p{L}+'s$/u.test(word) && words[i + 1] === 'been' ? [word.slice(0, -2), 'has'] : expandContraction(word),
  );
  return findLearnerErrors(opened).length > 0;
}
