import { possessives, prepositions, subjectPronouns } from '../language/words.ts';

/** An order of the words of a sentence, as positions in the given one. */
type Order = number[];

const range = (from: number, to: number): number[] =>
  Array.from({ length: Math.max(0, to - from) }, (_, i) => from + i);

const opens = /^(?:if|when|because|although|while|unless)$/;
const joins = /^(?:and|but|or|so|because|if|when|that|which|who|until|before|after|where)$/;
/** What may be said before or after a sentence. */
const besides =
  /^(?:as far as i'm concerned|in my opinion|to be honest|by the way|of course|on average|in general|in the end|at the moment|at first|i must say|i think|i guess|i suppose|i believe|to my mind|for me|you see|as you know|actually|though)$/;
const article = /^(?:a|an|the)$/;

/** "If it rains, we stay": the clause, or what is said besides, that a comma sets off in front may come last. */
export function frontMoved(words: readonly string[], comma: number | null): Order | null {
  if (comma === null || words.length - comma < 2) return null;
  const front = words.slice(0, comma);
  const isClause = opens.test(front[0] ?? '') && comma > 2 && !front.slice(1).some((word) => joins.test(word));
  if (!isClause && !besides.test(front.join(' '))) return null;
  return words.slice(comma).some((word) => joins.test(word))
    ? null
    : [...range(comma, words.length), ...range(0, comma)];
}

/** "We call that a rug, by the way". */
export function backMoved(words: readonly string[], comma: number | null): Order | null {
  if (comma === null || !besides.test(words.slice(comma).join(' '))) return null;
  return [...range(comma, words.length), ...range(0, comma)];
}

/** "You work a shift, you don't make a shift": two statements about one, side by side. */
export function statementsTurned(words: readonly string[], comma: number | null): Order | null {
  const [first = ''] = words;
  if (comma === null || comma < 3 || words.length - comma < 3) return null;
  const isSame = subjectPronouns.has(first) && words[comma] === first;
  return isSame && !words.some((word) => joins.test(word)) ? [...range(comma, words.length), ...range(0, comma)] : null;
}

const mostNamed = 5;

/** "A pillow is the soft thing under your head": what is told and what it is change places. */
export function identityTurned(words: readonly string[]): Order | null {
  const at = words.indexOf('is');
  const [first = ''] = words;
  const isNamed = (article.test(first) || possessives.has(first) || first === 'to') && at > 1 && at < mostNamed;
  const rest = words.slice(at + 1);
  const [opening = ''] = rest;
  const isLike = first === 'to' ? opening === 'to' : article.test(opening) || possessives.has(opening);
  if (!isNamed || !isLike || rest.length < 3) return null;
  // "the boss is a man who …, but": more than what it is
  if (rest[1] === 'same' || rest.some((word) => /^(?:but|so|because|when|are|was|were|than)$/.test(word))) return null;
  return [...range(at + 1, words.length), at, ...range(0, at)];
}

/** "In a game it's surrender": a place in front of a statement about a person or "it" may come last. */
export function placeMoved(words: readonly string[], comma: number | null): Order | null {
  const [first = '', second = ''] = words;
  if (comma !== null || !/^(?:in|at|on)$/.test(first) || !(article.test(second) || possessives.has(second)))
    return null;
  const at = words.findIndex(
    (word, i) => i > 2 && (subjectPronouns.has(word) || /^(?:it|i|you|he|she|we|they)'/.test(word)),
  );
  if (at < 3 || at > 4 || words.slice(at).some((word) => joins.test(word) || prepositions.has(word))) return null;
  return [...range(at, words.length), ...range(0, at)];
}
