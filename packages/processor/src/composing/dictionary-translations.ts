import { applyQualityRules, type Evidence, type Flashcard, type LessonExercises } from '@tulkka/shared/exercises';
import {
  type DictionaryLanguage,
  dictionaryLanguages,
  type ImportedMeaning,
  type Lexicon,
  languageTag,
  type PartOfSpeech,
} from '../lexicon/index.ts';
import { entryOfMeaning, tellTheSame } from './entry-of-meaning.ts';
import { counted, sourceOf, withNotes } from './named-sources.ts';
import { namesPart, partOfSpeechOf } from './parts-of-speech.ts';

/** What a card calls its word; undefined where it only calls it a word. */
const posOf = ({ word, part_of_speech }: Flashcard, lexicon: Lexicon): PartOfSpeech | undefined =>
  namesPart(part_of_speech) ? partOfSpeechOf(part_of_speech, word, lexicon) : undefined;

/** Whether a card is about the most usual meaning of its word: a dictionary without meanings is taken to mean that one. */
function isUsual(card: Flashcard, lexicon: Lexicon): boolean {
  const { word, definition } = card;
  const [entry] = lexicon.entries(word, posOf(card, lexicon));
  const usual = entry?.meaning ?? lexicon.gloss(word) ?? lexicon.gloss(lexicon.lemma(word));
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
  const asked = { term: card.word, pos: posOf(card, lexicon), definition: card.definition };
  const translation = ours && entryOfMeaning(asked, lexicon)?.[ours];
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
