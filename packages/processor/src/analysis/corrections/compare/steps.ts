import type { Step, Unit } from '../../../language/align.ts';
import {
  adverbs,
  articles,
  auxiliaries,
  beForms,
  isContent,
  modals,
  particles,
  possessives,
  prepositions,
  subjectPronouns,
} from '../../../language/words.ts';
import type { Lexicon } from '../../../lexicon/types.ts';
import { findLearnerErrors } from '../../learner-errors/find-learner-errors.ts';
import { missingSubject } from '../../learner-errors/verb-errors.ts';
import type { Markers } from '../markers.ts';
import type { Part } from './parts.ts';

export const openWords = new Set('more most much many too very less'.split(' '));

export const isEdit = (step: Step) => step.kind !== 'same' && step.kind !== 'person';

export const norm = (units: readonly Unit[], i: number) => (i < 0 ? '' : (units[i]?.norm ?? ''));

export interface Context {
  wrong: readonly Unit[];
  right: readonly Unit[];
  lexicon: Lexicon;
  markers: Markers;
  teacherSaid: string;
}

const shortAnswer = 3;

/** "Is a girl", with nobody behind the verb whom it could ask about. */
const opensWithBe = ([first, second]: readonly Unit[]): boolean =>
  beForms.has(first?.norm ?? '') &&
  second !== undefined &&
  !subjectPronouns.has(second.norm) &&
  second.norm !== 'there';

/** "Then was a storm" beside "there was a storm": nothing that the verb could be about stands before it. */
function isThereLeftOut({ right }: Step, context: Context): boolean {
  const be = norm(context.right, right + 1);
  if (norm(context.right, right) !== 'there' || !beForms.has(be)) return false;
  const at = context.wrong.findIndex(({ norm: word }) => word === be);
  const before = norm(context.wrong, at - 1);
  return at >= 0 && !isContent(before) && !subjectPronouns.has(before) && before !== 'there';
}

/** Drops the words at both ends that only the teacher says, unless they are the little words a learner forgets. */
export function trim(steps: readonly Step[], context: Context, part?: Part): Step[] {
  const lacksSubject = findLearnerErrors(context.wrong.slice(0, 3).map((unit) => unit.norm)).some(
    (error) => error.from === 0 && error.rule === missingSubject,
  );
  const meaningful = (step: Step | undefined) => {
    const word = norm(context.right, step?.right ?? -1);
    return (
      step?.kind === 'insert' &&
      (articles.has(word) ||
        possessives.has(word) ||
        prepositions.has(word) ||
        (auxiliaries.has(word) && !modals.has(word)) ||
        // a word that moved, and the subject that "Is too long" lacks
        (adverbs.has(word) && context.wrong.some((unit) => unit.norm === word)) ||
        (word === 'it' && (lacksSubject || opensWithBe(context.wrong))) ||
        isThereLeftOut(step, context) ||
        context.markers.add.has(word))
    );
  };
  let from = 0;
  let to = steps.length;
  const matched = (step: Step | undefined) => step !== undefined && step.kind !== 'insert' && step.kind !== 'delete';
  while (from < to && !matched(steps[from])) from += 1;
  while (to > from && !matched(steps[to - 1])) to -= 1;
  while (from > 0 && meaningful(steps[from - 1])) from -= 1;
  // "because of pressure", "Blood pressure.": all of two or three words back counts
  if (part?.whole === true && part.units.length <= shortAnswer && isContent(norm(context.right, 0))) from = 0;
  // "where is the station" beside "where the station is", "late two hours" beside "two hours late"
  const movedToEnd = (step: Step | undefined) => {
    const word = norm(context.right, step?.right ?? -1);
    return steps.some((other) => other.kind === 'delete' && norm(context.wrong, other.wrong) === word);
  };
  // "maybe I will need", "maybe I'll need it"
  const isObject = (step: Step | undefined) =>
    ['it', 'them', 'him', 'her'].includes(norm(context.right, step?.right ?? -1)) &&
    steps[to - 1]?.wrong === context.wrong.length - 1;
  // "has six years", "is six years old"
  const isOld = (step: Step | undefined) =>
    norm(context.right, step?.right ?? -1) === 'old' && norm(context.right, (step?.right ?? 0) - 1) === 'years';
  // a particle that closes the part belongs to its verb; one that goes on to new words does not
  if (
    to === steps.length - 1 &&
    to > 0 &&
    steps[to]?.kind === 'insert' &&
    (particles.has(norm(context.right, steps[to]?.right ?? -1)) ||
      movedToEnd(steps[to]) ||
      isObject(steps[to]) ||
      isOld(steps[to]))
  )
    to += 1;
  return steps.slice(from, to);
}

const agreeing: Record<string, ReadonlySet<string>> = {
  i: new Set(['am', 'was']),
  you: new Set(['are', 'were']),
  we: new Set(['are', 'were']),
};

/** "I was" answered by "you were" is no change; "we was" answered by "you were", or "sales was" by "sales were", is one. */
export function honestPersons(steps: readonly Step[], wrong: readonly Unit[]): Step[] {
  return steps.map((step, i) => {
    const be = norm(wrong, step.wrong);
    if (step.kind !== 'person' || !beForms.has(be)) return step;
    const subject = [steps[i - 1], steps[i - 2], steps[i + 1]].find(
      (near) => near?.kind === 'person' && Object.hasOwn(agreeing, norm(wrong, near.wrong)),
    );
    const fits = subject !== undefined && agreeing[norm(wrong, subject.wrong)]?.has(be) === true;
    return fits ? step : { ...step, kind: 'swap' };
  });
}

/** Whether an alignment is a near-repetition at all, and how close. */
export function closeness(
  steps: readonly Step[],
  context: Pick<Context, 'wrong' | 'right'>,
  partLength: number,
): number {
  let kept = 0;
  let content = 0;
  let exact = 0;
  for (const step of steps) {
    if (step.kind === 'insert' || step.kind === 'delete') continue;
    const [a, b] = [norm(context.wrong, step.wrong), norm(context.right, step.right)];
    if (step.kind === 'swap') continue;
    kept += 1;
    if (isContent(a) && isContent(b)) content += 1;
    if (step.kind === 'same' && isContent(a)) exact += 1;
  }
  const said = steps.filter((step) => step.wrong >= 0).length;
  if (kept < 2 && !(partLength <= 3 && content === 1)) return 0;
  // "I good" is all there in "You're good"
  const isAll =
    kept >= 2 &&
    kept === context.wrong.length &&
    context.right.length <= kept + 2 &&
    steps.some(({ kind }) => kind === 'same');
  if (content === 0 && kept < 4 && !isAll) return 0;
  const share = Math.min(kept / Math.max(1, partLength), kept / Math.max(1, said));
  // one verb in two forms is little to go by: "I see" and "I have seen that film"
  const isShort = context.wrong.length <= 3 && context.right.length <= context.wrong.length + 1;
  const isTiny = isAll || (content > 0 && kept >= 2 && isShort);
  return exact === 0 && share < 0.7 && !isTiny ? 0 : share;
}
