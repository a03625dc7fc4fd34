import { expandContraction } from '../language/contractions.ts';
import type { Tagger } from '../language/tagger.ts';
import { tokenise } from '../language/tokens.ts';
import {
  articles,
  auxiliaries,
  conjunctions,
  determiners,
  objectPronouns,
  particles,
  prepositions,
  questionWords,
  subjectPronouns,
} from '../language/words.ts';
import type { Lexicon } from '../lexicon/types.ts';

/** Words that build a sentence: they stand for themselves, every other word for its part of speech. */
const building: ReadonlySet<string> = new Set([
  ...articles,
  ...determiners,
  ...prepositions,
  ...auxiliaries,
  ...subjectPronouns,
  ...objectPronouns,
  ...conjunctions,
  ...questionWords,
  ...particles,
  ...'not there here then so very too also just only'.split(' '),
]);

const lengths = [4, 5, 6, 8, 11, 15];
const mostCounted = 4;

/** A sentence as teachers were shown it. */
export interface Marked {
  text: string;
  /** The recorder wrote no marks where it was said, so that it may be two sentences. */
  isBare: boolean;
  /** Where it was said, as `placesIn` tells it. */
  place: readonly string[];
}

/** What can be seen of a sentence, each by a name: its words, their rows, its edges, how many clauses it seems to have. */
export function sentenceTraits({ text, isBare, place }: Marked, lexicon: Lexicon, tagger: Tagger): string[] {
  const tags = tagger(text);
  const words = tokenise(text).flatMap(({ lower }, i) =>
    expandContraction(lower).map((word, part) => ({ word, tag: part === 0 ? (tags[i] ?? 'other') : 'verb' })),
  );
  const row = ['^', ...words.map(({ word, tag }) => (building.has(word) ? word : tag)), '$'];
  const said = ['^', ...(text.toLowerCase().match(/[\p{L}\p{N}'’-]+|[,.?!:;]/gu) ?? [])];
  const count = (of: (word: { word: string; tag: string }) => boolean): number =>
    Math.min(mostCounted, words.filter(of).length);
  const verbs = count(({ tag }) => tag === 'verb' || tag === 'past' || tag === 'modal');
  const subjects = count(({ word }) => subjectPronouns.has(word));
  const joins = count(({ word }) => conjunctions.has(word));
  const telling = words.filter(({ word }) => !building.has(word)).map(({ word }) => word);
  const rarest = Math.max(0, ...telling.map((word) => lexicon.frequencyBand(word)));
  const names = (text.slice(1).match(/(?<=\s)\p{Lu}\p{Ll}+/gu) ?? []).length;
  return [
    ...new Set([
      `length ${lengths.findLast((least) => words.length >= least) ?? 0}`,
      `first ${words[0]?.word ?? ''}`,
      `last ${words.at(-1)?.word ?? ''}`,
      `end ${text.at(-1) ?? ''}`,
      `commas ${Math.min(mostCounted, text.split(',').length - 1)}`,
      `verbs ${verbs}`,
      `subjects ${subjects}`,
      `joins ${joins}`,
      `subjects without a join ${subjects - joins}`,
      `names ${Math.min(2, names)}`,
      `rarest ${rarest}`,
      ...place.map((trait) => `place: ${trait}`),
      ...(isBare ? ['without marks'] : []),
      ...(new Set(telling).size < telling.length ? ['says a word again'] : []),
      ...words.map(({ word }) => `word ${building.has(word) ? word : lexicon.lemma(word)}`),
      ...row.slice(1).map((one, i) => `row ${row[i]} ${one}`),
      ...row.slice(2).map((one, i) => `row ${row[i]} ${row[i + 1]} ${one}`),
      ...said.slice(1).map((one, i) => `said ${said[i]} ${one}`),
    ]),
  ];
}
