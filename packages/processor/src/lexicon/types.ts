import type { ImportedMeaning } from './imported-dictionaries.ts';
import type { DictionaryEntry } from './learner-dictionary.ts';
import type { Picture } from './pictures.ts';

export type PartOfSpeech = 'noun' | 'verb' | 'adjective' | 'adverb';

/** One meaning of a word, with the dictionary's own examples of it. */
export interface Sense {
  pos: PartOfSpeech;
  definition: string;
  examples: string;
}

/** What we know about English words, behind one narrow face: frequency, spelling, forms, senses. */
export interface Lexicon {
  /** 1 = the 1,000 most frequent words, 2 = to 2,000, … 10 = beyond or unknown. Takes any inflected form. */
  frequencyBand(word: string): number;
  /** Whether a spelling dictionary knows the word. */
  isWord(word: string): boolean;
  /** The dictionary form of a word, irregular forms too. */
  lemma(word: string, pos?: PartOfSpeech): string;
  /** Most usual first. */
  partsOfSpeech(lemma: string): PartOfSpeech[];
  /** The most usual meaning. */
  gloss(lemma: string, pos?: PartOfSpeech): string | null;
  /** All meanings fit for a class, the most usual first. */
  senses(lemma: string, pos?: PartOfSpeech): Sense[];
  /** Whether WordNet lists the words as one term: a collocation or a phrasal verb such as "wrap up". */
  isPhrase(phrase: string): boolean;
  /**
   * Meanings in our own dictionary for learners, the most usual first, of a word as its part of speech alone where that is
   * named; none where it does not know the term.
   */
  entries(term: string, pos?: PartOfSpeech | undefined): readonly DictionaryEntry[];
  /** Meanings in the dictionaries that an operator brought. */
  imported(term: string): readonly ImportedMeaning[];
  /** A picture of a concrete noun, in one of its senses. */
  picture(term: string): Picture | undefined;
  synonyms(lemma: string, pos?: PartOfSpeech): string[];
  /** Co-hyponyms and antonyms: near, but different. */
  neighbours(lemma: string, pos: PartOfSpeech): string[];
}
