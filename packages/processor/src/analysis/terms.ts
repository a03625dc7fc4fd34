import { possibleBases } from '../language/inflection.ts';
import { wordsOf } from '../language/tokens.ts';
import { commonWords, determiners, isNumber, lightVerbs, particles, prepositions, subjectPronouns } from '../language/words.ts';
import type { Lexicon, PartOfSpeech } from '../lexicon/types.ts';

/** A term in its dictionary form. */
export interface Term {
  term: string;
  pos: string;
  /** The word that a dictionary would list it under. */
  head: string;
  headPos: PartOfSpeech | null;
}

const placeholders = new Set('something someone somebody anything anyone it them him her yourself oneself sth sb one'.split(' '));
const lead = new Set('to a an the your my his her our their this that so and or but also just be being is are get getting'.split(' '));
const leadAlways = new Set('to a an the your my his her our their this that so and or but also just'.split(' '));
const pairs = new Set('in on at of to with for from about into off out up down'.split(' '));
const edges = new Set('and or but the a an my your his her our their is are was were that which who if so because'.split(' '));

function baseVerb(word: string, lexicon: Lexicon): string {
  return lexicon.lemma(word, 'verb');
}

function isVerb(word: string, lexicon: Lexicon): boolean {
  return lexicon.partsOfSpeech(baseVerb(word, lexicon)).includes('verb');
}

/** Drops "someone" and "something", and the object that only stands for any object. */
function withoutObject(words: string[], lexicon: Lexicon): string[] {
  const kept = words.filter((word) => !placeholders.has(word));
  const [verb = '', ...rest] = kept;
  const base = baseVerb(verb, lexicon);
  let end = 0;
  while (end < rest.length && end < 2 && (particles.has(rest[end] ?? '') || prepositions.has(rest[end] ?? ''))) end += 1;
  const particle = rest.slice(0, end);
  const object = rest.slice(end);
  if (particle.length > 0 && isVerb(verb, lexicon)) return [base, ...particle];
  // "put the meeting off": verb, object, particle
  const last = object.at(-1) ?? '';
  if (object.length >= 2 && particles.has(last) && lexicon.isPhrase(`${base} ${last}`)) return [base, last];
  if (object.length >= 2 && ['a', 'an', 'some'].includes(object[0] ?? '') && isVerb(verb, lexicon)) {
    const whole = [base, ...object].join(' ');
    return lightVerbs.has(base) || lexicon.isPhrase(whole) || lexicon.isPhrase(`${base} ${object.slice(1).join(' ')}`) ? [base, ...object] : [base];
  }
  return isVerb(verb, lexicon) && object.length > 0 ? [base, ...object] : kept;
}

function partOf(words: readonly string[], hint: PartOfSpeech | null, lexicon: Lexicon): { pos: string; headPos: PartOfSpeech | null } {
  const [first = ''] = words;
  if (words.length === 1) {
    const known = lexicon.partsOfSpeech(first);
    const pos = hint !== null && (known.length === 0 || known.includes(hint)) ? hint : (known[0] ?? hint ?? null);
    return { pos: pos ?? 'word', headPos: pos };
  }
  const verbal = hint === 'verb' || (hint === null && lexicon.partsOfSpeech(first)[0] === 'verb');
  if (verbal && words.slice(1).every((word) => particles.has(word) || prepositions.has(word))) return { pos: 'phrasal verb', headPos: 'verb' };
  if (verbal) return { pos: 'collocation', headPos: 'verb' };
  const last = words.at(-1) ?? '';
  if (pairs.has(last) && lexicon.partsOfSpeech(first).includes('adjective')) return { pos: 'adjective', headPos: 'adjective' };
  return lexicon.partsOfSpeech(last).includes('noun') ? { pos: 'noun phrase', headPos: 'noun' } : { pos: 'phrase', headPos: null };
}

function singular(word: string, lexicon: Lexicon): string {
  const lemma = lexicon.lemma(word, 'noun');
  return lexicon.partsOfSpeech(lemma).includes('noun') ? lemma : word;
}

/** Brings a phrase to the form a learner would look up, or null where it is nothing to learn. */
export function toTerm(phrase: string, hint: PartOfSpeech | null, lexicon: Lexicon, people: ReadonlySet<string>): Term | null {
  let words = wordsOf(phrase).filter((word) => word !== '');
  const fixed = /^i(?:'m|'d|'ll| am| would| look)\b/i.test(phrase);
  const verbal = hint === 'verb' || words[0] === 'to';
  const strip = words[0] === 'be' || words[0] === 'to' ? lead : leadAlways;
  while (!fixed && words.length > 1 && strip.has(words[0] ?? '')) words = words.slice(1);
  while (words.length > 1 && edges.has(words.at(-1) ?? '')) words = words.slice(0, -1);
  if (words.length === 0 || words.length > 6) return null;
  if (words.some((word) => people.has(word) || /\d/.test(word) || isNumber(word) && words.length === 1)) return null;
  const first = words[0] ?? '';
  if (!fixed && (subjectPronouns.has(first) || /^(?:i|you|he|she|it|we|they|there|that|what|here)(?:'|$)/.test(first))) return null;
  if (!fixed) {
    const wasBe = /^(?:to )?be /i.test(phrase);
    if (words.length > 1 && (verbal || isVerb(first, lexicon)) && !wasBe && lexicon.partsOfSpeech(first)[0] !== 'adjective') words = withoutObject(words, lexicon);
    else words = words.filter((word) => !placeholders.has(word));
    if (words.length === 1) words = [wasBe ? (words[0] ?? '') : lemmaOf(words[0] ?? '', hint, lexicon)];
    else if (words.length > 1 && hint !== 'verb' && !isVerb(words[0] ?? '', lexicon)) words = [...words.slice(0, -1), singularLast(words.at(-1) ?? '', lexicon)];
  }
  while (words.length > 1 && (determiners.has(words[0] ?? '') || edges.has(words.at(-1) ?? ''))) words = determiners.has(words[0] ?? '') ? words.slice(1) : words.slice(0, -1);
  if (words.length === 0 || words.every((word) => commonWords.has(word) || prepositions.has(word)) && !(words.length > 1 && lexicon.isPhrase(words.join(' ')))) return null;
  if (!words.every((word) => knownWord(word, lexicon))) return null;
  if (words.length === 1 && (words[0] ?? '').length < 3) return null;
  const term = words.join(' ').replace(/^i(?=['’ ])/, 'I');
  const { pos, headPos } = partOf(words, hint, lexicon);
  return { term, pos, head: words.find((word) => !commonWords.has(word)) ?? words[0] ?? '', headPos };
}

function singularLast(word: string, lexicon: Lexicon): string {
  // "salary expectations" is what people say: a compound keeps its plural
  return word.length > 3 && word.endsWith('s') ? word : singular(word, lexicon);
}

function lemmaOf(word: string, hint: PartOfSpeech | null, lexicon: Lexicon): string {
  if (hint !== null && lexicon.partsOfSpeech(lexicon.lemma(word, hint)).includes(hint)) return lexicon.lemma(word, hint);
  const own = lexicon.partsOfSpeech(word);
  // "painful", "bored", "embarrassing" stand for themselves
  if (own[0] === 'adjective' || own[0] === 'adverb' || own[0] === 'noun') return word;
  return lexicon.lemma(word);
}

function knownWord(word: string, lexicon: Lexicon): boolean {
  return lexicon.isWord(word) || word.includes("'") || word.includes('-') || possibleBases(word).some((base) => lexicon.isWord(base));
}
