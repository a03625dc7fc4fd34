import { isContent, objectPronouns, subjectPronouns } from '../../../language/words.ts';
import type { Hearing } from '../heard.ts';
import { meaningAt, type SaidMeaning } from '../meaning.ts';
import { rowOf, type Spoken, written } from '../spoken.ts';
import { takesIt } from '../takes.ts';
import { type LessonWay, lessonWay, type WholeLesson } from '../way.ts';

type Found = ReturnType<LessonWay['search']>[number];
type Turns = Hearing['turns'];

const longestTerm = 4;
/** "And a remedy?": a teacher's question that is nothing but the term. */
const longestOfTeacher = 3;
/** How many turns later the teacher may still tell it: a learner may try first. */
const toldWithin = 2;
/** How many turns before a learner may have heard it. */
const saidWithin = 3;
/** A teacher who tells says so many words at least. */
const fewestTold = 6;
const untold = 0.8;
/** "Row, what is it?" */
const asksBehind =
  /^(?:(?:and|so|but|sorry|okay|ah|oh|no) )*(?<term>.{2,40}?) (?:what (?:is|'s|does|means) (?:it|that|this)(?: mean)?|what is|what means|what it (?:is|means)|i (?:don't|do not|didn't) (?:know|remember|understand) (?:this|that|it)(?: one| word)?)$/u;
const reactions =
  /^(?:ah|oh|yes|yeah|no|well|okay|ok|exactly|right|good|great|perfect|lovely|nearly|almost|so|and|sure|hm|it|that|this|is|'s|means|they|'re|are|basically|just|like)$/;
const startsSentence = /^(?:an?|the|to) \S+(?:'s|(?: \S+)? (?:is|are|means)) /i;
const notTerms =
  /^(?:the worst|the best|worst|best|most|who|where|when|how|why|this|that|it|these|those|the|your|my|his|her|their|our|new|next|there|here|up|wrong|right|that one|going|different|happening|what|word|mean)\b/;

interface Asked {
  row: string;
  text: string;
  sentence: Spoken['sentence'];
  /** The place after the question in its turn. */
  end: number;
  /** Whether the question is nothing but the term. */
  isAlone: boolean;
  /** Whether nothing but a term can be asked about so: "Row, what is it?" */
  isPlain: boolean;
}

/** The term that a question asks about: "What does lease mean?", "What's a lease?", "Do you know lease?", "Lease?" */
function askedIn(spoken: readonly Spoken[], from: number, to: number, isLearner: boolean): Asked | null {
  const question = rowOf(spoken, from, to);
  const asks =
    /^(?:(?:and|so|but|sorry|okay|ah|oh) )*(?:what (?:is|does|means?|are)|what's|what do you mean by|do you (?:know|remember)(?: what)?|can you explain|who knows) (?:the word |the verb |the phrase |an? |the |to )?(?<term>.{2,40}?)(?: means?| is| are| in english| exactly| again)*$/u.exec(
      question,
    );
  const behind = isLearner ? asksBehind.exec(question)?.groups?.term : undefined;
  if (behind === undefined && spoken.slice(from + 1, to).some(({ mark }) => mark !== '')) return null;
  const longest = isLearner ? longestTerm : longestOfTeacher;
  const isAlone = to - from <= longest && spoken[from]?.sentence.question === true;
  const row = (asks?.groups?.term ?? behind ?? (isAlone ? question : '')).replace(
    /^(?:(?:and|so|or) )?(?:an?|the|to|any) /,
    '',
  );
  const words = row.split(' ');
  if (
    row === '' ||
    words.length > longestTerm ||
    / (?:there|here|now|then|again)$/.test(row) ||
    notTerms.test(row) ||
    !words.some(isContent)
  )
    return null;
  if (
    words.some(
      (word) => subjectPronouns.has(word) || objectPronouns.has(word) || /^(?:'s|is|are|was|do|did)$/.test(word),
    )
  )
    return null;
  const sentence = spoken[from]?.sentence;
  const places = spoken.map((_, at) => at).slice(from, to);
  const place = places.findLast((at) => rowOf(spoken, at, at + words.length) === row);
  if (sentence === undefined || place === undefined) return null;
  return {
    row,
    text: written(spoken, place, place + words.length),
    sentence,
    end: to,
    isAlone: asks === null && behind === undefined,
    isPlain: behind !== undefined,
  };
}

/** "To hire something out": the term again. */
const withoutObject = (text: string): string =>
  text.replace(/^to /, '').replace(/ (?:something|somebody|someone)\b/, '');

/** The meaning that a turn tells from a place on, behind what only answers. */
function toldFrom(
  spoken: readonly Spoken[],
  from: number,
  row: string,
  { lexicon }: WholeLesson,
): { meaning: SaidMeaning; sentence: Spoken['sentence'] } | null {
  let at = from;
  while (reactions.test(spoken[at]?.lower ?? '')) at += 1;
  const word = spoken[at];
  const meaning = word === undefined ? null : meaningAt(spoken, at, lexicon);
  if (word === undefined || meaning === null || meaning.kind === 'words' || word.sentence.question) return null;
  // "To pass out means …", "The landlady's the woman …": a sentence of its own
  const after = spoken.slice(meaning.end, meaning.end + 2);
  const isSubject = after.some(({ lower, mark }, i) => /^(?:is|are|means?)$/.test(lower) && (i > 0 || mark === ''));
  const isOwn =
    isSubject ||
    withoutObject(meaning.definition) === row ||
    startsSentence.test(meaning.definition) ||
    ` ${rowOf(spoken, at, meaning.end)} `.includes(` ${row} `);
  return isOwn ? null : { meaning, sentence: word.sentence };
}

/** What the learner answers, where the teacher takes it. */
function toldByLearner(turns: Turns, at: number, row: string, lesson: WholeLesson): ReturnType<typeof toldFrom> {
  const [learner, teacher] = turns.slice(at + 1, at + 3);
  if (learner?.turn.role !== 'student' || teacher === undefined || teacher.turn.role === 'student') return null;
  return takesIt(teacher.spoken) ? toldFrom(learner.spoken, 0, row, lesson) : null;
}

function isSaidBefore({ heard }: WholeLesson, at: number, row: string): boolean {
  return heard
    .places(row)
    .some(({ role, turn }) => role !== 'student' && turn.index < at && at - turn.index <= saidWithin);
}

function wordsAskedAbout(lesson: WholeLesson): Found[] {
  const { turns }: { turns: Turns } = lesson.heard;
  return turns.flatMap(({ turn, spoken }, at): Found[] => {
    const found: Found[] = [];
    for (let from = 0; from < spoken.length; ) {
      let to = from + 1;
      while (to < spoken.length && spoken[to]?.sentence === spoken[from]?.sentence) to += 1;
      const isLearner = turn.role === 'student';
      const asked = askedIn(spoken, from, to, isLearner);
      from = to;
      if (asked === null) continue;
      // what a learner asks back alone was said by the teacher just before
      if (isLearner && asked.isAlone && !isSaidBefore(lesson, turn.index, asked.row)) continue;
      const later = turns.slice(at + 1, at + 1 + toldWithin).filter((each) => each.turn.role !== 'student');
      const own = isLearner ? null : toldFrom(spoken, asked.end, asked.row, lesson);
      const told =
        own ??
        (to < spoken.length && !isLearner
          ? null
          : (later.map((each) => toldFrom(each.spoken, 0, asked.row, lesson)).find((each) => each !== null) ??
            (isLearner ? null : toldByLearner(turns, at, asked.row, lesson))));
      if (told === null || told === undefined) {
        if (asked.isPlain && later.some((each) => each.spoken.length >= fewestTold))
          found.push({
            sentence: asked.sentence,
            phrase: asked.text,
            definition: null,
            part: null,
            isWhole: true,
            weight: untold,
          });
        continue;
      }
      found.push({
        sentence: own === null ? told.sentence : asked.sentence,
        ...(own !== null && { until: told.sentence }),
        phrase: asked.text,
        definition: told.meaning.definition,
        part: null,
        isWhole: true,
      });
    }
    return found;
  });
}

/** Somebody asks what it is, and the teacher tells it. */
export const askedThenTold = lessonWay({
  name: 'asked then told',
  says: 'Somebody asks what it is, and the teacher tells it.',
  search: wordsAskedAbout,
  finds: [
    [
      ['Student: What is a trowel?', "It's a small tool that you smooth a wall with."],
      { term: 'trowel', definition: 'a small tool that you smooth a wall with' },
    ],
    [
      ['What does plaster mean?', 'Student: A wall?', 'The soft stuff that you put on a wall.'],
      { term: 'plaster', definition: 'the soft stuff that you put on a wall' },
    ],
    [
      ['Student: Grout, what is it?', 'Oh, look at the tiles in your bathroom, at the lines between them.'],
      { term: 'Grout', definition: null },
    ],
    [
      ['What does plumb mean?', 'Student: Something that goes straight down.', 'Exactly.'],
      { term: 'plumb', definition: 'Something that goes straight down' },
    ],
  ],
  leaves: [
    ['Student: It is as steep as a ladder?', 'A wall that you cannot climb.'],
    ['What is your address?', "Student: It's the house that you see."],
    ['Student: What is a trowel?', 'Wait, I will show you.'],
  ],
});
