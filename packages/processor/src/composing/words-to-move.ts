import {
  adverbs,
  auxiliaries,
  conjunctions,
  determiners,
  possessives,
  prepositions,
  questionWords,
  subjectPronouns,
} from '../language/words.ts';
import type { Lexicon } from '../lexicon/index.ts';
import { withNames } from './proper-names.ts';

/** Words that are names of people as well. */
const alsoNames = new Set(
  'mark rose will bill jack grace hope faith joy may june dean frank rob sue pat art ray gene drew grant chase hunter daisy lily ivy olive violet pearl ruby jade amber'.split(
    ' ',
  ),
);
/** A rarer word with a capital may be a name. */
const usualBand = 6;

/** "People are hungry", "Drizzle is rain": a capital would tell that the word comes first. */
function isCommon(word: string, lexicon: Lexicon): boolean {
  const lower = word.toLowerCase();
  return (
    /^\p{Lu}\p{Ll}{2,}$/u.test(word) &&
    !alsoNames.has(lower) &&
    withNames(lower) === lower &&
    lexicon.isWord(lower) &&
    lexicon.partsOfSpeech(lexicon.lemma(lower)).length > 0 &&
    lexicon.frequencyBand(lower) <= usualBand
  );
}

/** The words of a sentence as pieces to move: no marks at their edges, no capital that tells which comes first. */
export function wordsToMove(sentence: string, lexicon: Lexicon): string[] {
  const words = sentence
    .split(/\s+/)
    .map((word) => word.replace(/^[^\p{L}\p{N}]+|[^\p{L}\p{N}]+$/gu, ''))
    .filter((word) => word !== '');
  const [first = '', ...rest] = words;
  const lower = first.toLowerCase();
  const plain =
    isCommon(first, lexicon) ||
    [determiners, subjectPronouns, prepositions, auxiliaries, conjunctions, questionWords, adverbs, possessives].some(
      (set) => set.has(lower.split(/['’]/)[0] ?? ''),
    );
  return [plain && lower !== 'i' && !/^i['’]/.test(lower) ? lower : first, ...rest];
}
