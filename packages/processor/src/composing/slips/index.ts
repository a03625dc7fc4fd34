import type { Lexicon } from '../../lexicon/index.ts';
import type { GrammarBlank } from '../grammar-blank.ts';
import { adjectiveOfANoun } from './adjective-of-a-noun.ts';
import { adjectiveWithoutS } from './adjective-without-s.ts';
import { degreeBeforeAdjective } from './degree-before-adjective.ts';
import { doubledSubject } from './doubled-subject.ts';
import { everythingThat } from './everything-that.ts';
import { ifHalves } from './if-halves.ts';
import { indirectQuestion } from './indirect-question.ts';
import { infinitive } from './infinitive.ts';
import { irregularPlural } from './irregular-plural.ts';
import { missingBe } from './missing-be.ts';
import { negativeWithoutHelper } from './negative-without-helper.ts';
import { nextAndLast } from './next-and-last.ts';
import { nobodyBehindTheVerb } from './nobody-behind-the-verb.ts';
import { nounAfterPossessive } from './noun-after-possessive.ts';
import { ownerOfANoun } from './owner-of-a-noun.ts';
import { prepositionAndDeterminer } from './preposition-and-determiner.ts';
import { questionOrder } from './question-order.ts';
import { regularPastOfIrregular } from './regular-past-of-irregular.ts';
import type { Slip } from './slip.ts';
import { superlative } from './superlative.ts';
import { thereIs } from './there-is.ts';
import { twoNegatives } from './two-negatives.ts';
import { wantSomebodyTo } from './want-somebody-to.ts';

export type { Slip, SlipExample } from './slip.ts';

/** Every slip, the surest first. */
export const slips: readonly Slip[] = [
  twoNegatives,
  everythingThat,
  adjectiveWithoutS,
  irregularPlural,
  degreeBeforeAdjective,
  superlative,
  thereIs,
  wantSomebodyTo,
  nounAfterPossessive,
  doubledSubject,
  questionOrder,
  indirectQuestion,
  negativeWithoutHelper,
  ifHalves,
  missingBe,
  infinitive,
  nextAndLast,
  prepositionAndDeterminer,
  regularPastOfIrregular,
  ownerOfANoun,
  adjectiveOfANoun,
  nobodyBehindTheVerb,
];

const isSame = (one: string, other: string): boolean => one.toLowerCase() === other.toLowerCase();

/** What learners say in the place of a blank's right piece; none where no slip is known. */
export function slipForms(blank: GrammarBlank, lexicon: Lexicon): string[] {
  return slips.flatMap((slip) => slip.forms(blank, lexicon)).filter((form) => !isSame(form, blank.right));
}

/** The rule against the slip that the learner made; null where it is none that is known. */
export function slipRule(blank: GrammarBlank, lexicon: Lexicon): string | null {
  const made = slips.find((slip) => slip.forms(blank, lexicon).some((form) => isSame(form, blank.wrong)));
  return made?.rule ?? null;
}
