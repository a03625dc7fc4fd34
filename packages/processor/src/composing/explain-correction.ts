import type { CorrectionCategory } from '@tulkka/shared/exercises';
import type { Lexicon } from '../lexicon/index.ts';
import { reasonOf } from './explaining/index.ts';
import { weSay } from './explaining/we-say.ts';
import type { GrammarBlank } from './grammar-blank.ts';
import { withNames } from './proper-names.ts';

const hints: Record<CorrectionCategory, string> = {
  tense: 'Look at when it happens, and at the helping verb.',
  agreement: 'Look at who or how many.',
  modifier: 'Look at the word that is described, and at the order.',
  preposition: 'Which little word goes with its neighbours here?',
  article: 'Is it one of many, a certain one, or something you cannot count?',
  conditional: 'Look at both halves of the sentence.',
  collocation: 'Which words usually go together?',
  parallelism: 'All parts of a list have the same form.',
  punctuation: 'Where does the reader pause?',
  wordChoice: 'Which word says what is meant?',
};

/** A rule that begins with "it" speaks of what was in the talk. */
const isElliptic = (rule: string): boolean => /^(?:it|it's|that|that's|there's no|this|no s|uncountable)\b/i.test(rule);

/**
 * What the item says beside its question: a hint that keeps the secret, and why the learner's words had to change, with
 * wrong → right. The teacher's rule comes first; where it is too short to stand alone, the known one follows it.
 */
export function explainCorrection(
  blank: GrammarBlank,
  correction: { wrong: string; right: string },
  { teachers, known }: { teachers: string | null; known: string | null },
  lexicon: Lexicon,
): { hint: string; explanation: string } {
  const [wrong, right] = sameCase(correction.wrong, correction.right);
  const reason = (): string | null => known ?? reasonOf(blank, lexicon);
  const rules =
    teachers === null ? [reason() ?? weSay(blank, lexicon)] : [teachers, isElliptic(teachers) ? reason() : null];
  return {
    hint: hints[blank.category],
    explanation: withNames([...rules.filter((rule) => rule !== null), `${wrong} → ${right}`].join(' ')),
  };
}

/** Recordings write the head of a sentence with a capital; side by side the two versions should differ in the mistake alone. */
function sameCase(wrong: string, right: string): [string, string] {
  const isLower = (text: string): boolean => /^\p{Ll}/u.test(text);
  const lowered = (text: string): string => (/^I\b/.test(text) ? text : text.charAt(0).toLowerCase() + text.slice(1));
  return isLower(wrong) || isLower(right) ? [lowered(wrong), lowered(right)] : [wrong, right];
}
