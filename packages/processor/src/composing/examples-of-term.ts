import { foldedWords, type GoodSentence } from '@tulkka/shared/exercises';
import { sameBase } from '../language/inflection.ts';
import { isContent } from '../language/words.ts';
import type { DictionaryEntry, Lexicon } from '../lexicon/index.ts';
import { meaningOf } from './definition.ts';
import { entryOfMeaning } from './entry-of-meaning.ts';
import { findTerm, termWords } from './find-term.ts';
import type { TermMaterial } from './material.ts';
import { partOfSpeechOf } from './parts-of-speech.ts';
import { takesAn } from './word-forms.ts';

type Taught = Pick<TermMaterial, 'term' | 'part_of_speech' | 'definition' | 'quote' | 'doubted'>;

/** What decides whether a sentence may be an example. */
export interface ExampleRules {
  mayBeShown(sentence: GoodSentence): boolean;
  /** Whoever said it can be believed. */
  isTrusted(sentence: GoodSentence): boolean;
  /** A teacher would probably let what was said stand alone. */
  isLikely?(sentence: GoodSentence): boolean;
  /** True where a sentence of the lesson could serve: the dictionary's must then surely be of the same meaning. */
  hasOwn?: boolean;
}

const mostWords = 20;
/** A meaning of fewer words tells too little to stand in a sentence. */
const fewestOfMeaning = 4;
/** Things that are counted one by one; of others nobody says "a". */
const oneThing =
  /^(?:an?|someone|somebody|something|when|what|where|a person)\b|^the\b.*\b(?:who|that|which|where|when|you|people|we)\b/i;
const sentenceOf = /\b(?:is|are|means?)\b/i;

/** The teacher's own sentence about a term, without what a tongue that looks for words leaves in it. */
function asSaid({ quote }: Taught): string | null {
  const text = quote
    .replace(/^(?:(?:so|and|but|ok|okay|well|now|yes|right|exactly|careful|in english),?\s+)+/i, '')
    .replace(/,?\s*\b(?:u+m+|u+h+|e+r+m*)\b,?/gi, '')
    .replace(/,\s*(?:well|like|yes|right|you know|basically|sort of),\s*/gi, ' ')
    .replace(/\b(the|an?|to|of|in|it|you),?\s+\1\b/gi, '$1')
    .trim();
  if (!sentenceOf.test(text) || text.endsWith('?') || /[.?!…] /.test(text)) return null;
  return `${text.charAt(0).toUpperCase()}${text.slice(1).replace(/[.!]*$/, '.')}`;
}

/** "A hangover is …", "To haggle means to …": what the teacher said of a term, as a sentence that stands alone. */
function definingSentence({ term, part_of_speech, definition, quote }: Taught, lexicon: Lexicon): string | null {
  if (definition === null || lexicon.gloss(term) === definition) return null;
  const pos = partOfSpeechOf(part_of_speech, term, lexicon);
  const meaning = definition.replace(/^to /, '').replace(/[.;,:\s]+$/, '');
  const [first = '', ...more] = foldedWords(meaning);
  if (more.length + 1 < fewestOfMeaning) return null;
  if (pos === 'verb') return lexicon.partsOfSpeech(first)[0] === 'verb' ? `To ${term} means to ${meaning}.` : null;
  // "chatty", "columns": no noun, and no single thing
  if (lexicon.partsOfSpeech(term)[0] === 'adjective' || lexicon.lemma(term, 'noun') !== term) return null;
  if (pos !== 'noun' || !oneThing.test(meaning) || /\bare\b/.test(quote)) return null;
  const isCounted = /^(?:an?|someone|somebody)\b/i.test(meaning) || new RegExp(`\\ban? ${term}\\b`, 'i').test(quote);
  const article = takesAn(term) ? 'An' : 'A';
  return isCounted
    ? `${article} ${term} is ${meaning}.`
    : `${term.charAt(0).toUpperCase()}${term.slice(1)} is ${meaning}.`;
}

/** The entry of the meaning that the term's card tells: the example of another meaning would only confuse. */
function entryShown(term: Taught, lexicon: Lexicon): DictionaryEntry | undefined {
  const { pos, definition } = meaningOf({ ...term, examples: [] }, lexicon);
  const words = termWords(term.term).join(' ');
  const [only, ...more] = lexicon.entries(words, pos);
  const meant = definition === null ? undefined : entryOfMeaning({ term: words, pos, definition }, lexicon);
  if (meant !== undefined || more.length > 0) return meant;
  // "Shortlisted!", called a noun: where the dictionary has no such noun, the verb that means the same shows it
  return only ?? (definition === null ? undefined : entryOfMeaning({ term: words, definition }, lexicon));
}

/** Whether two meanings have a word in common that tells something: a bark is what dogs do, or the skin of a tree. */
function sharesMeaning(one: string, other: string | null): boolean {
  const words = foldedWords(one).filter(isContent);
  return foldedWords(other ?? '').some(
    (word) => isContent(word) && words.some((own) => own === word || sameBase(own, word)),
  );
}

/**
 * Examples for a term that no sentence of the lesson shows: what the teacher said of it, the sentence of our dictionary,
 * or the teacher's meaning put into a sentence.
 */
export function spareExamples(
  term: Taught,
  { mayBeShown, isTrusted, isLikely = () => true, hasOwn = false }: ExampleRules,
  lexicon: Lexicon,
): GoodSentence[] {
  const shown = entryShown(term, lexicon);
  const entry =
    shown !== undefined && hasOwn && term.definition !== null && !sharesMeaning(shown.meaning, term.definition)
      ? undefined
      : shown;
  const fits = (text: string | null | undefined): text is string =>
    typeof text === 'string' &&
    foldedWords(text).length <= mostWords &&
    findTerm(text, term.term, lexicon) !== null &&
    mayBeShown({ text, quote: term.quote });
  const said = asSaid(term);
  const asSentence = { text: said ?? '', quote: term.quote };
  const own = said !== null && isTrusted(asSentence) && isLikely(asSentence) ? said : null;
  return [own, entry?.example, definingSentence(term, lexicon)]
    .filter(fits)
    .map((text) => ({ text, quote: term.quote }));
}
