import {
  applyQualityRules,
  type Evidence,
  type Flashcard,
  foldedWords,
  type LessonExercises,
} from '@tulkka/shared/exercises';
import { isContent } from '../language/words.ts';
import {
  type DictionaryEntry,
  type DictionaryLanguage,
  dictionaryLanguages,
  type ImportedMeaning,
  type Lexicon,
  languageTag,
} from '../lexicon/index.ts';
import { counted, sourceOf, withNotes } from './named-sources.ts';

function contentLemmas(text: string, lexicon: Lexicon): string[] {
  return foldedWords(text)
    .filter(isContent)
    .map((word) => lexicon.lemma(word));
}

/** Whether two tellings of a word's meaning share a word that matters. */
function tellTheSame(one: string, other: string, lexicon: Lexicon): boolean {
  const lemmas = new Set(contentLemmas(one, lexicon));
  return contentLemmas(other, lexicon).some((lemma) => lemmas.has(lemma));
}

/** The entry that means what the card says: its own words, or a meaning that shares one with the teacher's. */
function entryOf({ word, definition }: Flashcard, lexicon: Lexicon): DictionaryEntry | undefined {
  const entries = lexicon.entries(word);
  const same = entries.find(({ meaning }) => meaning === definition);
  if (same) return same;
  // A phrase hardly ever has two meanings; a word does.
  if (word.includes(' ') && entries.length === 1) return entries[0];
  return entries.find(({ meaning }) => tellTheSame(meaning, definition, lexicon));
}

/** Whether a card is about the most usual meaning of its word: a dictionary without meanings is taken to mean that one. */
function isUsual({ word, definition }: Flashcard, lexicon: Lexicon): boolean {
  const usual = lexicon.entries(word)[0]?.meaning ?? lexicon.gloss(word) ?? lexicon.gloss(lexicon.lemma(word));
  return usual === null || usual === definition || tellTheSame(usual, definition, lexicon);
}

const primary = (tag: string): string => tag.split('-')[0] ?? tag;

function translationIn({ translations }: ImportedMeaning, tag: string): string | undefined {
  const same = (other: string): boolean => primary(other) === primary(tag);
  return translations[tag] ?? Object.entries(translations).find(([other]) => same(other))?.[1];
}

/** The translation of the imported entry that means what the card says, as far as its dictionary tells meanings. */
function importedTranslation(card: Flashcard, tag: string, lexicon: Lexicon): Translated | undefined {
  const entries = lexicon.imported(card.word).filter((entry) => translationIn(entry, tag) !== undefined);
  const entry =
    entries.find(({ meaning }) => meaning === card.definition) ??
    entries.find(({ meaning }) => meaning !== null && tellTheSame(meaning, card.definition, lexicon)) ??
    entries.find(({ meaning }) => meaning === null && isUsual(card, lexicon));
  const translation = entry && translationIn(entry, tag);
  return entry && translation !== undefined ? { translation, source: sourceOf(entry) } : undefined;
}

const ourSource = "Tulkka's learner's dictionary";

interface Translated {
  translation: string;
  source: string;
}

function translationOf(card: Flashcard, tag: string, lexicon: Lexicon): Translated | undefined {
  const ours: DictionaryLanguage | undefined = dictionaryLanguages.find((language) => language === primary(tag));
  const translation = ours && entryOf(card, lexicon)?.[ours];
  return translation === undefined ? importedTranslation(card, tag, lexicon) : { translation, source: ourSource };
}

const none = { flashcards: [], spelling: [], fill_in_blank: [], grammar: [], sentence_builder: [] };

/**
 * Fills in the translations that no model gave, from our own dictionary and then from those that an operator brought, for
 * classes whose language they know. A translation that would break a rule is left out; the set says how many there are
 * and where they come from.
 */
export function withDictionaryTranslations(
  set: LessonExercises,
  nativeLanguage: string | null,
  evidence: Evidence,
  lexicon: Lexicon,
): LessonExercises {
  const tag = languageTag(nativeLanguage ?? '');
  if (tag === undefined) return set;
  const sources: string[] = [];
  const flashcards = set.flashcards.map((card) => {
    const found = card.translation === null ? translationOf(card, tag, lexicon) : undefined;
    if (found === undefined) return card;
    const item = { ...card, translation: found.translation };
    if (applyQualityRules({ ...none, flashcards: [item] }, evidence).dropped.length > 0) return card;
    sources.push(found.source);
    return item;
  });
  const notes = counted(sources).map(
    ([source, count]) => `${count} translations come from ${source}; check them as you review.`,
  );
  return withNotes({ ...set, flashcards }, notes);
}
