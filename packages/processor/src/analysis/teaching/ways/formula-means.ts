import { subjectPronouns } from '../../../language/words.ts';
import type { Hearing } from '../heard.ts';
import { meaningAt } from '../meaning.ts';
import { isBreak, isMarked, rowOf, type Spoken, written } from '../spoken.ts';
import { type LessonWay, lessonWay, type WholeLesson } from '../way.ts';

type Found = ReturnType<LessonWay['search']>[number];

const fewest = 3;
const longest = 6;
const tellsNothing = /^(?:nothing|something|everything|a lot|so much|you|no|yes|that)\b(?! \p{L}+ \p{L}+)/iu;
const opens = /^(?:and|but|so|or|say|okay|yes|well|now|english|nice|lovely|like)$/;

/** A whole clause that ends before a place and is said again in the lesson: "I'll hold you to that". */
function formulaBefore(spoken: readonly Spoken[], to: number, { heard }: WholeLesson): number | null {
  for (let from = Math.max(0, to - longest); from <= to - fewest; from += 1) {
    if (spoken.slice(from + 1, to).some(isBreak)) continue;
    const word = spoken[from];
    const isOpened =
      !isMarked(spoken) ||
      from === 0 ||
      word?.mark !== '' ||
      opens.test(spoken[from - 1]?.lower ?? '') ||
      word?.sentence !== spoken[from - 1]?.sentence;
    const [first = ''] = (word?.lower ?? '').split("'");
    if (isOpened && subjectPronouns.has(first) && heard.places(rowOf(spoken, from, to)).length > 1) return from;
  }
  return null;
}

function found({ spoken }: Hearing['turns'][number], at: number, lesson: WholeLesson): Found[] {
  const word = spoken[at];
  if (word === undefined || word.lower !== 'means' || word.sentence.role === 'student' || word.sentence.question)
    return [];
  const end = /^(?:it|that|which)$/.test(spoken[at - 1]?.lower ?? '') ? at - 1 : at;
  const from = formulaBefore(spoken, end, lesson);
  const meaning = meaningAt(spoken, at + 1, lesson.lexicon, { mayTellOfOneself: true });
  if (from === null || meaning === null || tellsNothing.test(meaning.definition)) return [];
  return [
    {
      sentence: spoken[from]?.sentence ?? word.sentence,
      until: word.sentence,
      phrase: written(spoken, from, end),
      definition: meaning.definition,
      part: null,
      isWhole: true,
    },
  ];
}

/** The teacher says what a whole clause means that people say: "I could eat a horse means I'm very hungry". */
export const formulaMeans = lessonWay({
  name: 'formula means',
  says: 'The teacher says what a whole clause means that people say.',
  search: (lesson) => lesson.heard.turns.flatMap((turn) => turn.spoken.flatMap((_, at) => found(turn, at, lesson))),
  finds: [
    [["I'm all ears. I'm all ears means I'm listening."], { term: "I'm all ears", definition: "I'm listening" }],
    [
      ['In English we say it costs a fortune, it means the price is very high.', 'Student: It costs a fortune.'],
      { term: 'it costs a fortune', definition: 'the price is very high' },
    ],
  ],
  leaves: ['I painted the wall means I did it.', ['You can go. It means nothing.', 'Student: You can go.']],
});
