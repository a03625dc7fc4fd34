import { nothing } from '@tulkka/shared/grading';
import { uncountables } from '../analysis/learner-errors/word-lists.ts';
import type { GrammarBlank } from './grammar-blank.ts';
import { isPlural } from './number-distractors.ts';
import { takesAn } from './word-forms.ts';

/** Nouns of which there is one, and words that make a noun the only one: "a" can never stand before them. */
const onlyOne =
  /^(?:best|worst|most|least|first|last|only|same|next|\p{L}+est|left|right|morning|afternoon|evening|sun|moon|sea|sky|end|beginning)$/iu;

/**
 * Articles that cannot stand there. Where nothing belongs, no article does; where "a" belongs, its noun cannot stand
 * alone; one thing cannot be several. Whether "a" or "an" is asked only where an article is missing or one was mixed up.
 */
export function articleChoices({ right: own, wrong, after }: GrammarBlank): string[] {
  const right = own.toLowerCase();
  const next = after[0] ?? '';
  const [fitting, soundsWrong] = takesAn(next) ? ['an', 'a'] : ['a', 'an'];
  if (right === nothing) {
    const amount = isPlural(next) ? ['much'] : uncountables.has(next.toLowerCase()) ? ['many'] : [];
    return [wrong, 'the', fitting, ...amount];
  }
  if (right === 'the') {
    const other = isPlural(next) ? ['this', fitting] : ['these', ...(onlyOne.test(next) ? [fitting] : [])];
    return [wrong, nothing, ...other];
  }
  return [wrong, nothing, soundsWrong, isPlural(next) ? 'this' : 'these'];
}
