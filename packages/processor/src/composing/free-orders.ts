import {
  articles,
  auxiliaries,
  beForms,
  conjunctions,
  determiners,
  isNumber,
  possessives,
  prepositions,
  subjectPronouns,
} from '../language/words.ts';
import type { Lexicon } from '../lexicon/index.ts';

/** An order of the words of a sentence, as positions in the given one. */
type Order = number[];

const range = (from: number, to: number): number[] =>
  Array.from({ length: Math.max(0, to - from) }, (_, i) => from + i);

const isDefinite = (word: string): boolean => word === 'the' || possessives.has(word);
const opensPhrase = (word: string): boolean => determiners.has(word) || possessives.has(word);
const opensClause = (word: string): boolean =>
  subjectPronouns.has(word) || opensPhrase(word) || /^(?:there|i|you|he|she|it|we|they)(?:'|$)/.test(word);

const endsPhrase = (next: string | undefined): boolean =>
  next === undefined || prepositions.has(next) || conjunctions.has(next);

/** What a word is to its phrase: two things that may change places are alike in it. */
function roleOf(word: string, lexicon: Lexicon): string {
  if (opensPhrase(word)) return 'determiner';
  if (prepositions.has(word)) return word;
  if (isNumber(word)) return 'number';
  // "the railway and you went": no thing to join, but who does something next
  if (subjectPronouns.has(word) || auxiliaries.has(word) || conjunctions.has(word) || word.includes("'")) return 'verb';
  return lexicon.partsOfSpeech(lexicon.lemma(word, 'noun'))[0] ?? 'noun';
}

const longestOfList = 4;

/** "Food and water", "red and soft", "on the ground and on the plants": two alike, whichever comes first. */
export function listTurned(words: readonly string[], lexicon: Lexicon): Order[] {
  return words.flatMap((word, at): Order[] => {
    if (word !== 'and' && word !== 'or') return [];
    for (let length = longestOfList; length > 0; length -= 1) {
      const [from, to] = [at - length, at + 1 + length];
      if (from < 0 || to > words.length) continue;
      const [left, right] = [range(from, at), range(at + 1, to)];
      const roles = [left, right].map((side) => side.map((i) => roleOf(words[i] ?? '', lexicon)));
      const [one = [], other = []] = roles;
      // "between a wall and a door": a word before it holds the order fast
      if (/^(?:between|both|either|from)$/.test(words[from - 1] ?? '')) return [];
      // "go and see": what is done first is said first
      if (one.join(' ') !== other.join(' ') || one.includes('verb') || !endsPhrase(words[to])) continue;
      return [[...range(0, from), ...right, at, ...left, ...range(to, words.length)]];
    }
    return [];
  });
}

/** "We had tea and then we went home": two clauses, whichever comes first. */
export function clausesTurned(words: readonly string[]): Order | null {
  const at = words.indexOf('and');
  const start = words[at + 1] === 'then' ? at + 2 : at + 1;
  if (at < 3 || words.length - start < 3) return null;
  const isPair = opensClause(words[0] ?? '') && opensClause(words[start] ?? '');
  const others = words.filter((word, i) => i !== at && conjunctions.has(word));
  if (!isPair || others.length > 0) return null;
  return [...range(start, words.length), ...range(at, start), ...range(0, at)];
}

const loose = /^(?:there|here|today|yesterday|tomorrow|now|together|alone|again)$/;
const particle = /^(?:on|off|up|down|over|through|along|around)$/;
const longestPhrase = 5;
const mostPhrases = 3;
/** So many words make a sentence before its phrases of place, time and manner. */
const fewestBefore = 2;

/** Where a phrase of place, time or manner begins that ends at a place; null where none ends there. */
function phraseStart(words: readonly string[], end: number, lexicon: Lexicon): number | null {
  if (loose.test(words[end - 1] ?? '')) return end - 1;
  for (let from = end - 2; from >= Math.max(fewestBefore, end - longestPhrase); from -= 1) {
    const word = words[from] ?? '';
    if (word === 'as' && opensPhrase(words[from + 1] ?? '')) return from;
    if (auxiliaries.has(word) || subjectPronouns.has(word)) return null;
    if (!prepositions.has(word) && conjunctions.has(word)) return null;
    if (!prepositions.has(word) || word === 'of' || word === 'past') continue;
    // "turn on the light": the little word belongs to its verb
    const verb = lexicon.lemma(words[from - 1] ?? '', 'verb');
    const isOfVerb = particle.test(word) && lexicon.isPhrase(`${verb} ${word}`);
    return word === 'to' || word === 'than' || isOfVerb ? null : from;
  }
  return null;
}

function permuted(parts: readonly (readonly number[])[]): number[][] {
  if (parts.length < 2) return [parts.flat()];
  return parts.flatMap((part, i) => permuted(parts.filter((_, at) => at !== i)).map((rest) => [...part, ...rest]));
}

/** "You read under the blanket with a torch": phrases at the end, in any order. */
export function phrasesMoved(words: readonly string[], lexicon: Lexicon): Order[] {
  const phrases: number[][] = [];
  let end = words.length;
  while (phrases.length < mostPhrases) {
    const from = phraseStart(words, end, lexicon);
    if (from === null || from < fewestBefore) break;
    phrases.unshift(range(from, end));
    end = from;
  }
  if (phrases.length < 2) return [];
  // "a slug is like a snail without a shell": what something is like, and that thing's own
  const isLike = beForms.has(words[end - 1] ?? '') && /^(?:like|without|with|as)$/.test(words[end] ?? '');
  if (isLike || words.slice(end).includes('without')) return [];
  return permuted(phrases).map((order) => [...range(0, end), ...order]);
}

const timely = /^(?:before|after|during|until|since|for)$/;

/** "We climbed a mountain before sunrise": when and how long may be said first. */
export function timeFirst(words: readonly string[], lexicon: Lexicon): Order | null {
  const from = phraseStart(words, words.length, lexicon);
  const isStatement = opensClause(words[0] ?? '') && !words.slice(0, from ?? 0).some((word) => conjunctions.has(word));
  if (from === null || from < fewestBefore + 1 || !timely.test(words[from] ?? '') || !isStatement) return null;
  // "a present for you" is no time
  if (words[from] === 'for' && !isNumber(words[from + 1] ?? '') && !articles.has(words[from + 1] ?? '')) return null;
  return [...range(from, words.length), ...range(0, from)];
}

/** "I also shared my snacks": the word may stand last, and before all where a subject follows. */
export function alsoMoved(words: readonly string[]): Order[] {
  const at = words.indexOf('also');
  if (at < 1 || at === words.length - 1) return [];
  const rest = [...range(0, at), ...range(at + 1, words.length)];
  return [[...rest, at], ...(at === 1 && opensClause(words[0] ?? '') ? [[at, ...rest]] : [])];
}

const mostNamed = 5;

/** "Friday was our deadline", "the tenth of May is my birthday": two names of one thing change places. */
export function namesTurned(words: readonly string[]): Order | null {
  const at = words.findIndex((word) => /^(?:is|was)$/.test(word));
  const rest = words.slice(at + 1);
  const isName = isDefinite(words[0] ?? '') && isDefinite(rest[0] ?? '');
  if (at < 2 || at > mostNamed || !isName || rest.length < 2 || rest.length > mostNamed) return null;
  if (words.some((word) => conjunctions.has(word) || subjectPronouns.has(word))) return null;
  return [...range(at + 1, words.length), at, ...range(0, at)];
}

/** Every order that comes of what may stand in any: whoever builds such a sentence otherwise is right, too. */
export function freeOrders(words: readonly string[], lexicon: Lexicon): Order[] {
  return [
    ...listTurned(words, lexicon),
    clausesTurned(words),
    ...phrasesMoved(words, lexicon),
    timeFirst(words, lexicon),
    ...alsoMoved(words),
    namesTurned(words),
  ].filter((order) => order !== null);
}
