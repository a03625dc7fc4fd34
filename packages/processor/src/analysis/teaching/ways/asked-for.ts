import { isContent, isNumber, openers, praise, prepositions, timeWords } from '../../../language/words.ts';
import type { Lexicon } from '../../../lexicon/types.ts';
import type { Hearing } from '../heard.ts';
import { isPause } from '../lone-row.ts';
import { type Request, requestIn } from '../request.ts';
import { isBreak, isMarked, rowOf, type Spoken, written } from '../spoken.ts';
import { takesIt } from '../takes.ts';
import { type LessonWay, lessonWay, type WholeLesson } from '../way.ts';

type Found = ReturnType<LessonWay['search']>[number];
type Turns = Hearing['turns'];

const longestAnswer = 5;
const inAnswers =
  /^(?:i|i'll|i'd|i'm|i've|you|he|she|it|we|they|this|that|what|where|how|why|who|because|is|are|was|were|do|does|did|don't|not|my|his|her|your|'s|'re|maybe|think|know|uh|um)$/;

interface Answer {
  from: number;
  to: number;
  /** Whether the teacher first said that it was right. */
  isPraised: boolean;
  row: string;
}

const isReaction = (word: string): boolean => praise.has(word) || openers.has(word);
const intro = /^(?:and|we|say|called|very|so)$/;

/** What a turn opens with, said alone: "A vet!", "Yes, a vet", "break or break time". */
function answerIn(spoken: readonly Spoken[], begun: string): Answer {
  let from = 0;
  const lowerAt = (at: number): string => spoken[at]?.lower ?? '';
  // "Oh, I know this. An anvil!"
  if (/^(?:oh |ah )?i (?:know|remember)/.test(rowOf(spoken, 0, 3))) {
    const next = spoken.findIndex((word, at) => at > 0 && isBreak(word));
    if (next > 0 && next < longestAnswer + 2) from = next;
  }
  const isPraised = praise.has(lowerAt(0)) || /^(?:very|yes|yeah|yep|right)$/.test(lowerAt(0));
  for (;;) {
    const lower = lowerAt(from);
    if (from < spoken.length - 1 && (isReaction(lower) || intro.test(lower))) from += 1;
    else if (/^(?:it|that|he|she|they|you)$/.test(lower) && /^(?:is|'s|are|'re)$/.test(lowerAt(from + 1))) from += 2;
    else break;
  }
  // "Fantastic idea": praise of something, no answer
  if (from > 0 && praise.has(lowerAt(from - 1)) && spoken[from]?.mark === '' && isMarked(spoken))
    return { from, to: from, isPraised, row: '' };
  if (/^(?:an?|the|to)$/.test(lowerAt(from))) from += 1;
  const endOf = (start: number): number => {
    let at = start + 1;
    while (
      at < spoken.length &&
      !isPause(spoken[at]) &&
      lowerAt(at) !== 'or' &&
      !isReaction(lowerAt(at)) &&
      spoken[at]?.sentence === spoken[at - 1]?.sentence
    )
      at += 1;
    return Math.min(at, spoken.length);
  };
  let to = endOf(from);
  // "Pain… painkiller!"
  if (begun !== '' && to < spoken.length && rowOf(spoken, from, to) === begun && lowerAt(to).startsWith(begun)) {
    from = to;
    to = endOf(from);
  }
  return { from, to, isPraised, row: rowOf(spoken, from, to) };
}

function isTerm({ row, from, to }: Answer, lexicon: Lexicon): boolean {
  const words = row.split(' ');
  if (to - from < 1 || to - from > longestAnswer || !words.some(isContent)) return false;
  if (words.some((word) => inAnswers.test(word) || timeWords.has(word) || openers.has(word) || isNumber(word)))
    return false;
  return words.length > 1
    ? !(prepositions.has(words[0] ?? '') || /^(?:with|of|for|from|to)$/.test(words.at(-1) ?? '')) ||
        lexicon.isPhrase(row)
    : lexicon.partsOfSpeech(lexicon.lemma(row)).length > 0;
}

interface Taken {
  turn: Turns[number];
  answer: Answer;
  /** Whether the teacher said it after the learner, or praised it. */
  isTaken: boolean;
}

/** The word that answers a request: the learner's, where the teacher takes it; else the teacher's. */
function answerTo(
  request: Request,
  learner: Turns[number] | undefined,
  teacher: Turns[number] | undefined,
  lexicon: Lexicon,
): Taken | null {
  if (learner === undefined || learner.turn.role === 'teacher') return null;
  const begun = request.start.toLowerCase();
  const own = answerIn(learner.spoken, begun);
  const given = teacher === undefined ? null : answerIn(teacher.spoken, begun);
  const isAnswer = (answer: Answer): boolean =>
    isTerm(answer, lexicon) && answer.row.startsWith(begun) && answer.row !== begun;
  const same = given !== null && lexicon.lemma(own.row) === lexicon.lemma(given.row);
  const mine: Taken = { turn: learner, answer: own, isTaken: true };
  // the teacher may turn at once to something else that the learner said: "Dizzy. It is because of pressure." – "Blood pressure."
  const rest = learner.spoken.slice(own.to).map(({ lower }) => lower);
  const isOfTheRest =
    given !== null && !same && given.row.split(' ').some((word) => isContent(word) && rest.includes(word));
  if (isOfTheRest && isAnswer(own)) return { ...mine, isTaken: false };
  // "Good. And the room …": praised, and already at the next one
  if (given?.isPraised === true && !same && isAnswer(own)) return mine;
  if (teacher !== undefined && given !== null && isAnswer(given))
    return { turn: teacher, answer: given, isTaken: same };
  const isTakenUp = teacher !== undefined && takesIt(teacher.spoken);
  return isAnswer(own) && (given?.isPraised === true || begun.length > 1 || isTakenUp) ? mine : null;
}

function wordsAskedFor(lesson: WholeLesson): Found[] {
  const { turns } = lesson.heard;
  return turns.flatMap((asking, at): Found[] => {
    if (asking.turn.role === 'student' || asking.spoken.length === 0) return [];
    const request = requestIn(asking);
    const found = request === null ? null : answerTo(request, turns[at + 1], turns[at + 2], lesson.lexicon);
    const sentence = found?.turn.spoken[found.answer.from]?.sentence;
    if (request === null || found === null || sentence === undefined) return [];
    const { answer, turn, isTaken } = found;
    const weight = request.meaning === null ? 0.75 : isTaken ? 0.95 : 0.85;
    return [
      {
        sentence,
        phrase: written(turn.spoken, answer.from, answer.to),
        definition: request.meaning,
        part: null,
        weight,
        isWhole: true,
      },
    ];
  });
}

/** The teacher tells what it means and has the learner say the word. */
export const askedFor = lessonWay({
  name: 'asked for',
  says: 'The teacher tells what it means and has the learner say the word.',
  search: wordsAskedFor,
  finds: [
    [
      ['What do we call somebody who lays bricks?', 'Student: A bricklayer.', 'A bricklayer, exactly.'],
      { term: 'bricklayer', definition: 'somebody who lays bricks' },
    ],
    [
      ['The tool you hit a nail with, what is it called?', 'Student: I forgot it.', 'Hammer.'],
      { term: 'Hammer', definition: 'The tool you hit a nail with' },
    ],
  ],
  leaves: [
    ['What do you call your sister?', 'Student: Every day I call her.', 'Good.'],
    ['Where do you live?', 'Student: In Vienna.', 'In Vienna, lovely.'],
  ],
});
