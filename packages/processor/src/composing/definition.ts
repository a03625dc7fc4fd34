import { foldedWords } from '@tulkka/shared/exercises';
import { determiners, isContent } from '../language/words.ts';
import { type DictionaryEntry, isOfPart, type Lexicon, type PartOfSpeech, type Sense } from '../lexicon/index.ts';
import { findTerm, termWords } from './find-term.ts';
import type { TermMaterial } from './material.ts';
import { partOfSpeechOf } from './parts-of-speech.ts';
import { teachersMeaning } from './teachers-meaning.ts';

type Taught = Pick<TermMaterial, 'term' | 'part_of_speech' | 'definition' | 'quote' | 'examples' | 'doubted'>;

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
function describes(term: Taught, lexicon: Lexicon): boolean {
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

/** "They get a discount", "How much notice": there stands the thing, never what one does; nor does "the black stuff" mean that. */
function isThing(term: Taught, lexicon: Lexicon): boolean {
  if (!lexicon.partsOfSpeech(lexicon.lemma(term.term.toLowerCase(), 'noun')).includes('noun')) return false;
  if (/^(?:an?|the|somebody|someone) /i.test(teachersMeaning(term, lexicon) ?? '')) return true;
  return [term.quote, ...term.examples.map(({ text }) => text)].some((text) => {
    const place = findTerm(text, term.term, lexicon);
    return place !== null && /^(?:an?|much|my|your|his|her|our|their)$/.test(place.tokens[place.from - 1]?.lower ?? '');
  });
}

/** Words that everybody says in every talk tell nothing of a sense. */
const everydayBand = 2;

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
    const shared = [...own].filter((word) => said.has(word) && lexicon.frequencyBand(word) > everydayBand).length;
    const score = shared + kin - rank * 0.75;
    if (best === undefined || score > best.score) best = { sense, score };
  });
  return best?.sense;
}

/** A word of a meaning that fewer people know than this helps no learner. */
const hardestBand = 5;
/** Who learns a rare word knows a little more; but "chagrin" explains "mortifying" to nobody. */
const hardestOfGeneral = 7;
/** How the general dictionary puts what it has no plain words for. */
const dictionaryese =
  /^(?:\([^)]*\) )?(?:marked by|characteri[sz]ed by|of or (?:relating|pertaining) to|the (?:act|state|quality|property|condition) of|an? (?:act|state|instance) of|any of|native to|capable of being|in an? \S+ manner)\b/i;
