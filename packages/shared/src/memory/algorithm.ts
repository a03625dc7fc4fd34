import { createHash } from 'node:crypto';
import { defaultParameters, type Parameters } from './review.ts';

/** What this version of the rules is called in stored rows, so that a later one can tell them apart. */
const rules = 'fsrs-6';
/** So much of a digest fits into the column. */
const digits = 9;

/** What a memory is computed by, as its row says it: the rules, and which parameters unless they are the published ones. */
export function algorithmOf(parameters: Parameters): string {
  if (parameters.every((value, i) => value === defaultParameters[i])) return rules;
  return `${rules}/${createHash('sha256').update(JSON.stringify(parameters)).digest('hex').slice(0, digits)}`;
}
