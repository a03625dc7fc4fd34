import { possibleBases } from '../../language/inflection.ts';
import { wordsOf } from '../../language/tokens.ts';
import {
  commonWords,
  determiners,
  isNumber,
  lightVerbs,
  longestWord,
  particles,
  prepositions,
  subjectPronouns,
} from '../../language/words.ts';
import type { Lexicon, PartOfSpeech } from '../../lexicon/types.ts';

/** A term in its dictionary form. */
export interface Term {
  term: string;
  pos: string;
  /** The word that a dictionary would list it under. */
  head: string;
  headPos: PartOfSpeech | null;
}

/** What stands for any object. */
export const placeholders = new Set(
  'something someone somebody anything anyone it them him her yourself oneself sth sb one'.split(' '),
);

const lead = new Set(
  'to a an the your my his her our their this that so and or but also just careful remember be being is are get getting'.split(
    ' ',
  ),
);

const leadAlways = new Set(
  'it to a an the your my his her our their this that so and or but also just careful remember'.split(' '),
);

const pairs = new Set('in on at of to with for from about into off out up down'.split(' '));

const edges = new Set(
  'and or but the a an my your his her our their is are was were that which who if so because'.split(' '),
);

/** The base of a word as a verb. */
export function baseVerb(word: string, lexicon: Lexicon): string {
  return lexicon.lemma(word, 'verb');
}

function isVerb(word: string, lexicon: Lexicon): boolean {
  return lexicon.partsOfSpeech(baseVerb(word, lexicon)).includes('verb');
}

/** Drops "someone" and "something", and the object that only stands for any object. */
function withoutObject(words: string[], lexicon: Lexicon): string[] {
  const kept = words.filter((word) => !placeholders.has(word));
  // "meet somebody halfway", "hold somebody to something": without its person it says something else
  const place = words.findIndex((word, i) => i > 0 && placeholders.has(word));
  const after = words[place + 1] ?? '';
  if (place === 1 && words.length === 3 && !particles.has(after) && !prepositions.has(after))
    return [baseVerb(words[0] ?? '', lexicon), anyObject(words[1] ?? ''), after];
  const [verb = '', ...rest] = kept;
  const base = baseVerb(verb, lexicon);
  let end = 0;
  while (end < rest.length && end < 2 && (particles.has(rest[end] ?? '') || prepositions.has(rest[end] ?? '')))
    end += 1;
  const particle = rest.slice(0, end);
  const object = rest.slice(end);
  const whole = [base, ...rest].join(' ');
  // "beg to differ", "sit on the fence": one piece, and not a verb with what it happens to act on
  if (particle.at(-1) === 'to' && isVerb(object[0] ?? '', lexicon) && baseVerb(object[0] ?? '', lexicon) === object[0])
    return [base, ...rest];
  if (object.length > 0 && (lexicon.isPhrase(whole) || lexicon.entries(whole).length > 0)) return [base, ...rest];
  if (particle.length > 0 && isVerb(verb, lexicon)) return [base, ...particle];
  // "put the meeting off": verb, object, particle
  const last = object.at(-1) ?? '';
  if (object.length >= 2 && particles.has(last) && lexicon.isPhrase(`${base} ${last}`)) return [base, last];
  if (object.length >= 2 && ['a', 'an', 'some'].includes(object[0] ?? '') && isVerb(verb, lexicon)) {
    return lightVerbs.has(base) || lexicon.isPhrase(whole) || lexicon.isPhrase(`${base} ${object.slice(1).join(' ')}`)
      ? [base, ...object]
      : [base];
  }
  return isVerb(verb, lexicon) && object.length > 0 ? [base, ...object] : kept;
}

/** What a row of words is, and as what a dictionary lists it. */
export function partOf(
  words: readonly string[],
  hint: PartOfSpeech | null,
  lexicon: Lexicon,
): { pos: string; headPos: PartOfSpeech | null } {
  const [first = ''] = words;
  if (words.length === 1) {
    const known = lexicon.partsOfSpeech(first);
    const pos = hint !== null && (known.length === 0 || known.includes(hint)) ? hint : (known[0] ?? hint ?? null);
    return { pos: pos ?? 'word', headPos: pos };
  }
  const [listed] = lexicon.partsOfSpeech(words.join(' '));
  const verbal = hint === 'verb' || listed === 'verb' || (hint === null && lexicon.partsOfSpeech(first)[0] === 'verb');
  if (verbal && words.slice(1).every((word) => particles.has(word) || prepositions.has(word)))
    return { pos: 'phrasal verb', headPos: 'verb' };
  if (verbal) return { pos: 'collocation', headPos: 'verb' };
  const last = words.at(-1) ?? '';
  if (pairs.has(last) && lexicon.partsOfSpeech(first).includes('adjective'))
    return { pos: 'adjective', headPos: 'adjective' };
  return lexicon.partsOfSpeech(last).includes('noun')
    ? { pos: 'noun phrase', headPos: 'noun' }
    : { pos: 'phrase', headPos: null };
}

