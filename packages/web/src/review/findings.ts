import type { Schema } from '../api/client.ts';
import type { AnyItem, Draft, Kind } from './draft.ts';
import { wordsOf } from './fields.ts';

/** Something that was found in the lesson and is in no item. */
export interface Finding {
  key: string;
  what: 'word' | 'correction' | 'sentence';
  text: string;
  quote: string;
  /** The item that can be made of it by one key; null where it needs more than was said. */
  becomes: { kind: Kind; item: AnyItem } | null;
}

const folded = (text: string): string =>
  text
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();

/** What of the analysis became no item of the draft. */
export function findingsOf(analysis: Schema<'Analysis'>, draft: Draft): Finding[] {
  const used = folded(draft.items.map(({ item }) => JSON.stringify(item)).join(' '));
  const isUsed = (text: string): boolean => used.includes(folded(text));
  const words = analysis.vocabulary
    .filter(({ term }) => !isUsed(term))
    .map(
      (one): Finding => ({
        key: `word ${one.term}`,
        what: 'word',
        text: one.definition === null ? one.term : `${one.term}: ${one.definition}`,
        quote: one.quote,
        becomes: one.definition === null ? null : { kind: 'flashcards', item: cardOf(one, one.definition) },
      }),
    );
  const corrections = analysis.corrections
    .filter(({ right }) => !isUsed(right))
    .map(
      (one): Finding => ({
        key: `correction ${one.wrong}`,
        what: 'correction',
        text: `${one.wrong} → ${one.right}`,
        quote: one.quote,
        becomes: wholeSentence(one.quote, one.right),
      }),
    );
  const sentences = analysis.sentences
    .filter(({ text }) => !isUsed(text))
    .map(
      (one): Finding => ({
        key: `sentence ${one.text}`,
        what: 'sentence',
        text: one.text,
        quote: one.quote,
        becomes: wholeSentence(one.text, one.text, one.quote),
      }),
    );
  return [...words, ...corrections, ...sentences];
}

/** A sentence to build of what was said, where that is a whole sentence and holds what it is about. */
function wholeSentence(text: string, about: string, quote = text): Finding['becomes'] {
  const whole = /^[\p{Lu}"“].*[.!?…]["”]?$/u.test(text.trim()) && !/[.!?]\s/.test(text.trim());
  if (!whole || !folded(text).includes(folded(about))) return null;
  return { kind: 'sentence_builder', item: sentenceOf(text.trim(), quote) };
}

const cardOf = (term: Schema<'TaughtTerm'>, definition: string): Schema<'Flashcard'> => ({
  word: term.term,
  translation: null,
  definition,
  part_of_speech: term.part_of_speech,
  example_sentence: term.quote,
  difficulty: 'medium',
  source_quote: term.quote,
});

function sentenceOf(text: string, quote: string): Schema<'SentenceBuilder'> {
  const tokens = wordsOf(text);
  return {
    english_sentence: text,
    translation: null,
    sentence_tokens: tokens,
    accepted_sequences: [tokens],
    distractors: [],
    hint: `${tokens.length} words.`,
    difficulty: 'medium',
    source_quote: quote,
  };
}
