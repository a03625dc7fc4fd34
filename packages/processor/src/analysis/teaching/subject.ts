import { determiners, openers, possessives, praise, prepositions } from '../../language/words.ts';
import type { Lexicon } from '../../lexicon/types.ts';
import { isListedPhrase } from './dictionary-form.ts';
import { isBreak, isMarked, rowOf, type Spoken } from './spoken.ts';

/** What somebody says something of: its words without the article. */
export interface Subject {
  from: number;
  to: number;
  article: string | null;
  /** Whether something shows that it begins there. */
  isBounded: boolean;
}

const longestTerm = 5;
/** Without marks, what is said again within so many words is the term. */
const saidAgainWithin = 14;

/** Words that a term never holds: they point at what was said, or belong to a sentence about somebody. */
const pointing = new Set(
  "this that these those it he she we they you i there here what which who where when how why everything everybody nobody is are was were be been do does did don't has had will would can could my our their his her mine if because not 's 're".split(
    ' ',
  ),
);
const before = new Set('and or but so because then now word phrase'.split(' '));
/** Said between a term and its meaning. */
const asides = [
  'in british english',
  'in american english',
  'for the recording',
  'for the record',
  'by the way',
  'for example',
  'for instance',
  'of course',
  'in english',
  'you know',
  'basically',
  'again',
  'actually',
  'simply',
  'just',
  'only',
  'then',
  'here',
  'yes',
  'well',
];

const opens = (word: string): boolean => before.has(word) || openers.has(word) || praise.has(word);

/** The place after the term that stands before a verb, without what was said in between. */
function withoutAside(spoken: readonly Spoken[], to: number): number {
  const aside = asides.find((each) => {
    const from = to - each.split(' ').length;
    return from > 0 && !isBreak(spoken[from]) && rowOf(spoken, from, to) === each;
  });
  return aside === undefined ? to : to - aside.split(' ').length;
}

/** "To call off a meeting": the "to" before a noun's article, where a term begins with it. */
function toBefore(spoken: readonly Spoken[], article: number, hasMarks: boolean, lexicon: Lexicon): number | null {
  for (let at = article - 2; at >= Math.max(0, article - longestTerm); at -= 1) {
    if (isBreak(spoken[at + 1])) return null;
    const verb = spoken[at + 1]?.lower ?? '';
    const earlier = spoken[at - 1]?.lower;
    const isOpened =
      !hasMarks ||
      earlier === undefined ||
      spoken[at]?.mark !== '' ||
      opens(earlier) ||
      spoken[at]?.sentence !== spoken[at - 1]?.sentence;
    if (spoken[at]?.lower === 'to' && isOpened && lexicon.partsOfSpeech(verb).includes('verb')) return at + 1;
  }
  return null;
}

/** The longest row before a place that was said just before it, too, or that a dictionary has; else the word alone. */
export function rowBefore(spoken: readonly Spoken[], to: number, lexicon: Lexicon): number | null {
  const earliest = Math.max(0, to - saidAgainWithin);
  for (let from = Math.max(0, to - longestTerm); from < to - 1; from += 1) {
    const row = rowOf(spoken, from, to);
    const edge = spoken[from]?.lower ?? '';
    if (pointing.has(edge) || determiners.has(edge)) continue;
    if (lexicon.isPhrase(row) || ` ${rowOf(spoken, earliest, from)} `.includes(` ${row} `)) return from;
  }
  const isOwned = possessives.has(spoken[to - 2]?.lower ?? '');
  return isOwned || pointing.has(spoken[to - 1]?.lower ?? '') ? null : to - 1;
}

/** "No wonder means …": a row that a dictionary lists from where its sentence or clause opens. */
function listedBefore(spoken: readonly Spoken[], to: number, lexicon: Lexicon): number | null {
  for (let from = to - 2; from >= Math.max(0, to - longestTerm - 1); from -= 1) {
    const [earlier, word] = [spoken[from - 1], spoken[from]];
    if (isBreak(spoken[from + 1])) return null;
    const isOpened = earlier === undefined || word?.mark !== '' || word.sentence !== earlier.sentence;
    if (isOpened && !/^(?:an?|the|to)$/.test(word?.lower ?? '') && isListedPhrase(rowOf(spoken, from, to), lexicon))
      return from;
  }
  return null;
}

const longestParenthesis = 7;

/** "A row, it rhymes with cow, is …": what is said between two commas goes. */
function beforeParenthesis(spoken: readonly Spoken[], verb: number): number {
  if (spoken[verb]?.mark.includes(',') !== true) return verb;
  for (let at = verb - 1; at > Math.max(0, verb - longestParenthesis); at -= 1) {
    if (isBreak(spoken[at])) return verb;
    if (spoken[at]?.mark.includes(',') === true) return at;
  }
  return verb;
}

/** The term that ends before a verb; null where no term stands there. */
export function subjectBefore(spoken: readonly Spoken[], verb: number, lexicon: Lexicon): Subject | null {
  const to = withoutAside(spoken, beforeParenthesis(spoken, verb));
  if (to <= 0) return null;
  const hasMarks = isMarked(spoken);
  const listed = listedBefore(spoken, to, lexicon);
  if (listed !== null) return { from: listed, to, article: null, isBounded: true };
  const known = hasMarks ? null : rowBefore(spoken, to, lexicon);
  // without marks: "it was up and running again up and running means"
  if (known !== null && known < to - 1) return { from: known, to, article: null, isBounded: true };
  for (let from = to - 1; from >= Math.max(0, to - longestTerm - 1); from -= 1) {
    const word = spoken[from];
    const earlier = spoken[from - 1];
    if (word === undefined || (from < to - 1 && isBreak(spoken[from + 1]))) return null;
    if (from < to - 1 && spoken.slice(from + 1, to).some(({ lower }) => lower === word.lower)) break;
    if (/^(?:an?|the|to)$/.test(word.lower)) {
      if (from === to - 1) return null;
      const whole = toBefore(spoken, from, hasMarks, lexicon);
      if (whole !== null) return { from: whole, to, article: 'to', isBounded: true };
      if (earlier?.lower === 'not' && word.mark === '') return null;
      // "the thing in the pool": no term of its own
      if (earlier !== undefined && word.mark === '' && prepositions.has(earlier.lower) && !opens(earlier.lower)) {
        const isFirst = from === 1 || isBreak(earlier) || earlier.sentence !== spoken[from - 2]?.sentence;
        return isFirst ? { from: from - 1, to, article: null, isBounded: true } : null;
      }
      // without marks "the person engineering" may be the end of one thing and the next
      if (!hasMarks && from < to - 2) break;
      return { from: from + 1, to, article: word.lower, isBounded: true };
    }
    if (pointing.has(word.lower) || determiners.has(word.lower)) {
      if (hasMarks) return null;
      break;
    }
    const isOpened =
      earlier === undefined ||
      word.mark !== '' ||
      word.sentence !== earlier.sentence ||
      (opens(earlier.lower) && !opens(word.lower));
    if (isOpened && !/^(?:an?|the|to)$/.test(earlier?.lower ?? '') && !opens(word.lower))
      return { from, to, article: null, isBounded: true };
  }
  return known === null ? null : { from: known, to, article: null, isBounded: false };
}
