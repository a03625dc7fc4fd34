import { isContent, prepositions } from '../../../language/words.ts';
import type { Sentence } from '../../types.ts';
import type { SignName } from '../../weighing/confidence.ts';
import type { Edit } from '../compare/edit.ts';
import type { Part } from '../compare/parts.ts';
import { asks, type Lesson, opened, openedWords, sharedCount } from '../lesson.ts';
import { contentKeys } from '../ways/reach.ts';
import type { Source } from '../ways/sources.ts';
import { isAccepted, isRefused, signOfOwnTry } from './own-try.ts';

/** A later sentence of a learner's that holds the right words: the correction was heard. */
export function repetition(lesson: Lesson, learner: Sentence, after: Sentence, edit: Edit): Sentence | null {
  const right = openedWords(edit.right);
  const wrong = ` ${edit.wrong.join(' ')} `;
  let turns = 0;
  let turn = after.turn;
  for (let id = after.id + 1; id < lesson.sentences.length && id <= after.id + 9; id += 1) {
    const sentence = lesson.sentences[id];
    if (sentence === undefined) break;
    if (sentence.turn !== turn) {
      turn = sentence.turn;
      turns += 1;
      if (turns > 2) break;
    }
    if (sentence.role === 'teacher' || (learner.role === 'student' && sentence.role !== 'student')) continue;
    const said = opened(lesson.units[id] ?? []);
    if (said.includes(right) && !(wrong.length > right.length && said.includes(wrong))) return sentence;
  }
  return null;
}

/** Whether the learner's next turn picks the new word up: "Ah, yes, chef, boss." */
export function picksUp(lesson: Lesson, learner: Sentence, after: Sentence, edit: Edit): boolean {
  const fresh = edit.added.filter(
    (word) => !edit.removed.includes(word) && (isContent(word) || edit.category === 'preposition'),
  );
  if (fresh.length !== 1 || learner.role !== 'student') return false;
  for (let id = after.id + 1; id <= after.id + 6; id += 1) {
    const sentence = lesson.sentences[id];
    if (sentence === undefined || sentence.turn > after.turn + 1) return false;
    if (
      sentence.role === 'student' &&
      sentence.words.length <= 8 &&
      sentence.words.some((token) => token.lower === fresh[0])
    )
      return true;
  }
  return false;
}

/** Whether a return belongs to the going over of mistakes: it mends what is plainly wrong, or the learner takes it over. */
function isOfStretch(
  lesson: Lesson,
  { sentence }: Source,
  edit: Edit,
  closeness: number,
  isRepeated: boolean,
): boolean {
  if (!lesson.stretches.has(sentence.id)) return false;
  if (edit.known) return closeness >= 0.55;
  return edit.kind === 'word order' || (isRepeated && closeness >= 0.75 && !lesson.quoting.has(sentence.id));
}

/** A learner who says it again when mistakes are gone over. */
const isAnswer = ({ sentence, turns }: Source): boolean => sentence.role === 'student' && turns === 2;

/** Little words may change in what is only half said again; of other words more must stay. */
const isSameAgain = ({ removed, signs }: Edit, closeness: number, shared: number): boolean =>
  signs.includes('one word for another')
    ? closeness >= 0.75 || (closeness >= 0.6 && shared >= 2)
    : closeness >= (removed.some(isContent) ? 0.6 : 0.55);

const fewestToBeFar = 2;

/** Evidence from where and how the right words came. */
export function circumstances(
  lesson: Lesson,
  learner: Sentence,
  source: Source,
  part: Part,
  edit: Edit,
  fit: { closeness: number; swapped: boolean; firstPerson: boolean },
  explicit: boolean,
  repeated: Sentence | null,
): SignName[] {
  const signs: SignName[] = [];
  if (repeated !== null) signs.push('learner repeats it');
  if (explicit && source.distance <= 8) signs.push('teacher stops for it');
  if (source.way === 'later' && isOfStretch(lesson, source, edit, fit.closeness, repeated !== null))
    signs.push('in the feedback');
  else if (source.way === 'later')
    signs.push(edit.evidence >= 0.9 || source.numbered ? 'sure though much later' : 'much later');
  else if (source.way === 'feedback')
    signs.push(
      'in the feedback',
      ...(isAnswer(source) &&
      isSameAgain(edit, fit.closeness, sharedCount(lesson.keys[learner.id], contentKeys(part.units)))
        ? (['said again in the feedback'] as const)
        : []),
    );
  else if (source.way === 'own') signs.push(signOfOwnTry(lesson, learner, source, edit, fit.closeness));
  else if (source.turns <= 1) {
    if (source.distance <= 4) signs.push('at once');
  } else signs.push(repeated !== null || edit.evidence >= 0.9 ? 'sure though turns later' : 'turns later');
  const isOwn = source.way === 'own' || (source.sentence.role === 'student' && learner.role === 'student');
  const sameQuestion = learner.question && asks(part.units[0]?.norm ?? '');
  if (fit.swapped || !fit.firstPerson || sameQuestion || isOwn) signs.push('person fits');
  else if (repeated === null && !explicit && source.way === 'next') signs.push('person does not fit');
  // "On page five." is all that a teacher says to mend "It is in the page five"
  const fragment =
    part.whole &&
    part.units.length <= 5 &&
    edit.category === 'preposition' &&
    prepositions.has(part.units[0]?.norm ?? '') &&
    edit.right[0]?.toLowerCase() === part.units[0]?.norm &&
    source.turns === 1 &&
    source.distance <= 2;
  if (fragment || fit.closeness >= 0.75) signs.push('close to what was said');
  // of two words the one that stays is half of all
  else if (fit.closeness < 0.55 && (lesson.units[learner.id] ?? []).length > fewestToBeFar)
    signs.push('far from what was said');
  if (part.sentence.question && !learner.question && source.way === 'next') signs.push('asked, not said');
  if (source.way === 'prompted' || source.way === 'feedback')
    // the teacher's version goes before a learner's, which may hold the next slip
    signs.push(
      source.sentence.role !== 'student'
        ? 'prompted by the teacher'
        : isAccepted(lesson, source.sentence, edit)
          ? 'prompted and accepted'
          : isRefused(lesson, source.sentence)
            ? 'prompted, not accepted'
            : 'prompted and not refused',
    );
  if (source.way !== 'own' && source.way !== 'feedback' && saidBefore(lesson, source.sentence, edit))
    signs.push('teacher said it the same way');
  if (learner.role === 'unknown') signs.push('nobody knows who spoke');
  return signs;
}

/** Whether the teacher said the learner's very words approvingly just before: then they are not wrong. */
function saidBefore(lesson: Lesson, sentence: Sentence, edit: Edit): boolean {
  const wrong = ` ${edit.wrong.join(' ')} `;
  if (edit.wrong.length < 2 || sentence.role !== 'teacher') return false;
  for (
    let id = sentence.id - 1;
    id >= Math.max(0, sentence.id - 12) && lesson.sentences[id]?.turn === sentence.turn;
    id -= 1
  ) {
    const earlier = lesson.sentences[id];
    if (
      earlier !== undefined &&
      !earlier.question &&
      opened(lesson.units[id] ?? []).includes(wrong) &&
      !/\b(?:not|no|don't|never|say|said|wrong)\b/i.test(earlier.raw)
    )
      return true;
  }
  return false;
}