/** "English poet": what the general dictionary says of a person or place that has the word for a name. */
const somebodysName =
  /^(?:(?:English|British|American|Scottish|Irish|Welsh|French|German|Italian|Spanish|Russian|Greek|Roman|Canadian|Australian)\b|United States \p{L}+ (?:who|\(|of))/u;
/** The general dictionary explains to those who know; a longer meaning of its is none for a learner. */
const longestGeneral = 12;
/** Of a word with more meanings than this as its part of speech, the one of the lesson cannot be told by a few words around. */
const mostSenses = 5;

/** Whether the general dictionary's meaning may stand on a card. */
function isForLearners(sense: Sense, all: readonly Sense[], term: string, lexicon: Lexicon): boolean {
  const rivals = all.filter(({ pos }) => pos === sense.pos).length;
  const isShort = foldedWords(sense.definition).length <= longestGeneral;
  return (
    isShort &&
    (rivals <= mostSenses || term.includes(' ')) &&
    !dictionaryese.test(sense.definition) &&
    !somebodysName.test(sense.definition) &&
    isPlain(sense.definition, term, lexicon, hardestOfGeneral)
  );
}

/** Whether a learner who meets the term can be expected to know the words that explain it. */
function isPlain(definition: string, term: string, lexicon: Lexicon, hardestOfRare = Infinity): boolean {
  const hardest = Math.max(hardestBand, Math.min(lexicon.frequencyBand(term), hardestOfRare));
  return contentLemmas(definition, lexicon).every((word) => lexicon.frequencyBand(word) <= hardest);
}

/** What every dictionary for learners tells of a meaning. */
interface ToldMeaning {
  part: DictionaryEntry['part'] | null;
  meaning: string;
  example: string | null;
}

/** The meaning that the words around a term point to; where they point nowhere, the first. */
function fittingEntry<Entry extends ToldMeaning>(
  entries: readonly Entry[],
  { term, around }: { term: string; around: ReadonlySet<string> },
  lexicon: Lexicon,
): Entry | undefined {
  const overlap = ({ meaning, example }: Entry): number =>
    new Set(contentLemmas(`${meaning} ${example ?? ''}`, lexicon).filter((word) => around.has(word) && word !== term))
      .size;
  return entries
    .map((entry, rank) => ({ entry, score: overlap(entry) - rank / 10 }))
    .sort((a, b) => b.score - a.score)[0]?.entry;
}

/** Entries of the one form that all sentences have the term in, where that form is an entry of its own: "sales" are no sale. */
function entriesOfForm({ term, examples }: Taught, lexicon: Lexicon): readonly DictionaryEntry[] {
  const forms = examples.flatMap(({ text }) => {
    const place = findTerm(text, term, lexicon);
    return place?.tokens.slice(place.from, place.to + 1).map(({ lower }) => lower) ?? [];
  });
  const [form = '', ...others] = new Set(forms);
  if (others.length > 0 || form === term) return [];
  return lexicon.entries(form, 'noun').filter((entry) => entry.term === form);
}

/** The meanings of imported dictionaries that explain a term: in words no harder than it, and without it. */
function importedMeanings(term: string, pos: PartOfSpeech, lexicon: Lexicon): ToldMeaning[] {
  return lexicon
    .imported(term)
    .filter(({ part }) => isOfPart({ term, part }, pos))
    .flatMap(({ source, meaning, ...entry }) => (source.defines && meaning !== null ? [{ ...entry, meaning }] : []))
    .filter(({ meaning }) => isPlain(meaning, term, lexicon) && !contentLemmas(meaning, lexicon).includes(term));
}

/**
 * The teacher's own words for a term, else our learner's dictionary, else one that an operator brought, else the general
 * dictionary's sense that suits the sentences it was used in, where its words are no harder than the term.
 */
export function meaningOf(term: Taught, lexicon: Lexicon): Meaning {
  const words = termWords(term.term).join(' ');
  const read = partOfSpeechOf(term.part_of_speech, term.term, lexicon);
  const named = read === 'verb' && !words.includes(' ') && isThing(term, lexicon) ? 'noun' : read;
  const pos =
    named === 'noun' &&
    !words.includes(' ') &&
    lexicon.partsOfSpeech(words).includes('adjective') &&
    describes(term, lexicon)
      ? 'adjective'
      : named;
  const own = teachersMeaning(term, lexicon);
  if (own !== null) return { pos, definition: own };
  const said = new Set(
    [term.quote, ...term.examples.map((example) => example.text)].flatMap((text) => contentLemmas(text, lexicon)),
  );
  const asked = { term: words, around: said };
  const entry =
    (pos === 'noun' ? fittingEntry(entriesOfForm(term, lexicon), asked, lexicon) : undefined) ??
    fittingEntry(lexicon.entries(words, pos), asked, lexicon) ??
    fittingEntry(importedMeanings(words, pos, lexicon), asked, lexicon);
  if (entry) return { pos, definition: entry.meaning };
  const lemma = lexicon.lemma(words, pos);
  // "home office" is a ministry, too: of a phrase with several meanings only one that shares a word with the talk is meant
  const isMeant = ({ definition, examples }: Sense, all: readonly Sense[]): boolean =>
    all.length === 1 ||
    !words.includes(' ') ||
    contentLemmas(`${definition} ${examples}`, lexicon).some(
      (word) => said.has(word) && !words.split(' ').includes(word),
    );
  const fitting = (senses: readonly Sense[]): Sense | undefined =>
    fittingSense(
      senses.filter((sense) => isForLearners(sense, senses, lemma, lexicon) && isMeant(sense, senses)),
      said,
      lemma,
      lexicon,
    );
  const ofItsPart = lexicon.senses(lemma, pos);
  // a noun's meaning is none of the verb's
  const sense = fitting(ofItsPart.length > 0 ? ofItsPart : lexicon.senses(words));
  return { pos, definition: sense?.definition ?? null };
}
