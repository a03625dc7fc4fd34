import { isContent } from '../../../language/words.ts';
import { isPause } from '../lone-row.ts';
import { rowOf, type Spoken, written } from '../spoken.ts';
import { type LessonWay, lessonWay } from '../way.ts';

type Found = ReturnType<LessonWay['search']>[number];

const longestMeaning = 14;
const longestTerm = 4;
const names = /^(?:word|term|name|expression|phrase|verb|noun|adjective|idiom)$/;
const notATerm = /^(?:it|that|this|the|not|very|different|same|also|so|just|what|there|here|easy|difficult)$/;

function found(spoken: readonly Spoken[], at: number): Found[] {
  const word = spoken[at];
  if (word === undefined || word.sentence.role === 'student' || word.sentence.question) return [];
  if (word.lower === 'opposite') return theOpposite(spoken, at);
  if (!names.test(word.lower) || spoken[at + 1]?.lower !== 'for') return [];
  let is = at + 3;
  while (
    is < Math.min(spoken.length, at + longestMeaning + 2) &&
    !/^(?:is|'s)$/.test(spoken[is]?.lower ?? '') &&
    !/[.?!]/.test(spoken[is]?.mark ?? '')
  )
    is += 1;
  if (!/^(?:is|'s)$/.test(spoken[is]?.lower ?? '')) return [];
  const from = /^(?:an?|the|called)$/.test(spoken[is + 1]?.lower ?? '') ? is + 2 : is + 1;
  let to = from;
  while (
    to < spoken.length &&
    to < from + longestTerm &&
    !isPause(spoken[to]) &&
    spoken[to]?.sentence === word.sentence &&
    !/^(?:just|and|but|so|or|because|which|with|in|if)$/.test(spoken[to]?.lower ?? '')
  )
    to += 1;
  const row = rowOf(spoken, from, to);
  if (to === from || notATerm.test(row.split(' ')[0] ?? '') || !row.split(' ').some(isContent)) return [];
  const meaning = written(spoken, at + 2, is);
  const isTold = !/^(?:it|that|this|them|these|those|him|her)\b/i.test(meaning);
  return [
    {
      sentence: word.sentence,
      phrase: written(spoken, from, to),
      definition: isTold ? meaning : null,
      part: null,
      isWhole: true,
    },
  ];
}

/** "The opposite's tender.", "The opposite of tough is tender." */
function theOpposite(spoken: readonly Spoken[], at: number): Found[] {
  const word = spoken[at];
  if (word === undefined || spoken[at - 1]?.lower !== 'the') return [];
  let is = at + 1;
  while (is <= at + 4 && !/^(?:is|'s)$/.test(spoken[is]?.lower ?? '') && !isPause(spoken[is])) is += 1;
  const term = spoken[is + 1];
  const isAll = isPause(spoken[is + 2]) || spoken[is + 2]?.sentence !== word.sentence;
  if (
    !/^(?:is|'s)$/.test(spoken[is]?.lower ?? '') ||
    term === undefined ||
    !isAll ||
    !isContent(term.lower) ||
    notATerm.test(term.lower)
  )
    return [];
  const definition = is === at + 1 ? null : written(spoken, at - 1, is).replace(/^The/, 'the');
  return [{ sentence: word.sentence, phrase: term.text, definition, part: null }];
}

/** The teacher names the word for something: "The posh word for a big house is a mansion". */
export const wordForIt = lessonWay({
  name: 'word for it',
  says: 'The teacher names the word for something.',
  search: ({ heard }) => heard.turns.flatMap(({ spoken }) => spoken.flatMap((_, at) => found(spoken, at))),
  finds: [
    ['The word for a man who lays bricks is bricklayer.', { term: 'bricklayer', definition: 'a man who lays bricks' }],
    ['And the usual name for that tool is a spirit level.', { term: 'spirit level', definition: null }],
  ],
  leaves: ['The word for it is not easy.', 'What is the word for the tool?'],
  rareBecause: 'most teachers name the word first',
});
