import { isContent, prepositions } from '../../../language/words.ts';
import { rowOf, type Spoken } from '../spoken.ts';
import { type LessonWay, lessonWay } from '../way.ts';

type Found = ReturnType<LessonWay['search']>[number];

/** What a teacher says of a word and the little word behind it. */
const links = ['goes with', 'takes', 'needs', 'is followed by', 'always goes with', 'always takes', 'comes with'];

function found(spoken: readonly Spoken[], at: number): Found[] {
  const word = spoken[at];
  if (word === undefined || word.sentence.role === 'student' || !isContent(word.lower) || word.lower.endsWith('s'))
    return [];
  return links.flatMap((link): Found[] => {
    const to = at + 1 + link.split(' ').length;
    const behind =
      spoken[to]?.lower === 'the' || spoken[to]?.lower === 'preposition' ? spoken[to + 1]?.lower : spoken[to]?.lower;
    if (rowOf(spoken, at + 1, to) !== link || behind === undefined || !prepositions.has(behind)) return [];
    // "He goes with us": the little word must be the last that is said of it
    const next = spoken[to + 1];
    const isLast =
      next === undefined ||
      next.mark !== '' ||
      next.sentence !== word.sentence ||
      /^(?:and|not|so|but)$/.test(next.lower);
    return isLast
      ? [{ sentence: word.sentence, phrase: `${word.lower} ${behind}`, definition: null, part: null, isWhole: true }]
      : [];
  });
}

/** The teacher says which little word goes with a word: "Proud goes with of". */
export const goesWith = lessonWay({
  name: 'goes with',
  says: 'The teacher says which little word goes with a word.',
  search: ({ heard }) => heard.turns.flatMap(({ spoken }) => spoken.flatMap((_, at) => found(spoken, at))),
  finds: [
    ['Proud goes with of.', { term: 'proud of', definition: null }],
    ['Careful, depend always takes on.', { term: 'depend on', definition: null }],
  ],
  leaves: ['The red door goes with the grey wall.', 'It takes on a new colour.'],
  rareBecause: 'most teachers only say the two together',
});
