import { foldedWords } from '@tulkka/shared/exercises';
import { wordsOf } from '../language/tokens.ts';
import { isContent } from '../language/words.ts';
import type { Lexicon } from '../lexicon/index.ts';
import { termWords } from './find-term.ts';
import type { TermMaterial } from './material.ts';

type Explained = Pick<TermMaterial, 'term' | 'definition' | 'quote' | 'examples' | 'doubted'> & {
  part_of_speech?: string;
};

/** "To jot something down is to write it quickly": on a card nothing stands before the meaning that "it" could be. */
const hangingIt =
  /^((?:to )?(?!is\b|it\b|was\b|when\b|if\b)\p{L}+(?: (?:of|about|out|up|down|for|to|with|on|in|into))?) it\b/iu;

/** "To say officially that it isn't allowed": neither does it stand there. */
const saidOfIt = /^((?:to )?(?:say|tell somebody|announce|decide)\b[^,]*? that) it\b/iu;

/** A spoken definition without what speech hangs on to it: "reserve, of course", "break easily, right?". */
function tidied(definition: string): string {
  const short = definition
    .replace(/(?:,\s*right|,?\s+(?:of course|okay|ok|you know|so|for example|for instance))\b[^,]*[?.]?$/i, '')
    .replace(/,\s+so\s.*$/i, '')
    .replace(/,? (?:and|but) (?:we|you|people) (?:also )?(?:use|say|call)\b.*$/i, '');
  const whole = wordsOf(short).length > 0 ? short : definition;
  return whole
    .replace(hangingIt, '$1 something')
    .replace(saidOfIt, '$1 something')
    .replace(hangingPerson, '$1 somebody')
    .replace(saidToYou, '');
}

/** "It's quite expensive", "they go up fast": what was said of something, as the meaning of an adjective or a verb. */
function ofItsKind(meaning: string, partOfSpeech: string | undefined): string | null {
  if (partOfSpeech === 'noun') return /^(?:you|we|they) (?!can|could|may)\p{L}+/iu.test(meaning) ? null : meaning;
  if (partOfSpeech === 'verb')
    return meaning.replace(/^(?:they|you|we) (?=\p{Ll}{2,}\b)(?!are|were|have|had|can|will)/iu, '');
  if (partOfSpeech !== 'adjective') return meaning;
  return meaning
    .replace(/^(?:it|he|she|that) (?:isn't|is not) |^(?:it's|he's|she's) not /i, 'not ')
    .replace(/^(?:it's|he's|she's|they're|it is|he is|she is) /i, '')
    .replace(/, (?:it|he|she) isn't /gi, ', not ')
    .replace(/^it (?=\p{L})/iu, 'that ')
    .replace(/^(?:he|she|they) (?=\p{L})/iu, 'who ');
}

/** What is said of a word as a word: "a very common mistake", "a bit more formal than do". */
const aboutTheWord =
  /^(?:(?:an?|the|one|it's|is) )?(?:\S+ ){0,2}(?:mistakes?|words?|expressions?|phrases?|verbs?|nouns?|adjectives?|adverbs?|idioms?|false friends?|collocations?|slang|formal|informal|countable|uncountable|plural|singular|british|american)\b/i;
/** What hangs on the talk before it: "you know that", "another one jot down". */
const pointing =
  /^(?:you know|you (?:need|have|ought) to|you (?:must|should)|another one|this one|that one|these|those|like this|like that)\b/i;
/** "Take care of them", "when it hurts him": on a card nobody stands before "them". */
const hangingPerson = /\b(of|for|to|with|after|about|at|help|like|see|meet|tell) (?:them|him|her)(?=[.,]|$)/i;
/** "You're sleepy": said to one who has it; the card says how somebody is. */
const saidToYou = /^(?:you're|you are)\s+(?=\p{Ll})/iu;
/** "For when you've been waiting", "exciting and you are excited": a piece of a sentence, no meaning. */
const cutPiece = /^a bit like\b|^for (?:when|if)\b|^\S+ and (?:you|they|we|it|he|she) (?:are|is)\b/i;
/** "All right for a temple", "more with nothing in between": what somebody thinks of it, and what hangs on another word. */
const remark =
  /^(?:(?:all )?right|fine|good|great|perfect|ok(?:ay)?|useful|enough) for\b|^(?:more|less) (?:with|of|like|about)\b/i;

/** A meaning of one bare thing ("the money", "the outside") tells too little. */
const fewestTelling = 2;
/** "The outside of a fruit" tells, though it holds one word that is not everywhere. */
const fewestWords = 5;
const longestMeaning = 20;

/** Whether somebody who did not know the term knows it after these words. */
function tells(meaning: string): boolean {
  const telling = foldedWords(meaning).filter(isContent);
  return (
    !aboutTheWord.test(meaning) &&
    !pointing.test(meaning) &&
    !cutPiece.test(meaning) &&
    !remark.test(meaning) &&
    (telling.length >= fewestTelling || !/^(?:the|how)\b/i.test(meaning) || wordsOf(meaning).length >= fewestWords)
  );
}

/** "The lobby is the big room at the entrance.": the meaning in a sentence that begins with the term. */
function inSentence(text: string, term: string): string | null {
  const words = termWords(term).map((word) => word.replace(/[^\p{L}\p{N}' -]/gu, ''));
  const said = new RegExp(
    `^(?:(?:so|and|well|okay|yes),? )?(?:an?|the)? ?${words.join(' ')}(?:'s| is| are| means) ((?:an?|the|when|somebody|someone|something|where) [^?!;]+?)[.,]?$`,
    'iu',
  ).exec(text.trim());
  const meaning = said?.[1]?.split(/, (?:for example|so|and|but)\b/i)[0] ?? null;
  return meaning === null || wordsOf(meaning).length > longestMeaning ? null : meaning;
}

/** The teacher's own meaning of a term, as the reader found it or as a sentence tells it; null where neither tells enough. */
export function teachersMeaning(
  { term, definition, quote, examples, part_of_speech, doubted }: Explained,
  lexicon: Lexicon,
): string | null {
  if (doubted !== undefined) return null;
  const words = termWords(term).join(' ');
  // a reader that found no meaning of the teacher's may have brought the general dictionary's, of any form of the word
  const fromDictionary =
    definition !== null &&
    [words, lexicon.lemma(words, 'noun'), lexicon.lemma(words, 'verb'), lexicon.lemma(words)]
      .flatMap((form) => lexicon.senses(form))
      .some((sense) => sense.definition === definition);
  const found = definition === null || fromDictionary ? null : ofItsKind(tidied(definition), part_of_speech);
  // "to claim, to allege, to maintain": words to choose from, and the term is one of them
  const isAmong = (meaning: string): boolean =>
    !words.includes(' ') && wordsOf(meaning).some((word) => word === words) && /^to \p{L}+, to\b/iu.test(meaning);
  if (found !== null && tells(found) && !isAmong(found)) return found;
  const said = [quote, ...examples.map(({ text }) => text)].map((text) => inSentence(text, term));
  return said.find((meaning) => meaning !== null && tells(meaning)) ?? null;
}
