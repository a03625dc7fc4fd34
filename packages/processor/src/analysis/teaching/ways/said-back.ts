import { prepositions } from '../../../language/words.ts';
import { isListedPhrase } from '../dictionary-form.ts';
import type { Hearing } from '../heard.ts';
import { loneRowBefore } from '../lone-row.ts';
import { isBreak, rowOf, type Spoken, written } from '../spoken.ts';
import { type LessonWay, lessonWay, type WholeLesson } from '../way.ts';

type Found = ReturnType<LessonWay['search']>[number];

const longest = 5;

/** Where what a turn says alone ends: at its first full stop. */
function endOfFirst(spoken: readonly Spoken[]): number {
  let at = 1;
  while (at <= Math.min(spoken.length, longest) && !isBreak(spoken[at])) at += 1;
  return at;
}

function back(turns: Hearing['turns'], at: number, { lexicon, heard }: WholeLesson): Found[] {
  const { turn, spoken } = turns[at] ?? { spoken: [] };
  const before = turns[at - 1];
  if (turn?.role !== 'student' || before === undefined || before.turn.role === 'student') return [];
  const end = endOfFirst(spoken);
  const lone = end > Math.min(spoken.length, longest) ? null : loneRowBefore(spoken, end);
  if (lone === null) return [];
  const row = rowOf(spoken, lone.from, lone.to);
  const isTerm =
    isListedPhrase(row, lexicon) && (lone.to - lone.from > 2 || !prepositions.has(row.split(' ')[0] ?? ''));
  // in the same form: "Give up." – "Given up."
  const isSame = isTerm && ` ${rowOf(before.spoken, 0, before.spoken.length)} `.includes(` ${row} `);
  const said = isSame ? heard.places(row).find((place) => place.turn === before.turn) : undefined;
  return said === undefined
    ? []
    : [
        {
          sentence: said.sentence,
          phrase: written(spoken, lone.from, lone.to),
          definition: null,
          part: null,
          isWhole: true,
        },
      ];
}

/** The teacher uses words that belong together, and the learner says them back alone. */
export const saidBack = lessonWay({
  name: 'said back',
  says: 'The teacher uses words that belong together, and the learner says them back alone.',
  search: (lesson) => lesson.heard.turns.flatMap((_, at) => back(lesson.heard.turns, at, lesson)),
  finds: [
    [
      ['The wall was up in two days, it was a piece of cake.', 'Student: A piece of cake. I like cake.'],
      { term: 'piece of cake', definition: null },
    ],
    [
      ['With so few customers we only break even.', 'Student: Break even. So there is no money for us?'],
      { term: 'Break even', definition: null },
    ],
  ],
  leaves: [
    ['We painted the whole wall.', 'Student: The whole wall.'],
    ['It was a piece of cake.', 'Student: Yes, I see.'],
  ],
  needsMarks: 'only a full stop shows that it was said alone',
});
