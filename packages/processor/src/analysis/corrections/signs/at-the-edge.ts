import type { Step } from '../../../language/align.ts';
import { possibleBases } from '../../../language/inflection.ts';
import { isOnlyPast } from '../../../language/verb-forms.ts';
import { articles, auxiliaries, isContent, prepositions, subjectPronouns } from '../../../language/words.ts';
import type { SignName } from '../../weighing/confidence.ts';
import { type Context, norm } from '../compare/steps.ts';

/** Doubt about a change at the very edge of what the two have in common: it may be another sentence altogether. */
export function signsAtTheEdge(
  steps: readonly Step[],
  cluster: { from: number; to: number },
  all: readonly Step[],
  context: Context,
): SignName[] {
  const first = steps[cluster.from];
  const last = steps[cluster.to];
  if (first === undefined || last === undefined) return [];
  const onlyTeachers = (step: Step | undefined) =>
    step?.kind === 'insert' &&
    (isContent(norm(context.right, step.right)) || subjectPronouns.has(norm(context.right, step.right)));
  const signs: SignName[] = [];
  if (cluster.from === 0) {
    const word = norm(context.right, first.right);
    const start = all.indexOf(first);
    const ahead = all.slice(0, start);
    const begins = steps.find((step) => step.wrong >= 0)?.wrong ?? 0;
    // "My neighbour make a party." "He had a party?" is about the same person
    const isOfSame =
      ahead.length === 1 &&
      ['he', 'she', 'it', 'they'].includes(norm(context.right, ahead[0]?.right ?? -1)) &&
      begins > 0 &&
      isContent(norm(context.wrong, begins - 1));
    const cutOff = start > 0 && ahead.some(onlyTeachers) && !isOfSame;
    const learnerHasMore = begins > 0;
    // "Physics is boring" does not mend "It was boring": the subjects differ
    if (cutOff && (auxiliaries.has(word) || first.kind !== 'insert')) signs.push('cut off before a verb');
    if (cutOff && first.kind === 'insert') signs.push('cut off before new words');
    if (first.kind === 'insert' && !isOfSame && (prepositions.has(word) || auxiliaries.has(word)))
      signs.push('new little word at the edge');
    if (first.kind === 'insert' && subjectPronouns.has(word) && learnerHasMore) signs.push('new subject at the edge');
    // an imperative, or a fragment, against the learner's full clause
    const [own, said] = [norm(context.wrong, first.wrong), norm(context.right, first.right)];
    const isBare = own !== said && possibleBases(own).includes(said) && !isOnlyPast(said);
    if (first.kind === 'form' && isBare && subjectPronouns.has(norm(context.wrong, first.wrong - 1)))
      signs.push('bare verb at the edge');
  }
  const end = all.indexOf(last);
  if (cluster.to === steps.length - 1 && last.kind !== 'delete' && onlyTeachers(all[end + 1]))
    signs.push(last.kind === 'form' ? 'goes on after another form' : 'goes on with new words');
  // "it's blue" and "it's a blue case": the article belongs to a noun that the learner never said
  if (last.kind === 'insert' && articles.has(norm(context.right, last.right)) && onlyTeachers(all[end + 2]))
    signs.push('article of a new noun');
  return signs;
}
