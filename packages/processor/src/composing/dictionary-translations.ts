import {
  applyQualityRules,
  type Evidence,
  type Flashcard,
  foldedWords,
  type LessonExercises,
} from '@tulkka/shared/exercises';
import { isContent } from '../language/words.ts';
import { type DictionaryEntry, type DictionaryLanguage, dictionaryLanguages, type Lexicon } from '../lexicon/index.ts';

function languageOf(tag: string): DictionaryLanguage | undefined {
  const [primary = ''] = tag.toLowerCase().split('-');
  return dictionaryLanguages.find((language) => language === primary || (primary === 'iw' && language === 'he'));
}

function contentLemmas(text: string, lexicon: Lexicon): string[] {
  return foldedWords(text)
    .filter(isContent)
    .map((word) => lexicon.lemma(word));
}

/** The entry that means what the card says: its own words, or a meaning that shares one with the teacher's. */
function entryOf({ word, definition }: Flashcard, lexicon: Lexicon): DictionaryEntry | undefined {
  const entries = lexicon.entries(word);
  const same = entries.find(({ meaning }) => meaning === definition);
  if (same) return same;
  const told = new Set(contentLemmas(definition, lexicon));
  // A phrase hardly ever has two meanings; a word does.
  if (word.includes(' ') && entries.length === 1) return entries[0];
  return entries.find(({ meaning }) => contentLemmas(meaning, lexicon).some((lemma) => told.has(lemma)));
}

/**
 * Fills in the translations that no model gave, from our own dictionary, for classes whose language it knows. A
 * translation that would break a rule is left out; the set says how many there are and where they come from.
 */
export function withDictionaryTranslations(
  set: LessonExercises,
  nativeLanguage: string | null,
  evidence: Evidence,
  lexicon: Lexicon,
): LessonExercises {
  const language = nativeLanguage === null ? undefined : languageOf(nativeLanguage);
  if (language === undefined) return set;
  const none = { flashcards: [], spelling: [], fill_in_blank: [], grammar: [], sentence_builder: [] };
  let filled = 0;
  const flashcards = set.flashcards.map((card) => {
    const translation = card.translation === null ? entryOf(card, lexicon)?.[language] : undefined;
    if (translation === undefined) return card;
    const item = { ...card, translation };
    if (applyQualityRules({ ...none, flashcards: [item] }, evidence).dropped.length > 0) return card;
    filled += 1;
    return item;
  });
  if (filled === 0) return set;
  const note = `${filled} translations come from Tulkka's learner's dictionary; check them as you review.`;
  return { ...set, flashcards, quality: { ...set.quality, notes: [...set.quality.notes, note] } };
}
