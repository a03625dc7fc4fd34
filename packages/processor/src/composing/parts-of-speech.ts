import type { Lexicon, PartOfSpeech } from '../lexicon/index.ts';
import { termWords } from './find-term.ts';

/** Whether what a term is called says which part of speech it is: "word" does not. */
export const namesPart = (label: string): boolean => /verb|adjective|participle|noun/i.test(label);

/** The dictionary's part of speech behind what a teacher or a model calls a term: "phrasal verb", "noun phrase", "adjective (+ on)". */
export function partOfSpeechOf(label: string, term: string, lexicon: Lexicon): PartOfSpeech {
  const name = label.toLowerCase();
  if (/verb/.test(name) && !/adverb/.test(name)) return 'verb';
  if (/adverb/.test(name)) return 'adverb';
  if (/adjective|participle/.test(name)) return 'adjective';
  if (/noun/.test(name)) return 'noun';
  const [first = ''] = termWords(term);
  return (
    lexicon.partsOfSpeech(termWords(term).join(' '))[0] ??
    (lexicon.partsOfSpeech(first)[0] === 'verb' ? 'verb' : 'noun')
  );
}
