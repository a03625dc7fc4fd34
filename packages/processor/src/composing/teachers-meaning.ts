import { foldedWords } from '@tulkka/shared/exercises';
import { wordsOf } from '../language/tokens.ts';
import { isContent } from '../language/words.ts';
import type { Lexicon } from '../lexicon/index.ts';
import { termWords } from './find-term.ts';
import type { TermMaterial } from './material.ts';

type Explained = Pick<TermMaterial, 'term' | 'definition' | 'quote' | 'examples'>;

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
  return whole.replace(hangingIt, '$1 something').replace(saidOfIt, '$1 something');
}

/** What is said of a word as a word: "a very common mistake", "a bit more formal than do". */
const aboutTheWord =
  /^(?:(?:an?|the|one|it's|is) )?(?:\S+ ){0,2}(?:mistakes?|words?|expressions?|phrases?|verbs?|nouns?|adjectives?|adverbs?|idioms?|collocations?|slang|formal|informal|countable|uncountable|plural|singular|british|american)\b/i;
/** What hangs on the talk before it: "you know that", "another one jot down". */
const pointing =
  /^(?:you know|you (?:need|have|ought) to|you (?:must|should)|another one|this one|that one|these|those|like this|like that)\b/i;
/** A meaning of one bare thing ("the money", "the outside") tells too little. */
const fewestTelling = 2;
const longestMeaning = 20;

/** Whether somebody who did not know the term knows it after these words. */
function tells(meaning: string): boolean {
  const telling = foldedWords(meaning).filter(isContent);
  return (
    !aboutTheWord.test(meaning) &&
    !pointing.test(meaning) &&
    (telling.length >= fewestTelling || !/^the\b/i.test(meaning))
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
export function teachersMeaning({ term, definition, quote, examples }: Explained, lexicon: Lexicon): string | null {
  const words = termWords(term).join(' ');
  // a reader that found no meaning of the teacher's may have brought the general dictionary's, of any form of the word
  const fromDictionary =
    definition !== null &&
    [words, lexicon.lemma(words, 'noun'), lexicon.lemma(words, 'verb'), lexicon.lemma(words)]
      .flatMap((form) => lexicon.senses(form))
      .some((sense) => sense.definition === definition);
  const found = definition === null || fromDictionary ? null : tidied(definition);
  if (found !== null && tells(found)) return found;
  const said = [quote, ...examples.map(({ text }) => text)].map((text) => inSentence(text, term));
  return said.find((meaning) => meaning !== null && tells(meaning)) ?? null;
}
