import type { Lexicon } from '../lexicon/index.ts';
import { termWords } from './find-term.ts';
import type { TermMaterial } from './material.ts';
import { teachersMeaning } from './teachers-meaning.ts';

/** From this share of beginners' words on, a lesson is one for beginners. */
const shareOfBeginners = 0.5;

/**
 * Parts a lesson's terms from those that its learners surely know: "The word problem", "agree is a verb" name a word of the
 * first lessons to say something else. What the teacher explains is never too easy.
 */
export function withoutTooEasy(
  terms: readonly TermMaterial[],
  lexicon: Lexicon,
): { terms: TermMaterial[]; tooEasy: TermMaterial[] } {
  const levelOf = ({ term }: TermMaterial): string | undefined => lexicon.entries(termWords(term).join(' '))[0]?.level;
  const levels = terms.flatMap((term) => levelOf(term) ?? []);
  const beginners = levels.filter((level) => level === 'A1' || level === 'A2').length;
  if (beginners >= levels.length * shareOfBeginners) return { terms: [...terms], tooEasy: [] };
  const isTooEasy = (term: TermMaterial): boolean => levelOf(term) === 'A1' && teachersMeaning(term, lexicon) === null;
  return { terms: terms.filter((term) => !isTooEasy(term)), tooEasy: terms.filter(isTooEasy) };
}
