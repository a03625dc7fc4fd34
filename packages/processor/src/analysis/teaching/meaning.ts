import { determiners, isContent, prepositions, subjectPronouns } from '../../language/words.ts';
import type { Lexicon } from '../../lexicon/types.ts';
import { isBreak, type Spoken, written } from './spoken.ts';

/** How a meaning begins: with what one does, in a clause, with a kind of thing and what is special of it, or in other words. */
export type MeaningKind = 'action' | 'clause' | 'thing' | 'words';

/** What a term means, as it was said. */
export interface SaidMeaning {
  definition: string;
  kind: MeaningKind;
  /** The place of the word after it. */
  end: number;
}

const longest = 24;

const anybody = new Set('you we people somebody someone something things it they one everybody everyone'.split(' '));
const anything = new Set('something someone somebody anything anyone people things everything everywhere'.split(' '));
const clauseOpeners = new Set('when where what how why who if'.split(' '));
/** What ties a kind of thing to what is special of it. */
const binders = new Set('that who which where when whose you we somebody someone people'.split(' '));
/** Who says these tells of one day or of a person, not what a word means. */
const tellsOfOneself = /\b(?:do this|like this|I|my|me|mine|yesterday|tomorrow|tonight|he|she|him|his|her)\b/i;
const aboutLanguage =
  /^(?:(?:an?|the|also|already|always|both) )*(?:\p{L}+ )?(?:(?:noun|verb|adjective|adverb|preposition|plural|singular|countable|uncountable|past|present)s?\b|(?:sentence|question|mistake|word|phrase|expression|idiom|collocation)s?\b(?! (?:that|which|who|in|for|of|used)\b))/iu;
/** With these a teacher leaves a meaning. */
const leaving = new Set('okay ok anyway alright wow yeah'.split(' '));
const leavingPair =
  /^(?:for example|for instance|of course|you know|isn't it|aren't they|is it|just so|can you|do you|could you|have you|did you|what do|how do|what about|and so|yes and)$/;
const leavingAfterComma = /^(?:like|not|right|yes|or something|basically|which|so|but|isn't|aren't|also|then|okay)\b/;
/** A clause that ends so goes on. */
const unfinished =
  /^(?:the|an?|to|of|and|or|but|that|is|are|because|like|'s|'re|your|who|which|with|for|in|at|so|when|where|if)$/;
/** What is left at its end where it was cut off. */
const hanging = /^(?:the|an?|and|or|but|is|are|because|like|'s|'re|who|which|so|of)$/;

const isVerb = (word: string, lexicon: Lexicon): boolean => lexicon.partsOfSpeech(word).includes('verb');

const isBinder = (word: string): boolean =>
  binders.has(word) ||
  prepositions.has(word) ||
  /^(?:to|made|used|called|done|said)$/.test(word) ||
  /\p{L}{3}ing$/u.test(word);

/** "When you …", "where the …", "when kids say …". */
function opensClause([opener = '', subject = '', verb = '']: readonly string[], lexicon: Lexicon): boolean {
  if (anybody.has(subject.split("'")[0] ?? '') || determiners.has(subject)) return true;
  const [part] = lexicon.partsOfSpeech(lexicon.lemma(subject, 'noun'));
  return (
    /^(?:when|where)$/.test(opener) &&
    part === 'noun' &&
    !prepositions.has(verb) &&
    isVerb(lexicon.lemma(verb, 'verb'), lexicon)
  );
}

