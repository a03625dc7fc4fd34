import { foldedWords } from '@tulkka/shared/exercises';
import { isContent } from '../language/words.ts';
import type { DictionaryEntry, Lexicon, PartOfSpeech } from '../lexicon/index.ts';
import { pluralOf } from './word-forms.ts';

function contentLemmas(text: string, lexicon: Lexicon): string[] {
  return foldedWords(text)
    .filter(isContent)
    .map((word) => lexicon.lemma(word));
}

/** Whether two tellings of a word's meaning share a word that matters. */
export function tellTheSame(one: string, other: string, lexicon: Lexicon): boolean {
  const lemmas = new Set(contentLemmas(one, lexicon));
  return contentLemmas(other, lexicon).some((lemma) => lemmas.has(lemma));
}

/** The entry of our dictionary that means what is said of a term: its own words, or a meaning that shares one with the teacher's. */
export function entryOfMeaning(
  { term, pos, definition }: { term: string; pos?: PartOfSpeech | undefined; definition: string },
  lexicon: Lexicon,
): DictionaryEntry | undefined {
  const forms = [term, pluralOf(term)];
  const same = forms.flatMap((form) => lexicon.entries(form)).find(({ meaning }) => meaning === definition);
  if (same) return same;
  const entries = lexicon.entries(term, pos);
  // A phrase hardly ever has two meanings; a word does.
  if (term.includes(' ') && entries.length === 1) return entries[0];
  return entries.find(({ meaning }) => tellTheSame(meaning, definition, lexicon));
}
