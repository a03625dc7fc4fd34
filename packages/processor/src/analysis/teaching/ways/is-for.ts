import { commonWords, isContent } from '../../../language/words.ts';
import { isBreak, rowOf, type Spoken } from '../spoken.ts';
import { type LessonWay, lessonWay, type WholeLesson } from '../way.ts';

type Found = ReturnType<LessonWay['search']>[number];

/** "Important is about value", "sprain is for a joint". */
const use =
  /^(?:is|are) (?:only |just |always |usually )?(?:for|about) (?!me\b|you\b|us\b|him\b|her\b|them\b|one\b|two\b|today\b|tomorrow\b)/;
/** "Raise takes an object", "tell requires a person". */
const grammar =
  /^(?:takes|needs|requires|wants) (?:an? |no |the )?(?:direct |indirect )?(?:object|person|somebody|someone|noun|verb|adjective|preposition|infinitive|gerund|plural)\b/;

function found(spoken: readonly Spoken[], at: number, { lexicon, heard }: WholeLesson): Found[] {
  const [word, next] = spoken.slice(at, at + 2);
  if (word === undefined || next === undefined || word.sentence.role === 'student' || word.sentence.question) return [];
  const opens = at === 0 || isBreak(word) || /[:–—]/.test(word.mark) || word.sentence !== spoken[at - 1]?.sentence;
  // "We don't say open. Open is for doors."
  if (at > 1 && rowOf(spoken, at - 2, at) === `say ${word.lower}`) return [];
  if (!opens || isBreak(next) || next.isGlued || !isContent(word.lower) || commonWords.has(word.lower)) return [];
  const rest = rowOf(spoken, at + 1, at + 6);
  if (!(use.test(rest) || grammar.test(rest)) || lexicon.partsOfSpeech(lexicon.lemma(word.lower)).length === 0)
    return [];
  // a word of the lesson, not a thing in it: the learner used it, and it was put right
  const isLearners = heard
    .places(word.lower)
    .some(({ role, turn }) => role === 'student' && turn.index < word.sentence.turn);
  return isLearners ? [{ sentence: word.sentence, phrase: word.text, definition: null, part: null }] : [];
}

/** The teacher says of a word that the learner used what people use it for: "A sprain is for a joint". */
export const isFor = lessonWay({
  name: 'is for',
  says: 'The teacher says of a word that the learner used what people use it for.',
  search: (lesson) => lesson.heard.turns.flatMap(({ spoken }) => spoken.flatMap((_, at) => found(spoken, at, lesson))),
  finds: [
    [
      ['Student: We must level the ladder a little.', 'Raise it, you mean. Level is for something flat.'],
      { term: 'level', definition: null },
    ],
    [
      ['Student: He explained me the plaster.', 'Explain needs a preposition for the person.'],
      { term: 'explain', definition: null },
    ],
  ],
  leaves: [
    ['Student: The ladder is new.', 'The ladder is for you.'],
    ['Student: I painted the roof.', 'Plaster is about ten pounds.'],
  ],
  needsMarks: 'only a stop shows where the sentence begins',
  rareBecause: 'most teachers say what a word means, not what it is for',
});