function singular(word: string, lexicon: Lexicon): string {
  const lemma = lexicon.lemma(word, 'noun');
  return lexicon.partsOfSpeech(lemma).includes('noun') ? lemma : word;
}

const strange = new Set(
  'if when what who why how where which because myself yourself himself herself itself ourselves themselves nope yep yeah okay ha haha ooh wow monday tuesday wednesday thursday friday saturday sunday january february march april june july august september october november december'.split(
    ' ',
  ),
);

/** Whether a row of words could be a term at all rather than a piece of a clause. */
function couldBeTerm(words: readonly string[], people: ReadonlySet<string>): boolean {
  if (words.length === 0 || words.length > 5) return false;
  return !words.some(
    (word, i) =>
      word.length > longestWord ||
      people.has(word) ||
      /\d/.test(word) ||
      isNumber(word) ||
      strange.has(word) ||
      (word.length === 1 && word !== 'a') ||
      subjectPronouns.has(word) ||
      /^(?:i|you|he|she|it|we|they|there|that|this|what|here|let)'/.test(word) ||
      /^\p{L}(?:-\p{L})+$/u.test(word) ||
      /n't$/.test(word) ||
      (i > 0 && /^(?:no|not|is|are|was|were|am|has|means)$/.test(word)),
  );
}

/** The words without everything before the words themselves: "in English", "to", "a", "your". */
export function stripped(phrase: string): { words: string[]; wasBe: boolean; verbal: boolean } {
  const plain = phrase
    .toLowerCase()
    .replace(/^in (?:british |american )?english,? /, '')
    .replace(
      /,? (?:by the way|for the record(?:ing)?|for example|for instance|in (?:british |american )?english)$/,
      '',
    );
  let words = wordsOf(plain);
  const verbal = words[0] === 'to';
  const strip = words[0] === 'be' || words[0] === 'to' ? lead : leadAlways;
  while (words.length > 1 && strip.has(words[0] ?? '')) words = words.slice(1);
  while (words.length > 1 && (edges.has(words.at(-1) ?? '') || isNumber(words.at(-1) ?? '')))
    words = words.slice(0, -1);
  return { words, wasBe: /^(?:to )?be /.test(plain), verbal };
}

function shaped(phrase: string, hint: PartOfSpeech | null, lexicon: Lexicon): string[] {
  const { words, wasBe, verbal } = stripped(phrase);
  const [first = ''] = words;
  const based = [baseVerb(first, lexicon), ...words.slice(1)];
  if (
    words.length > 1 &&
    !wasBe &&
    based[0] !== first &&
    (lexicon.partsOfSpeech(based.join(' '))[0] === 'verb' || particles.has(words[1] ?? ''))
  )
    return based;
  if (words.length > 1 && hint !== 'verb' && !verbal && lexicon.isPhrase(words.join(' '))) return words;
  const asVerb =
    words.length > 1 &&
    (verbal || hint === 'verb' || (hint !== 'noun' && isVerb(first, lexicon))) &&
    !wasBe &&
    lexicon.partsOfSpeech(first)[0] !== 'adjective';
  const kept = asVerb ? withoutObject(words, lexicon) : words.filter((word) => !placeholders.has(word));
  if (kept.length === 1) return [wasBe ? (kept[0] ?? '') : lemmaOf(kept[0] ?? '', hint, lexicon)];
  return kept.length > 1 && hint !== 'verb' && !isVerb(kept[0] ?? '', lexicon)
    ? [...kept.slice(0, -1), singularLast(kept.at(-1) ?? '', lexicon)]
    : kept;
}

/** Whether a dictionary, the general or the one for learners, lists the words as one term, the first in any form. */
export function isListedPhrase(row: string, lexicon: Lexicon): boolean {
  const [first = '', ...rest] = row.split(' ');
  if (rest.length === 0) return false;
  return [row, [baseVerb(first, lexicon), ...rest].join(' ')].some(
    (form) => lexicon.isPhrase(form) || lexicon.entries(form).some(({ term }) => term.includes(' ')),
  );
}

/** "Somebody" for a person, "something" for a thing. */
export const anyObject = (word: string): string =>
  /^(?:something|anything|it|sth)$/.test(word) ? 'something' : /self$/.test(word) ? word : 'somebody';

/** A word that looks like one, though no dictionary of ours lists it: "greenwashing". */
export const looksLikeWord = (word: string): boolean =>
  /^[a-z]{3,}(?:-[a-z]{2,})*$/.test(word) && /[aeiouy]/.test(word);

