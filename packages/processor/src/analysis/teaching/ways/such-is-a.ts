import { prepositions } from '../../../language/words.ts';
import type { Lexicon } from '../../../lexicon/types.ts';
import { isListedPhrase } from '../dictionary-form.ts';
import { isPause } from '../lone-row.ts';
import { isBreak, rowOf, type Spoken, written } from '../spoken.ts';
import { type LessonWay, lessonWay } from '../way.ts';

type Found = ReturnType<LessonWay['search']>[number];

const fewestWords = 3;
const longestMeaning = 16;
const longestTerm = 3;
/** A word that nearly everybody knows says who somebody is: "The man who lives there is a doctor". */
const rareFrom = 4;
const binds = /\b(?:who|that|which|where|when|you|we|of|with|for|before|after|between)\b/;
const ofSomebody = /\b(?:i|my|me|he|she|his|her|our|this|these|those|was|were|did|had|here|today)\b/;

/** Where the sentence's subject begins, if it tells of a kind of person or thing. */
function subjectFrom(spoken: readonly Spoken[], is: number): number | null {
  for (let from = is - 1; from >= Math.max(0, is - longestMeaning); from -= 1) {
    const word = spoken[from];
    const isStart = from === 0 || isBreak(word) || word?.sentence !== spoken[from - 1]?.sentence;
    if (!isStart) continue;
    let at = from;
    while (at < is && /^(?:and|so|but|now|okay|yes|no|ha|well|right)$/.test(spoken[at]?.lower ?? '')) at += 1;
    return /^(?:the|an?|somebody|someone|something|people)$/.test(spoken[at]?.lower ?? '') ? at : null;
  }
  return null;
}

function found(spoken: readonly Spoken[], is: number, lexicon: Lexicon): Found[] {
  const word = spoken[is];
  if (
    word === undefined ||
    !/^(?:is|are|'s)$/.test(word.lower) ||
    word.sentence.role === 'student' ||
    word.sentence.question
  )
    return [];
  let from = is + 1;
  while (/^(?:called|an?|the)$/.test(spoken[from]?.lower ?? '')) from += 1;
  if (from === is + 1 || isPause(spoken[from])) return [];
  let to = from;
  const isOn = (at: number): boolean =>
    at < spoken.length && (at === from || !isPause(spoken[at])) && spoken[at]?.sentence === word.sentence;
  // a contraction is two of the words: "friend's"
  while (to - from <= 2 * longestTerm && isOn(to)) to += 1;
  const start = subjectFrom(spoken, is);
  const row = rowOf(spoken, from, to);
  const words = row.split(' ');
  const isName = spoken.slice(from, to).some(({ text }) => /^\p{Lu}/u.test(text));
  if (isName || start === null || words.length > longestTerm || words.some((each) => prepositions.has(each))) return [];
  const meaning = written(spoken, start, is);
  const isKind =
    !/, (?:it|that|this)\b/.test(meaning) &&
    meaning.split(' ').length >= fewestWords &&
    binds.test(meaning) &&
    !ofSomebody.test(meaning.toLowerCase());
  const isRare =
    words.length > 1
      ? isListedPhrase(row, lexicon) || words.some((each) => lexicon.frequencyBand(each) >= rareFrom)
      : lexicon.frequencyBand(row) >= rareFrom;
  return isKind && isRare
    ? [{ sentence: word.sentence, phrase: written(spoken, from, to), definition: meaning, part: 'noun', isWhole: true }]
    : [];
}

/** The teacher tells what kind of thing is called so, with the word last: "The person who lays bricks is a bricklayer". */
export const suchIsA = lessonWay({
  name: 'such is a',
  says: 'The teacher tells what kind of thing is called so, with the word last.',
  search: ({ heard, lexicon }) =>
    heard.turns.flatMap(({ spoken }) => spoken.flatMap((_, at) => found(spoken, at, lexicon))),
  finds: [
    ['The person who lays bricks is a bricklayer.', { term: 'bricklayer', definition: 'The person who lays bricks' }],
    [
      'And the tool that you smooth a wall with is called a trowel.',
      { term: 'trowel', definition: 'the tool that you smooth a wall with' },
    ],
  ],
  leaves: ['The man who lives next door is a doctor.', 'The box in the hall is a present for you.'],
});
