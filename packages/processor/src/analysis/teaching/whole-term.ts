import { wordsOf } from '../../language/tokens.ts';
import { commonWords, isContent, longestWord, particles } from '../../language/words.ts';
import type { Lexicon, PartOfSpeech } from '../../lexicon/types.ts';
import {
  anyObject,
  baseVerb,
  knownWord,
  looksLikeWord,
  partOf,
  placeholders,
  stripped,
  type Term,
  toTerm,
} from './dictionary-form.ts';

const longestWhole = 8;

/** A row that is known to be the term: only its verb comes to its base, and what is before it or stands for any object goes. */
export function wholeTerm(
  phrase: string,
  hint: PartOfSpeech | null,
  lexicon: Lexicon,
  people: ReadonlySet<string>,
): Term | null {
  const { words: without, wasBe, verbal } = stripped(phrase);
  // "back to square one": what a dictionary lists so is whole
  const isListed = without.length > 1 && lexicon.entries(phrase.toLowerCase()).length > 0;
  const bare = isListed ? wordsOf(phrase.replace(/^(?:to|an?|the) /i, '')) : without;
  const words = /^just /i.test(phrase) ? ['just', ...bare] : bare;
  // "bring something up": the particle goes with its verb
  const said = words.filter((word, i) => !(i > 0 && placeholders.has(word) && particles.has(words[i + 1] ?? '')));
  while (said.length > 1 && placeholders.has(said.at(-1) ?? '')) said.pop();
  const [first = '', ...rest] = said.map((word) => (placeholders.has(word) && word !== 'one' ? anyObject(word) : word));
  if (rest.length === 0) return toTerm(first, hint, lexicon, people, { defined: true });
  const based = [baseVerb(first, lexicon), ...rest].join(' ');
  const isVerbal =
    !wasBe &&
    (verbal ||
      hint === 'verb' ||
      (lexicon.partsOfSpeech(based)[0] === 'verb' && lexicon.partsOfSpeech(first)[0] !== 'adjective'));
  const row = isVerbal ? based.split(' ') : [...(wasBe && first !== 'be' ? ['be'] : []), first, ...rest];
  const isKnown = (word: string): boolean => placeholders.has(word) || knownWord(word, lexicon) || looksLikeWord(word);
  if (row.length > longestWhole || row.length < 2 || !row.some(isContent) || !row.every(isKnown)) return null;
  if (row.some((word) => people.has(word) || /\d/.test(word) || word.length > longestWord)) return null;
  const { pos, headPos } = partOf(row, isVerbal ? 'verb' : hint, lexicon);
  return {
    term: row.map((word) => (/^i(?:'|$)/.test(word) ? `I${word.slice(1)}` : word)).join(' '),
    pos: isContent(first) || headPos === 'verb' ? pos : 'phrase',
    head: row.find((word) => !commonWords.has(word) && isContent(word)) ?? first,
    headPos: isContent(first) || headPos === 'verb' ? headPos : null,
  };
}