/** How a meaning of these words is told. */
function kindOf(words: readonly string[], lexicon: Lexicon): MeaningKind | null {
  const [first = '', second = '', third = ''] = words;
  if (first === 'to') return isVerb(second, lexicon) || isVerb(third, lexicon) ? 'action' : null;
  if (clauseOpeners.has(first)) return opensClause(words, lexicon) ? 'clause' : 'words';
  if (/^(?:people|things)$/.test(first)) return /^(?:who|that|which|you|we|with|in)$/.test(second) ? 'thing' : 'words';
  if (anything.has(first)) return second === "'s" || second === 'is' ? 'words' : 'thing';
  if (/^(?:an?|the)$/.test(first) && !isContent(second) && !prepositions.has(second)) return 'words';
  if (/^(?:an?|the|any|all|one|two|both|every)$/.test(first))
    return words.slice(1).some(isBinder) && words.length > 3 ? 'thing' : 'words';
  // "cheap clothing that's made quickly", "money you get back"
  const bound = words.findIndex((word) => binders.has(word));
  const noun = words[bound - 1] ?? '';
  const named = bound > 0 && words.slice(0, bound).every((word) => isContent(word) || word === 'and' || word === ',');
  return named && isContent(noun) && lexicon.partsOfSpeech(lexicon.lemma(noun, 'noun')).includes('noun')
    ? 'thing'
    : 'words';
}

/** "…and a landfill is a place": the next meaning begins. */
function opensAnother(spoken: readonly Spoken[], at: number): boolean {
  const opened = /^(?:an?|the|to)$/.test(spoken[at]?.lower ?? '');
  return spoken.slice(at + 1, at + 5).some(({ lower }, i) => {
    const isSame = !spoken.slice(at + 1, at + i + 2).some(isBreak);
    if (!isSame || !/^(?:is|means|are)$/.test(lower)) return false;
    return opened || /^(?:an?|the|to|when|what|where|something|somebody)$/.test(spoken[at + i + 2]?.lower ?? '');
  });
}

/** Whether the teacher leaves the meaning before this word. */
function leavesAt(spoken: readonly Spoken[], from: number, at: number): boolean {
  const [word, next, third] = spoken.slice(at, at + 3);
  if (word === undefined || isBreak(word)) return true;
  const { lower, mark, isHesitant } = word;
  const following = next === undefined || isBreak(next) ? '' : next.lower;
  const pair = `${lower} ${following}`.trim();
  const comma = mark.includes(',') && !isHesitant;
  if (leaving.has(lower) || leavingPair.test(pair)) return true;
  if (pair === 'by the') return third?.lower === 'way';
  if (comma && leavingAfterComma.test(pair) && (lower !== 'not' || subjectPronouns.has(following))) return true;
  if (/^(?:so|but)$/.test(lower))
    return subjectPronouns.has(following) || next?.isGlued === true || third?.isGlued === true;
  if (lower === 'and')
    return (
      opensAnother(spoken, at + 1) ||
      (/^(?:we|you|people)$/.test(following) && /^(?:use|say|call|also|can)$/.test(third?.lower ?? ''))
    );
  if (
    /^(?:is|means)$/.test(following) &&
    at - from > 1 &&
    /^(?:an?|the|to|when|what|where|something|somebody)$/.test(third?.lower ?? '')
  )
    return true;
  // without marks the reader's guess at a new sentence is believed where what stands before is whole
  return (
    at - from >= 4 &&
    word.sentence !== spoken[at - 1]?.sentence &&
    !unfinished.test(spoken[at - 1]?.lower ?? '') &&
    !/^(?:and|or|well|good|to|with|for)$/.test(lower)
  );
}

/** The meaning that begins at a word; null where nothing that could be one stands there. */
export function meaningAt(
  spoken: readonly Spoken[],
  from: number,
  lexicon: Lexicon,
  { mayTellOfOneself = false }: { mayTellOfOneself?: boolean } = {},
): SaidMeaning | null {
  if (spoken[from] === undefined) return null;
  let end = from + 1;
  while (end < from + longest && !leavesAt(spoken, from, end)) end += 1;
  while (end > from && hanging.test(spoken[end - 1]?.lower ?? '')) end -= 1;
  // cut off in the middle, it tells nothing
  if (end <= from || end - from >= longest) return null;
  const words = spoken.slice(from, end).map(({ lower }) => lower);
  const kind = kindOf(words, lexicon);
  const definition = written(spoken, from, end).replace(/^\p{Lu}(?=\p{Ll})/u, (letter) => letter.toLowerCase());
  return kind === null || (!mayTellOfOneself && tellsOfOneself.test(definition)) || aboutLanguage.test(definition)
    ? null
    : { definition, kind, end };
}
