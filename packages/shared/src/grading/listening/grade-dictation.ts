import { type GivenAnswer, UnreadableAnswer } from '../given-answer.ts';
import type { Grade, WordGrade } from '../grade.ts';
import { gradeSpelling } from '../grade-spelling.ts';
import { alignWords, type WordPair } from './align-words.ts';
import { type HeardText, heardText } from './heard-text.ts';

/** No sentence that was heard is half as long. */
const longestAnswer = 2000;

/** The verdict on a text that was heard and typed, word by word: what nobody hears and no learner is taught is forgiven. */
export function gradeDictation(text: string, answer: GivenAnswer): Grade & { words: WordGrade[] } {
  if (typeof answer !== 'string') throw new UnreadableAnswer('is the text as the learner typed it');
  if (answer.length > longestAnswer) throw new UnreadableAnswer(`is longer than ${longestAnswer} characters`);
  const [expected, given] = [heardText(text), heardText(answer)];
  const words = clustersOf(alignWords(expected.spoken, given.spoken)).map((pairs) => gradeOf(pairs, expected, given));
  const right = words.filter(({ state }) => state === 'right').length;
  const credit = words.length === 0 ? 0 : right / words.length;
  return { isCorrect: credit === 1, credit, words };
}

/** The verdict on a word or phrase that was heard and typed: right where it is right in the spelling game, too. */
export function gradeHeardWord({ word }: { readonly word: string }, answer: GivenAnswer): Grade {
  const heard = gradeDictation(word, answer);
  const { isCorrect, letterDifferences } = gradeSpelling({ word }, answer);
  if (isCorrect || heard.isCorrect) {
    const words = heardText(word).written.map((one): WordGrade => ({ state: 'right', expected: one, given: one }));
    return { isCorrect: true, credit: 1, words, letterDifferences: [] };
  }
  return { ...heard, ...(letterDifferences && { letterDifferences }) };
}

/**
 * Pairs that are one word on either side: `I'm` beside `I am` is right or wrong as a whole. A pair between the halves of
 * such a word belongs to it, too.
 */
function clustersOf(pairs: readonly WordPair[]): WordPair[][] {
  const clusters: WordPair[][] = [];
  for (const pair of pairs) {
    const first = clusters.findIndex((cluster) => cluster.some((one) => isOneWord(one, pair)));
    if (first < 0) clusters.push([pair]);
    else clusters.push([...clusters.splice(first).flat(), pair]);
  }
  return clusters;
}

const isOneWord = (one: WordPair, other: WordPair): boolean =>
  overlap(one.expected, other.expected) || overlap(one.given, other.given);

const overlap = (one: WordPair['given'], other: WordPair['given']): boolean =>
  one !== null && other !== null && one.to > other.from && other.to > one.from;

function gradeOf(pairs: readonly WordPair[], expected: HeardText, given: HeardText): WordGrade {
  const [wanted, got] = [
    writtenOf(
      expected,
      pairs.map((pair) => pair.expected),
    ),
    writtenOf(
      given,
      pairs.map((pair) => pair.given),
    ),
  ];
  if (got === null) return { state: 'missing', expected: wanted, given: null };
  if (wanted === null) return { state: 'extra', expected: null, given: got };
  return { state: pairs.every(({ isSame }) => isSame) ? 'right' : 'wrong', expected: wanted, given: got };
}

/** The words of a text that some of its spoken words come from, as they are written. */
function writtenOf({ written }: HeardText, words: readonly WordPair['given'][]): string | null {
  const there = words.filter((word) => word !== null);
  if (there.length === 0) return null;
  return written.slice(Math.min(...there.map(({ from }) => from)), Math.max(...there.map(({ to }) => to))).join(' ');
}
