import { foldedWords } from '@tulkka/shared/exercises';
import { wordsOf } from '../language/tokens.ts';
import { determiners, isContent } from '../language/words.ts';
import type { Lexicon, PartOfSpeech, Sense } from '../lexicon/index.ts';
import { findTerm, termWords } from './find-term.ts';
import type { TermMaterial } from './material.ts';
import { partOfSpeechOf } from './parts-of-speech.ts';

/** What a term means in the lesson, and as which part of speech. */
export interface Meaning {
  pos: PartOfSpeech;
  definition: string | null;
}

function contentLemmas(text: string, lexicon: Lexicon): string[] {
  return foldedWords(text)
    .filter(isContent)
    .map((word) => lexicon.lemma(word));
}

/** Between "the" and a noun a word describes: "the current budget". */
function describes(term: TermMaterial, lexicon: Lexicon): boolean {
  return term.examples.some(({ text }) => {
    const place = findTerm(text, term.term, lexicon);
    if (place === null || place.from !== place.to) return false;
    const before = place.tokens[place.from - 1]?.lower ?? '';
    const after = place.tokens[place.to + 1]?.lower ?? '';
    return (
      determiners.has(before) &&
      isContent(after) &&
      lexicon.partsOfSpeech(lexicon.lemma(after, 'noun'))[0] === 'noun' &&
      lexicon.partsOfSpeech(after)[0] !== 'verb'
    );
  });
}

/** The sense whose words the lesson uses most; among equals the most usual one. */
function fittingSense(
  senses: readonly Sense[],
  said: ReadonlySet<string>,
  term: string,
  lexicon: Lexicon,
): Sense | undefined {
  let best: { sense: Sense; score: number } | undefined;
  // a definition that needs the word itself explains nothing
  const telling = senses.filter((sense) => !contentLemmas(sense.definition, lexicon).includes(term));
  (telling.length > 0 ? telling : senses).forEach((sense, rank) => {
    const own = new Set(contentLemmas(`${sense.definition} ${sense.examples}`, lexicon));
    own.delete(term);
    // "salty" is first of all what has to do with salt, whatever the order of the senses
    const kin = [...own].some((word) => word.length > 3 && word !== term && term.startsWith(word)) ? 1.5 : 0;
    const score = [...own].filter((word) => said.has(word)).length + kin - rank * 0.75;
    if (best === undefined || score > best.score) best = { sense, score };
  });
  return best?.sense;
}

/** A spoken definition without what speech hangs on to it: "reserve, of course", "break easily, right?". */
function tidied(definition: string): string {
  const short = definition
    .replace(/,?\s+(?:of course|right|okay|ok|you know|so|for example|for instance)\b[^,]*[?.]?$/i, '')
    .replace(/,\s+so\s.*$/i, '');
  return wordsOf(short).length > 0 ? short : definition;
}

/** The teacher's own words for a term, else the dictionary's sense that suits the sentences it was used in. */
export function meaningOf(term: TermMaterial, lexicon: Lexicon): Meaning {
  const words = termWords(term.term).join(' ');
  const named = partOfSpeechOf(term.part_of_speech, term.term, lexicon);
  const pos =
    named === 'noun' &&
    !words.includes(' ') &&
    lexicon.partsOfSpeech(words).includes('adjective') &&
    describes(term, lexicon)
      ? 'adjective'
      : named;
  const fromDictionary =
    term.definition !== null && lexicon.senses(words).some((sense) => sense.definition === term.definition);
  if (term.definition !== null && !fromDictionary) return { pos, definition: tidied(term.definition) };
  const lemma = lexicon.lemma(words, pos);
  const said = new Set(
    [term.quote, ...term.examples.map((example) => example.text)].flatMap((text) => contentLemmas(text, lexicon)),
  );
  const sense =
    fittingSense(lexicon.senses(lemma, pos), said, lemma, lexicon) ??
    fittingSense(lexicon.senses(words), said, lemma, lexicon);
  return { pos, definition: sense?.definition ?? term.definition };
}
