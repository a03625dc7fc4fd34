import type { LessonReport } from '@tulkka/shared/exercises';
import { isContent } from '../language/words.ts';
import type { Lexicon } from '../lexicon/types.ts';

/** So many different content words must somebody use before their words tell anything. */
const fewest = 30;
/** How far up the frequency list one of ten of the words lies, in thousands, for each level. */
const bounds = [
  [2, 'A1'],
  [3, 'A2'],
  [5, 'B1'],
  [7, 'B2'],
] as const;

/**
 * The level of a speaker as far as the words tell: by the rarest tenth of the different content words, in thousands of the
 * frequency list. After Laufer and Nation's lexical frequency profile (1995), which compares shares beyond the first and
 * second thousand; names and what no dictionary knows do not count.
 */
export function levelOf(words: readonly string[], lexicon: Lexicon): LessonReport['level'] {
  const lemmas = new Set(
    words.filter((word) => isContent(word) && lexicon.isWord(word)).map((word) => lexicon.lemma(word)),
  );
  if (lemmas.size < fewest) return null;
  const bands = [...lemmas].map((lemma) => lexicon.frequencyBand(lemma)).sort((a, b) => a - b);
  const rare = bands[Math.floor(bands.length * 0.9)] ?? 1;
  return bounds.find(([most]) => rare <= most)?.[1] ?? 'C1';
}
