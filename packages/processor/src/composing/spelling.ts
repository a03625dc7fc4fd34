import { commonWords, type GoodSentence, type SpellingWord } from '@tulkka/shared/exercises';
import type { Lexicon } from '../lexicon/index.ts';
import { meaningOf } from './definition.ts';
import { difficultyFrom, wordHardness } from './difficulty.ts';
import { findTerm, termWords } from './find-term.ts';
import { type Composed, doubtedReason, type Material, type TermMaterial } from './material.ts';
import { repeatsMeaning } from './repeats-meaning.ts';

/** Places in a word where sound and letters part; each is a trap for a learner. */
const traps: readonly RegExp[] = [
  /([b-df-hj-np-tv-z])\1/,
  /^(?:kn|wr|gn|ps|rh|wh)|mb$|mn$|gh|bt$|stle|sc[ei]|isl/,
  /ough|augh|eigh|igh/,
  /ie|ei/,
  /ph|ch(?=[oaelr])|qu|que$|gue$/,
  /[ts]ion|[ct]ian|cious|tious|cial|tial|sure$|ture$/,
  /ou(?!t)|eau|ua|uo|oi/,
  /[aei]nce$|[aei]nt$|[ai]ble$|ary$|ory$|ery$/,
  /c(?=[eiy])|dge?|tch|x/,
  /[^aeiou]e[^aeiou]?e$|[aeiou].[aeiou].[aeiou]/,
  /[^aeiou]le$|[ae]l$/,
  /ea|ee|oa|ai|ay|au|aw|ow/,
];

/** How likely a learner is to misspell a word: its traps and its length. */
export function spellingTraps(word: string): number {
  return traps.filter((trap) => trap.test(word)).length + Math.max(0, word.length - 6) / 2;
}

const fewestTraps = 1;

function hintFor(word: string, term: TermMaterial, lexicon: Lexicon): string {
  const shape = `${word.length} letters, beginning with “${word.charAt(0)}”`;
  const { definition } = meaningOf(term, lexicon);
  const stem = word.slice(0, Math.max(4, word.length - 3));
  const words = termWords(term.term);
  const rest = words.map((each) => (each === word ? '…' : each)).join(' ');
  if (definition === null || definition.toLowerCase().includes(stem))
    return words.length > 1 ? `The missing word of “${rest}”: ${shape}.` : `It has ${shape}.`;
  const meaning = definition.replace(/[.;,\s]+$/, '');
  return words.length > 1
    ? `The missing word of “${rest}” (${meaning}): ${shape}.`
    : `${meaning.charAt(0).toUpperCase()}${meaning.slice(1)} (${shape}).`;
}

/** The words of a term that are worth spelling; of a phrase only those that are not everyday words by themselves. */
function wordsToSpell(term: TermMaterial, lexicon: Lexicon): string[] {
  const words = termWords(term.term);
  const leastBand = words.length > 1 ? 3 : 2;
  return words.filter(
    (word) =>
      (/^[a-z]+$/.test(word) || (words.length === 1 && /^[a-z]+-[a-z]+$/.test(word))) &&
      word.length >= 4 &&
      !commonWords.has(word) &&
      lexicon.isWord(word) &&
      (lexicon.frequencyBand(word) >= leastBand || spellingTraps(word) >= 3),
  );
}

/** A sentence with the word, first one just as it is spelled, and one that does not tell its meaning over again. */
function sampleOf(
  word: string,
  { examples, spare, term, definition }: TermMaterial,
  lexicon: Lexicon,
): GoodSentence | undefined {
  const isExact = ({ text }: GoodSentence): boolean => {
    const place = findTerm(text, word, lexicon);
    return place !== null && place.tokens[place.from]?.lower === word;
  };
  const shown = examples.filter(({ text }) => findTerm(text, word, lexicon) !== null);
  if (shown.length === 0) return undefined;
  const exact = [...shown, ...spare].filter(isExact);
  return exact.find(({ text }) => !repeatsMeaning(text, term, definition)) ?? exact[0] ?? shown[0];
}

/** Spelling questions for taught words that a learner may misspell. */
export function composeSpelling(material: Material, lexicon: Lexicon): Composed<SpellingWord> {
  const items: { item: SpellingWord; traps: number }[] = [];
  const unused: Composed<SpellingWord>['unused'] = [];
  for (const term of material.terms) {
    for (const word of wordsToSpell(term, lexicon)) {
      if (items.some(({ item }) => item.word === word)) continue;
      const found = spellingTraps(word);
      const example = sampleOf(word, term, lexicon);
      if (term.doubted === 'term') unused.push({ kind: 'spelling', what: word, reason: doubtedReason });
      else if (found < fewestTraps)
        unused.push({ kind: 'spelling', what: word, reason: 'It is spelled as it sounds.' });
      else if (example === undefined)
        unused.push({ kind: 'spelling', what: word, reason: 'No sentence of the lesson shows the word in use.' });
      else {
        items.push({
          traps: found + (term.explicit ? 1 : 0),
          item: {
            word,
            sample_sentence: example.text,
            hint: hintFor(word, term, lexicon),
            difficulty: difficultyFrom(wordHardness(word, lexicon) + found / 4),
            source_quote: term.quote,
          },
        });
      }
    }
  }
  return { items: items.sort((a, b) => b.traps - a.traps).map(({ item }) => item), unused };
}
