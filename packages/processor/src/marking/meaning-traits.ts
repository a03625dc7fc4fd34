import type { Tagger } from '../language/tagger.ts';
import { wordsOf } from '../language/tokens.ts';
import { isContent } from '../language/words.ts';
import type { Lexicon, PartOfSpeech } from '../lexicon/types.ts';
import { sentenceTraits } from './sentence-traits.ts';

/** A term with a meaning, as a card would show them, and how the lesson came to it. */
export interface ToldMeaning {
  term: string;
  part: PartOfSpeech;
  meaning: string;
  /** The teacher's own words, or those of a dictionary. */
  source: 'teacher' | 'dictionary';
  /** The recorder of the lesson wrote no marks. */
  isBare: boolean;
  explicit: boolean;
  /** How sure the reader was that it was taught, 0 to 1. */
  weight: number;
  ways: readonly string[];
  /** How often it was said in the lesson. */
  times: number;
}

const meaningLengths = [2, 3, 5, 8, 12];
const mostWays = 3;
const mostTimes = 6;
const mostWords = 4;

/** How many words that tell something a meaning shares with what dictionaries say of the term; null where they have none. */
function shared({ term, meaning }: ToldMeaning, lexicon: Lexicon): number | null {
  const said = [
    ...lexicon.senses(term).map(({ definition }) => definition),
    ...lexicon.entries(term).map((entry) => entry.meaning),
  ].join(' ');
  if (said === '') return null;
  const theirs = new Set(
    wordsOf(said)
      .filter(isContent)
      .map((word) => lexicon.lemma(word)),
  );
  return Math.min(2, wordsOf(meaning).filter((word) => isContent(word) && theirs.has(lexicon.lemma(word))).length);
}

/** What can be seen of a term and its meaning, each by a name. */
export function meaningTraits(told: ToldMeaning, lexicon: Lexicon, tagger: Tagger): string[] {
  const { source, isBare, part, ways } = told;
  const term = wordsOf(told.term);
  const meaning = wordsOf(told.meaning);
  const tags = tagger(told.term);
  const [opening = 'none'] = tagger(told.meaning);
  const band = Math.max(0, ...term.map((word) => lexicon.frequencyBand(word)));
  const entries = lexicon.entries(told.term).length;
  const lemmas = new Set(term.filter(isContent).map((word) => lexicon.lemma(word)));
  const own = source === 'teacher';
  return [
    `source ${source}`,
    `source ${source} ${isBare ? 'without marks' : 'with marks'}`,
    ...ways.map((way) => `way ${way}`),
    `ways ${Math.min(mostWays, ways.length)}`,
    `explicit ${told.explicit}`,
    `weight ${Math.round(10 * told.weight)}`,
    `term of ${Math.min(mostWords, term.length)}`,
    `term is ${tags.join(' ')}`,
    ...(term.length > 1 ? [`term opens with ${term[0]}`, `term ends in ${tags.at(-1) ?? ''}`] : []),
    `term ${entries > 0 || lexicon.isPhrase(told.term) ? 'listed' : 'unlisted'}`,
    `entries ${Math.min(2, entries)}`,
    `band ${band}`,
    `band ${band} ${source}`,
    `times ${Math.min(mostTimes, told.times)}`,
    `times ${Math.min(mostTimes, told.times)} ${source}`,
    `part ${part}`,
    `meaning of ${meaningLengths.findLast((least) => meaning.length >= least) ?? 1}`,
    `${part} as ${opening}`,
    `${part} as ${meaning[0] ?? ''}`,
    `senses ${Math.min(mostTimes, lexicon.senses(told.term).length)} ${source}`,
    meaning.some((word) => lemmas.has(lexicon.lemma(word))) ? 'tells it by itself' : 'tells it by other words',
    ...(own ? [`shares ${shared(told, lexicon) ?? 'with none'}`] : []),
    ...(own
      ? sentenceTraits({ text: told.meaning, isBare: false, place: [] }, lexicon, tagger).map(
          (trait) => `meaning: ${trait}`,
        )
      : []),
  ];
}
