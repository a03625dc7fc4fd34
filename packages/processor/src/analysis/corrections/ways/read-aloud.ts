import { announcesTheLearnersWords } from '../../conversation/moves/announces-the-learners-words.ts';
import { hasLearnerError } from '../../learner-errors/find-learner-errors.ts';
import type { Sentence } from '../../types.ts';
import type { Lesson } from '../lesson.ts';

/** What is said to mend it is the teacher's own. */
const mends = /\b(?:not|don't|never|instead of|should be|should say|we say|correct)\b/i;
const fewestWords = 4;
/** How far back in a turn an announcement may stand. */
const announcedWithin = 3;

/** Whether a teacher's sentence is the learner's, read aloud to be put right. */
export function isReadAloud(lesson: Lesson, sentence: Sentence): boolean {
  if (sentence.core.length < fewestWords || sentence.question || mends.test(sentence.raw)) return false;
  const isWrong = hasLearnerError(sentence.core.map(({ lower }) => lower));
  if (announcesTheLearnersWords.isIn(sentence.raw)) return isWrong;
  const before = lesson.sentences
    .slice(Math.max(0, sentence.id - announcedWithin), sentence.id)
    .filter(({ turn }) => turn === sentence.turn);
  const last = before.at(-1);
  if (last !== undefined && !last.question && announcesTheLearnersWords.isIn(last.raw) && last.words.length <= 8)
    return true;
  return isWrong && before.some(({ raw }) => announcesTheLearnersWords.isIn(raw));
}