/**
 * Brings a phrase to the form a learner would look up, or null where it is nothing to learn. `fixed` keeps "I'm afraid" as
 * it is; what the teacher `defined` is a word whether or not a dictionary knows it.
 */
export function toTerm(
  phrase: string,
  hint: PartOfSpeech | null,
  lexicon: Lexicon,
  people: ReadonlySet<string>,
  { fixed = false, defined = false }: { fixed?: boolean; defined?: boolean } = {},
): Term | null {
  if (fixed && /^i(?:'m|'d|'ll| am| would) [\p{L}]+(?: [\p{L}]+)?$/iu.test(phrase)) {
    return { term: `I${phrase.slice(1)}`, pos: 'phrase', head: wordsOf(phrase).at(-1) ?? '', headPos: null };
  }
  let words = shaped(phrase.replace(/^let(?:'s| me| us) /i, ''), hint, lexicon);
  while (words.length > 1 && (determiners.has(words[0] ?? '') || edges.has(words.at(-1) ?? '')))
    words = determiners.has(words[0] ?? '') ? words.slice(1) : words.slice(0, -1);
  if (!couldBeTerm(words, people)) return null;
  const whole = words.join(' ');
  const [verb = '', particle = ''] = words;
  const listed =
    words.length > 1 &&
    (isListedPhrase(whole, lexicon) ||
      (words.length === 3 && prepositions.has(words[2] ?? '') && lexicon.isPhrase(`${verb} ${particle}`)));
  if (words.every((word) => commonWords.has(word) || prepositions.has(word)) && !listed) return null;
  if (
    words.length > 1 &&
    !listed &&
    (particles.has(words[0] ?? '') || prepositions.has(words[0] ?? '')) &&
    words.length < 3 &&
    !['on', 'in', 'at', 'by'].includes(words[0] ?? '')
  )
    return null;
  const isWord = (word: string): boolean => knownWord(word, lexicon) || (defined && looksLikeWord(word));
  if (!words.every(isWord)) return null;
  const isEntry = isListed(whole, lexicon) || (defined && looksLikeWord(whole));
  if (words.length === 1 && (whole.length < 3 || !isEntry)) return null;
  const { pos, headPos } = partOf(words, hint, lexicon);
  return { term: whole, pos, head: words.find((word) => !commonWords.has(word)) ?? words[0] ?? '', headPos };
}

/** Two words written as one that no dictionary lists yet: workaround, onboarding. */
function isCompound(word: string, lexicon: Lexicon): boolean {
  for (let i = 4; i <= word.length - 4; i += 1) {
    const [a, b] = [word.slice(0, i), word.slice(i)];
    const known =
      lexicon.isWord(a) && lexicon.isWord(b) && lexicon.frequencyBand(a) <= 3 && lexicon.frequencyBand(b) <= 3;
    if (known) return true;
  }
  return false;
}

/** Whether a dictionary gives the word, or the word it is a form of, any part of speech. */
function isListed(word: string, lexicon: Lexicon): boolean {
  return (
    word.includes('-') ||
    isCompound(word, lexicon) ||
    [word, lexicon.lemma(word), lexicon.lemma(word, 'verb')].some((form) => lexicon.partsOfSpeech(form).length > 0)
  );
}

function singularLast(word: string, lexicon: Lexicon): string {
  // "salary expectations" is what people say: a compound keeps its plural
  return word.length > 3 && word.endsWith('s') ? word : singular(word, lexicon);
}

function lemmaOf(word: string, hint: PartOfSpeech | null, lexicon: Lexicon): string {
  // customs, clothes: plurals with a meaning of their own
  if (hint === 'noun' && lexicon.partsOfSpeech(word).includes('noun')) return word;
  if (hint !== null && lexicon.partsOfSpeech(lexicon.lemma(word, hint)).includes(hint))
    return lexicon.lemma(word, hint);
  const own = lexicon.partsOfSpeech(word);
  // "painful", "bored", "embarrassing" stand for themselves
  if (own[0] === 'adjective' || own[0] === 'adverb' || own[0] === 'noun') return word;
  return lexicon.lemma(word);
}

/** Whether a dictionary, a spelling list or its parts know the word. */
export function knownWord(word: string, lexicon: Lexicon): boolean {
  if (word.includes('-'))
    return lexicon.isWord(word) || word.split('-').every((part) => part.length > 1 && lexicon.isWord(part));
  return (
    lexicon.isWord(word) ||
    word.includes("'") ||
    possibleBases(word).some((base) => lexicon.isWord(base)) ||
    isCompound(word, lexicon) ||
    isListed(word, lexicon)
  );
}
