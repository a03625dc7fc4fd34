import type { Lexicon } from '../../lexicon/index.ts';
import type { GrammarBlank } from '../grammar-blank.ts';
import { orderRule } from '../order-rule.ts';
import { articlesRule } from './articles.ts';
import { conditionals } from './conditionals.ts';
import { degrees } from './degrees.ts';
import type { Explanation } from './explanation.ts';
import { helperForms } from './helper-forms.ts';
import { irregularForms } from './irregular-forms.ts';
import { middleAdverb } from './middle-adverb.ts';
import { negativeHave } from './negative-have.ts';
import { nounNumber } from './noun-number.ts';
import { numberOfHelper } from './number-of-helper.ts';
import { parallel } from './parallel.ts';
import { phrasalVerb } from './phrasal-verb.ts';
import { prepositionPartner } from './preposition-partner.ts';
import { questionHelper } from './question-helper.ts';
import { tenses } from './tenses.ts';
import { twoMeanings } from './two-meanings.ts';
import { verbWithS } from './verb-with-s.ts';
import { wordClass } from './word-class.ts';

export type { Explanation } from './explanation.ts';

/** Every reason that is known, the special before the general. */
export const explanations: readonly Explanation[] = [
  irregularForms,
  questionHelper,
  conditionals,
  parallel,
  negativeHave,
  degrees,
  middleAdverb,
  numberOfHelper,
  verbWithS,
  nounNumber,
  articlesRule,
  helperForms,
  tenses,
  wordClass,
  phrasalVerb,
  prepositionPartner,
  twoMeanings,
];

/** Why the learner's words have to change; null where no reason is known. */
export function reasonOf(blank: GrammarBlank, lexicon: Lexicon): string | null {
  if (blank.order) return orderRule(blank, lexicon);
  for (const explanation of explanations) {
    const rule = explanation.rule(blank, lexicon);
    if (rule !== null) return rule.replace(/^\p{Ll}/u, (letter) => letter.toUpperCase());
  }
  return null;
}

/** The forms of an irregular verb, which say more than that it is irregular; null for any other blank. */
export function irregularFormsOf(blank: GrammarBlank, lexicon: Lexicon): string | null {
  return blank.order ? null : irregularForms.rule(blank, lexicon);
}
