import { plainWord } from '../language/apostrophes.ts';
import { isOfPart } from './entry-parts.ts';
import { isFitForClass } from './fit-for-class.ts';
import { openFrequencies } from './frequency.ts';
import { type ImportedDictionaries, openImportedDictionaries } from './imported-dictionaries.ts';
import { type DictionaryEntry, openLearnerDictionary } from './learner-dictionary.ts';
import { lemmatiser } from './lemmas.ts';
import { openPictures } from './pictures.ts';
import { openSpelling } from './spelling.ts';
import type { Lexicon, PartOfSpeech } from './types.ts';
import { definitionOf, examplesOf, openWordnet, type Synset, type Wordnet } from './wordnet.ts';

const all: readonly PartOfSpeech[] = ['noun', 'verb', 'adjective', 'adverb'];
/** How many of a word's senses are looked at for neighbours: rarer ones only surprise. */
const usualSenses = 2;

/** Builds a part on its first use and keeps it. */
function once<T>(build: () => T): () => T {
  let built: { part: T } | undefined;
  return () => {
    built ??= { part: build() };
    return built.part;
  };
}

const plain = (word: string): string => plainWord(word).trim().replace(/\s+/g, ' ');

function others(words: Iterable<string>, lemma: string): string[] {
  return [...new Set(words)].filter((word) => word.toLowerCase() !== lemma);
}

function neighboursOf(wordnet: Wordnet, lemma: string, pos: PartOfSpeech): string[] {
  const near: string[] = [];
  const follow = (synset: Synset, symbol: string): Synset[] =>
    synset.pointers
      .filter((pointer) => pointer.symbol === symbol)
      .map((pointer) => wordnet.synset(pointer.offset, pointer.pos));
  const senses = wordnet.synsets(lemma, pos).filter((synset) => isFitForClass(synset.gloss));
  for (const synset of senses.slice(0, usualSenses)) {
    const heads = pos === 'adjective' ? [synset, ...follow(synset, '&')] : [synset];
    for (const head of heads)
      for (const opposite of follow(head, '!'))
        near.push(...opposite.words, ...follow(opposite, '&').flatMap((similar) => similar.words));
    // an instance ("Paris") hangs from its class by another sign than a kind does
    for (const parent of [...follow(synset, '@'), ...follow(synset, '@i')]) {
      for (const sibling of [...follow(parent, '~'), ...follow(parent, '~i')]) near.push(...sibling.words);
    }
  }
  return near;
}

const none: ImportedDictionaries = { entries: () => [] };

/**
 * Opens the lexicon; each of its sources is read when first asked for, and kept in the returned object alone.
 * @param dictionaryDir the folder of dictionaries that an operator brought
 */
export function openLexicon(dictionaryDir?: string): Lexicon {
  const wordnet = once(openWordnet);
  const spelling = once(openSpelling);
  const frequencies = once(openFrequencies);
  const lemmas = once(() => lemmatiser(wordnet()));
  const learners = once(openLearnerDictionary);
  const pictures = once(openPictures);
  const brought = dictionaryDir === undefined ? none : openImportedDictionaries(dictionaryDir);

  const synonyms = (lemma: string, pos?: PartOfSpeech): string[] => {
    const word = plain(lemma);
    const found: string[] = [];
    for (const kind of pos === undefined ? all : [pos]) {
      for (const synset of wordnet().synsets(word, kind)) {
        found.push(...synset.words);
        for (const pointer of synset.pointers)
          if (pointer.symbol === '&') found.push(...wordnet().synset(pointer.offset, pointer.pos).words);
      }
    }
    return others(found, word);
  };

  return {
    synonyms,
    frequencyBand(word) {
      const form = plain(word);
      return Math.min(frequencies()(form), frequencies()(lemmas()(form)));
    },
    // the dictionary spells the American way; WordNet knows "colour", "pyjamas" and "organise" too
    isWord(word) {
      if (spelling()(word)) return true;
      const base = lemmas()(word);
      return base.length > 3 && all.some((pos) => wordnet().has(base, pos));
    },
    lemma: (word, pos) => lemmas()(word, pos),
    partsOfSpeech(lemma) {
      const word = plain(lemma);
      const usage = wordnet().usage(word);
      return all.filter((pos) => wordnet().has(word, pos)).sort((a, b) => usage[b] - usage[a]);
    },
    gloss(lemma, pos) {
      return this.senses(lemma, pos)[0]?.definition ?? null;
    },
    senses(lemma, pos) {
      const word = plain(lemma);
      const kinds = pos === undefined ? this.partsOfSpeech(word) : [pos];
      return kinds.flatMap((kind) =>
        wordnet()
          .synsets(word, kind)
          .filter((synset) => isFitForClass(synset.gloss))
          .map((synset) => ({ pos: kind, definition: definitionOf(synset), examples: examplesOf(synset) }))
          .filter((sense) => sense.definition !== ''),
      );
    },
    entries(term, pos) {
      const of = (form: string): readonly DictionaryEntry[] =>
        learners()
          .entries(form)
          .filter((entry) => pos === undefined || isOfPart(entry, pos));
      const own = of(term);
      return own.length > 0 ? own : of(lemmas()(plain(term), pos));
    },
    imported(term) {
      const found = brought.entries(term);
      return found.length > 0 ? found : brought.entries(lemmas()(plain(term)));
    },
    picture: (term) => pictures()(plain(term)),
    isPhrase(phrase) {
      const words = plain(phrase);
      if (!words.includes(' ')) return false;
      const forms = new Set([words, lemmas()(words, 'verb'), lemmas()(words, 'noun')]);
      return [...forms].some((form) => all.some((pos) => wordnet().has(form, pos)));
    },
    neighbours(lemma, pos) {
      const word = plain(lemma);
      const same = new Set(synonyms(word, pos));
      return others(neighboursOf(wordnet(), word, pos), word).filter((near) => !same.has(near));
    },
  };
}
