import { prepositions } from '../../../language/words.ts';
import { isListedPhrase } from '../dictionary-form.ts';
import type { Hearing } from '../heard.ts';
import { meaningAt, type SaidMeaning } from '../meaning.ts';
import { isBreak, rowOf, type Spoken, written } from '../spoken.ts';
import { subjectBefore } from '../subject.ts';
import { takesIt } from '../takes.ts';
import { type LessonWay, lessonWay, type WholeLesson } from '../way.ts';

type Found = ReturnType<LessonWay['search']>[number];
type Turns = Hearing['turns'];

const tellsOfAny = /^(?:an?|the|to|when|where|what|something|somebody|someone|people)\b/;
const longestIdiom = 6;
const fewestOfIdiom = 3;
/** How many turns before, and how many of their last words, may hold the idiom that "it" is. */
const saidWithin = 6;
const lastWords = 60;

interface Told {
  phrase: string;
  meaning: SaidMeaning;
  sentence: Spoken['sentence'];
  isWhole: boolean;
}

/** The last idiom that a dictionary lists among words that were just said. */
function idiomIn(spoken: readonly Spoken[], lexicon: WholeLesson['lexicon']): string | null {
  const last = spoken.slice(-lastWords);
  for (let from = last.length - fewestOfIdiom; from >= 0; from -= 1)
    for (let to = Math.min(last.length, from + longestIdiom); to >= from + fewestOfIdiom; to -= 1)
      if (
        !prepositions.has(last[from]?.lower ?? '') &&
        !last.slice(from + 1, to).some(isBreak) &&
        isListedPhrase(rowOf(last, from, to), lexicon)
      )
        return written(last, from, to);
  return null;
}

/** "It means …", "so it's a … that …" of the idiom that the learner said last. */
function ofTheIdiom(turns: Turns, at: number, from: number, lexicon: WholeLesson['lexicon']): string | null {
  const { spoken } = turns[at] ?? { spoken: [] };
  const own = idiomIn(spoken.slice(0, from), lexicon);
  if (own !== null) return own;
  for (let earlier = at - 1; earlier >= Math.max(0, at - saidWithin); earlier -= 1) {
    const idiom = turns[earlier]?.turn.role === 'student' ? idiomIn(turns[earlier]?.spoken ?? [], lexicon) : null;
    if (idiom !== null) return idiom;
  }
  return null;
}

/** What a learner says that something means. */
function toldBy(turns: Turns, at: number, { lexicon }: WholeLesson): Told[] {
  const { spoken } = turns[at] ?? { spoken: [] };
  return spoken.flatMap(({ lower, sentence }, is): Told[] => {
    const means = lower === 'means';
    if (!means && !/^(?:is|are|'s)$/.test(lower)) return [];
    const meaning = meaningAt(spoken, is + 1, lexicon);
    if (meaning === null || !(means ? meaning.definition.includes(' ') : tellsOfAny.test(meaning.definition)))
      return [];
    if (!means && meaning.kind === 'words') return [];
    const isIt = /^(?:it|that|this)$/.test(spoken[is - 1]?.lower ?? '');
    const subject = subjectBefore(spoken, isIt && means ? is - 1 : is, lexicon);
    const isPlace = isIt && isBreak(spoken[is - 1]) && prepositions.has(spoken[subject?.from ?? 0]?.lower ?? '');
    if (subject !== null && !isPlace && subject.isBounded && subject.article !== 'the')
      return [{ phrase: written(spoken, subject.from, subject.to), meaning, sentence, isWhole: true }];
    const idiom = isIt ? ofTheIdiom(turns, at, is - 1, lexicon) : null;
    return idiom === null ? [] : [{ phrase: idiom, meaning, sentence, isWhole: true }];
  });
}

function taken(lesson: WholeLesson): Found[] {
  const { turns } = lesson.heard;
  return turns.flatMap(({ turn }, at): Found[] => {
    const answer = turns[at + 1];
    if (turn.role !== 'student' || answer === undefined || answer.turn.role === 'student') return [];
    if (!takesIt(answer.spoken)) return [];
    return toldBy(turns, at, lesson).map(({ phrase, meaning, sentence, isWhole }) => ({
      sentence,
      phrase,
      definition: meaning.definition,
      part: null,
      isWhole,
    }));
  });
}

/** The learner says what it means, and the teacher takes it: "A trowel is a small tool that …" – "Exactly". */
export const definedByTheLearner = lessonWay({
  name: 'defined by the learner',
  says: 'The learner says what it means, and the teacher takes it.',
  search: taken,
  finds: [
    [
      ['Student: So a trowel is a tool that you smooth a wall with.', 'Exactly, well remembered.'],
      { term: 'trowel', definition: 'a tool that you smooth a wall with' },
    ],
    [
      ['Student: Derelict, that means nobody takes care of it?', "That's it, nobody for years."],
      { term: 'Derelict', definition: 'nobody takes care of it' },
    ],
  ],
  leaves: [
    ['Student: A trowel is a tool that you eat with.', 'Hm, not with a trowel.'],
    ['Student: My brother is somebody who paints houses.', 'Good for him.'],
  ],
});
