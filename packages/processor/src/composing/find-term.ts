import { type Token, tokenise } from '../language/tokens.ts';
import type { Lexicon } from '../lexicon/index.ts';

/** Where a term stands in a sentence, in tokens; `gap` counts the words between a verb and its particle. */
export interface TermPlace {
  tokens: Token[];
  from: number;
  to: number;
  gap: number;
}

const placeholder = /^(?:somebody|someone|something|sb|sth|one's|your|my|his|her|our|their)$/;
const widestGap = 3;

/** The words of a term without what dictionaries add: "keen (on)", "put sth off". */
export function termWords(term: string): string[] {
  return tokenise(term.replace(/\([^)]*\)/g, ' ').replace(/\s+(?:\+|\/).*$/, '')).map((token) => token.lower);
}

function sameWord(word: string, wanted: string, lexicon: Lexicon): boolean {
  if (word === wanted) return true;
  if (placeholder.test(wanted)) return placeholder.test(word);
  if (word.slice(0, 1) !== wanted.slice(0, 1) && !['go', 'be'].includes(wanted)) return false;
  return (
    lexicon.lemma(word) === wanted ||
    lexicon.lemma(word, 'verb') === wanted ||
    lexicon.lemma(word, 'noun') === wanted ||
    lexicon.lemma(word, 'verb') === lexicon.lemma(wanted, 'verb')
  );
}

/** Finds a term in a sentence in any of its forms; a phrasal verb may stand apart ("put it off"). */
export function findTerm(sentence: string, term: string, lexicon: Lexicon): TermPlace | null {
  const tokens = tokenise(sentence);
  const wanted = termWords(term);
  const [first, ...rest] = wanted;
  if (first === undefined) return null;
  for (let from = 0; from < tokens.length; from += 1) {
    if (!sameWord(tokens[from]?.lower ?? '', first, lexicon)) continue;
    let at = from;
    let gap = 0;
    let found = true;
    for (const word of rest) {
      let next = at + 1;
      // only before a last particle may an object stand
      const reach = wanted.length === 2 && gap === 0 ? widestGap : 0;
      while (next <= at + 1 + reach && next < tokens.length && !sameWord(tokens[next]?.lower ?? '', word, lexicon))
        next += 1;
      if (next > at + 1 + reach || next >= tokens.length) {
        found = false;
        break;
      }
      gap += next - at - 1;
      at = next;
    }
    if (found) return { tokens, from, to: at, gap };
  }
  return null;
}

/** Whether a sentence has the term as a name: "His name is Biscuit" tells nothing of biscuits. */
export function isNameIn(sentence: string, term: string, lexicon: Lexicon): boolean {
  const place = findTerm(sentence, term, lexicon);
  if (place === null || place.from === 0 || /\p{Lu}/u.test(term)) return false;
  return place.tokens.slice(place.from, place.to + 1).every(({ text }) => /^\p{Lu}\p{Ll}/u.test(text));
}
