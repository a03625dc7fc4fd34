import { openers } from '../../language/words.ts';
import type { Sentence } from '../types.ts';

/** A sentence that is nothing but a term: "A helmet." "Look into." */
export function loneTerm(sentence: Sentence | undefined): string | null {
  if (sentence === undefined || sentence.core.length === 0 || sentence.core.length > 6 || sentence.question)
    return null;
  const words = sentence.core.map((token) => token.lower);
  const first = words[0] ?? '';
  if (
    /^(?:it|that|this)(?:'s| (?:is|was))? (?!an? |the )/.test(words.join(' ')) ||
    (words.length === 1 && /^(?:it|that|this)/.test(first))
  )
    return null;
  if (words.length === 1 && openers.has(first)) return null;
  if (
    /^(?:i|you|he|we|they|there|what|how|when|where|who|why|is|are|do|does|can|could|not|no|let's|so|because|in|at|on|for|with|very|too|yes|good|great|sorry|thank|thanks|now|see|okay)$/.test(
      first,
    ) &&
    !/^in charge/.test(words.join(' '))
  )
    return null;
  const lead = /^(?:it's|that's|this is|it is|that is)$/.test(first)
    ? 1
    : /^(?:it|that|this) (?:is|was)$/.test(words.slice(0, 2).join(' '))
      ? 2
      : 0;
  // "Intestines, I think": the term ends at the comma
  const comma = sentence.core.findIndex(
    (token, i) =>
      i > 0 &&
      /^[^\p{L}\p{N}]*[,;:]/u.test(
        sentence.raw.slice((sentence.core[i - 1]?.end ?? 0) - sentence.start, token.start - sentence.start),
      ),
  );
  return sentence.core
    .slice(lead, comma > lead ? comma : undefined)
    .map((token) => token.text)
    .join(' ');
}
