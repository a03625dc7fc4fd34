import { determiners, lightVerbs, objectPronouns, prepositions } from '../../../language/words.ts';
import type { Lexicon } from '../../../lexicon/types.ts';
import { isPause } from '../lone-row.ts';
import { rowOf, type Spoken, written } from '../spoken.ts';
import { type LessonWay, lessonWay, type WholeLesson } from '../way.ts';

type Found = ReturnType<LessonWay['search']>[number];

const longestObject = 4;
const somebody = /^(?:we|you|people|they)$/;

interface Act {
  verb: string;
  /** Where it begins, behind its subject. */
  from: number;
  to: number;
  isNegative: boolean;
}

/** "We (don't) open a door": somebody, a verb, a short object. */
function actAt(spoken: readonly Spoken[], at: number, lexicon: Lexicon): Act | null {
  if (!somebody.test(spoken[at]?.lower ?? '')) return null;
  const isNegative = /^(?:don't|can't|never)$/.test(spoken[at + 1]?.lower ?? '');
  const from = isNegative ? at + 2 : at + 1;
  const word = spoken[from]?.lower ?? '';
  const verb = lexicon.lemma(word, 'verb');
  if (verb !== word || !lexicon.partsOfSpeech(verb).includes('verb') || isPause(spoken[from])) return null;
  let to = from + 1;
  while (
    to < spoken.length &&
    !isPause(spoken[to]) &&
    !/^(?:but|and|so|or|because|when)$/.test(spoken[to]?.lower ?? '') &&
    !somebody.test(spoken[to]?.lower ?? '') &&
    spoken[to]?.sentence === spoken[to - 1]?.sentence
  )
    to += 1;
  return to - from - 1 > longestObject ? null : { verb, from, to, isNegative };
}

/** "You win a game, you beat a person." */
function isOfOne(spoken: readonly Spoken[], at: number, ...acts: readonly (Act | null)[]): boolean {
  return (
    /^(?:you|we)$/.test(spoken[at]?.lower ?? '') &&
    acts.every((act) => act !== null && /^an?$/.test(spoken[act.from + 1]?.lower ?? ''))
  );
}

/** The second of two acts, where the first is only there to be told from it. */
function setAgainst(spoken: readonly Spoken[], at: number, { lexicon, heard }: WholeLesson): Act | null {
  const first = actAt(spoken, at, lexicon);
  if (first === null) return null;
  const between = spoken[first.to]?.lower === 'but' ? first.to + 1 : first.to;
  const second = actAt(spoken, between, lexicon);
  const isContrast = between > first.to || isOfOne(spoken, at, first, second);
  if (
    second === null ||
    second.isNegative ||
    spoken[between]?.lower !== spoken[at]?.lower ||
    second.verb === first.verb ||
    !(first.isNegative || isContrast)
  )
    return null;
  const [one, other] = [first, second].map((act) => rowOf(spoken, act.from + 1, act.to));
  const isSameThing = first.isNegative && one === other && other !== '';
  // the learner put the one verb for the other
  const isLearners = heard.places(first.verb).some(({ role }) => role === 'student');
  return isSameThing || (isLearners && other !== '') ? second : null;
}

function found(spoken: readonly Spoken[], at: number, lesson: WholeLesson): Found[] {
  const sentence = spoken[at]?.sentence;
  if (sentence === undefined || sentence.role === 'student' || sentence.question) return [];
  const act = setAgainst(spoken, at, lesson);
  if (act === null) return [];
  const object = spoken.slice(act.from + 1, act.to);
  const isAnything = object.length === 1 && objectPronouns.has(object[0]?.lower ?? '');
  const isPlace =
    prepositions.has(object[0]?.lower ?? '') && !lesson.lexicon.isPhrase(rowOf(spoken, act.from, act.from + 2));
  if (
    isPlace ||
    (isAnything && lightVerbs.has(act.verb)) ||
    (object.length > 0 && object.every(({ lower }) => determiners.has(lower)))
  )
    return [];
  return [
    { sentence, phrase: written(spoken, act.from, isAnything ? act.from + 1 : act.to), definition: null, part: 'verb' },
  ];
}

/** The teacher sets the right verb against the wrong one: "We don't open a lamp, we turn it on". */
export const notThatVerb = lessonWay({
  name: 'not that verb',
  says: 'The teacher sets the right verb against the wrong one.',
  search: (lesson) => lesson.heard.turns.flatMap(({ spoken }) => spoken.flatMap((_, at) => found(spoken, at, lesson))),
  finds: [
    [["You don't make a break, you take a break."], { term: 'take a break', definition: null }],
    [
      ['Student: I close the lamp.', 'We close a door but we switch off a lamp.'],
      { term: 'switch off a lamp', definition: null },
    ],
  ],
  leaves: ["We don't paint on Sunday, we go to the sea.", 'You paint the wall and you climb the ladder.'],
});
