import { type DictionaryEntry, dictionaryLanguages, type Lexicon, type PartOfSpeech } from '../lexicon/index.ts';

/** The single translations of an entry, without what is said of them in brackets. */
const translations = (entry: DictionaryEntry, language: (typeof dictionaryLanguages)[number]): string[] =>
  entry[language]
    .replace(/\([^)]*\)|（[^）]*）/g, ' ')
    .split(/[,،;；、，/]/)
    .map((piece) => piece.trim().toLowerCase())
    .filter((piece) => piece !== '');

/** In how many of its languages our dictionary translates two entries alike. */
function alikeIn(one: DictionaryEntry, other: DictionaryEntry): number {
  return dictionaryLanguages.filter((language) => {
    const said = new Set(translations(one, language));
    return translations(other, language).some((piece) => said.has(piece));
  }).length;
}

/**
 * In how many languages two words have one translation, of the meanings that are nearest to each other: "gift" and
 * "present" in all five, "library" and "bookshop" in one, which is why learners mix them up.
 */
export function languagesAlike(one: string, other: string, pos: PartOfSpeech, lexicon: Lexicon): number {
  const others = lexicon.entries(other, pos);
  return Math.max(0, ...lexicon.entries(one, pos).flatMap((entry) => others.map((each) => alikeIn(entry, each))));
}
