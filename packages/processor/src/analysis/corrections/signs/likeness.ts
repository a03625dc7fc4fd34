import { type Unit, unitsOf } from '../../../language/align.ts';
import { sameBase } from '../../../language/inflection.ts';
import { articles, auxiliaries, doForms, isContent, prepositions, questionWords } from '../../../language/words.ts';
import { findLearnerErrors } from '../../learner-errors/find-learner-errors.ts';
import type { Sentence } from '../../types.ts';
import type { SignName } from '../../weighing/confidence.ts';
import type { Edit } from '../compare/edit.ts';
import type { Part } from '../compare/parts.ts';
import type { Lesson } from '../lesson.ts';
import type { Source } from '../ways/sources.ts';
import { isNoVersion } from './no-version.ts';

/** Fewer words than this are said again for many reasons. */
const fewestMirrored = 4;

/** Whether a part says nothing but the learner's own words of meaning again, in some form and order. */
export function mirrors(learner: readonly Unit[], part: Part): boolean {
  // without marks the head of a turn may be all that is said again
  const isAll = part.whole || part.unmarked === true;
  if (!isAll || part.full === true || part.units.length < fewestMirrored) return false;
  const meant = part.units.filter(({ norm }) => isContent(norm));
  return (
    meant.length > 0 && meant.every(({ norm }) => learner.some((own) => own.norm === norm || sameBase(own.norm, norm)))
  );
}

/** A teacher who hands all the words back at once, otherwise put, mends them: "I have only dog." "I only have a dog." */
export function signsOfMirror(
  learner: readonly Unit[],
  source: Source,
  part: Part,
  isFirstPerson: boolean,
): SignName[] {
  if (source.way !== 'next' || source.turns !== 1 || source.distance > 2 || !mirrors(learner, part)) return [];
  return [isFirstPerson ? 'all words handed back in the first person' : 'all words handed back'];
}

const placeholder = /^(?:somebody|someone|something|sb|sth)$/;
const agrees = /,\s*(?:exactly|yes|yeah|right|indeed|that's right|correct)[.!]*$/i;
const offersAnother =
  /^(?:(?:perfect|good|great|yes|right|exactly|lovely|excellent),? )?(?:or|otherwise|alternatively|you (?:could|can|might) also)\b/i;
/** "Which is okay, but we'd normally say": no mistake. */
const isFine =
  /\b(?:is|that's|it's|was|not) (?:also |perfectly |totally |quite |actually )?(?:okay|ok|fine|correct|wrong|possible|acceptable)\b[^.?!]*\bbut\b/i;
const joining = /^(?:if|because|when|although|while|that)$/;

/** Whether the learner said the teacher's new noun too, beside this sentence: then it replaces nothing here. */
function saidBeside(lesson: Lesson, learner: Sentence, added: readonly string[]): boolean {
  const fresh = added.filter(isContent);
  if (fresh.length !== 1 || lesson.lexicon.partsOfSpeech(lesson.lexicon.lemma(fresh[0] ?? ''))[0] === 'verb')
    return false;
  return [learner.id - 1, learner.id + 1].some(
    (id) =>
      lesson.sentences[id]?.turn === learner.turn &&
      (lesson.units[id] ?? []).some(({ norm }) => norm === fresh[0]) &&
      !(lesson.units[learner.id] ?? []).some(({ norm }) => norm === fresh[0]),
  );
}

/** Whether the right words run over the seam of two sentences: "would not Hadn't". */
const runsOver = ({ right }: Edit): boolean =>
  right.some(
    (word, at) => at > 0 && /^\p{Lu}\p{Ll}/u.test(word) && auxiliaries.has(word.toLowerCase().replace(/n't$/, '')),
  );

/** Whether words ask, also where nobody put a question mark. */
const opensQuestion = ([first, second]: readonly Unit[] = []): boolean =>
  questionWords.has(first?.norm ?? '') && auxiliaries.has(second?.norm ?? '');

/** Reasons against taking a change for a correction, whatever speaks for it. */
export function doubtsAbout(lesson: Lesson, learner: Sentence, source: Source, part: Part, edit: Edit): SignName[] {
  const { removed, added } = edit;
  const never: SignName[] = ['no version of it'];
  const units = lesson.units[learner.id] ?? [];
  const fresh = (word: string): boolean => added.includes(word) && !removed.includes(word);
  // "Tell somebody, say something" is a rule, no version of the learner's sentence
  if (part.units.some(({ norm }) => placeholder.test(norm) && !units.some((own) => own.norm === norm))) return never;
  if (runsOver(edit) || isNoVersion(lesson, learner, source, part, edit)) return never;
  // "The man who brought it, without he": the remark hangs on to the version
  if (fresh('without')) return never;
  if (fresh('one') || fresh('ones')) return removed.some(isContent) ? never : [];
  // "Look at." names the verb with its preposition, in its plain form
  const last = part.units.at(-1)?.norm ?? '';
  if (part.units.length <= 3 && prepositions.has(last) && added.some(isContent)) return never;
  if (added.length > 1 && added.some((word) => joining.test(word) && fresh(word))) return never;
  // "how do you call it", "what do you call it": one question word for another asks nothing new
  const asksAnew = removed.some((word) => questionWords.has(word) && !added.includes(word));
  const asksNew = !asksAnew && added.some((word) => questionWords.has(word) && fresh(word));
  const asked = opensQuestion(unitsOf(part.sentence.core)) && !questionWords.has(units[0]?.norm ?? '');
  if ((part.sentence.question || asked) && !learner.question && asksNew) return never;
  // "what does he write" wants to know it
  if (asked && !learner.question && added.some((word) => doForms.has(word) && fresh(word))) return never;
  // "Is a hat?" asks, and is answered
  if (learner.question && edit.signs.includes('subject left out')) return never;
  const signs: SignName[] = [];
  // "how was it I get back" holds a question to the teacher
  // "But you will be kind?" "I'm always kind." is an answer
  const isAnswer = learner.question && !part.sentence.question && ['i', 'my'].includes(part.units[0]?.norm ?? '');
  if (isAnswer && !edit.known && units.some(({ norm }) => norm === 'you')) signs.push('question left out');
  if (
    !learner.question &&
    asksAnew &&
    !added.some((word) => questionWords.has(word) && fresh(word)) &&
    !edit.signs.includes('what for that')
  )
    signs.push('question left out');
  if (source.way !== 'own' && source.way !== 'feedback' && offersAnother.test(part.sentence.raw))
    signs.push('another way to say it');
  if (source.way === 'feedback' && isFine.test(part.sentence.raw)) signs.push('another way to say it');
  if (saidBeside(lesson, learner, added)) signs.push('learner said the new word too');
  if (agrees.test(part.sentence.raw) && [...removed, ...added].every((word) => articles.has(word)))
    signs.push('an echo that agrees');
  const rightWords = part.units.map(({ norm }) => norm);
  const errors = findLearnerErrors(rightWords);
  const isOfChange = ({ from, to }: { from: number; to: number }): boolean =>
    rightWords.slice(from, to).some((word) => fresh(word));
  if (errors.length > 0)
    signs.push(errors.some(isOfChange) ? 'the right words hold an error' : 'an error beside the right words');
  return signs;
}
