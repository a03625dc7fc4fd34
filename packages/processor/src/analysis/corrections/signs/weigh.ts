import type { CorrectionCategory } from '@tulkka/shared/exercises';
import type { Step } from '../../../language/align.ts';
import { sameBase } from '../../../language/inflection.ts';
import {
  adverbs,
  articles,
  auxiliaries,
  haveForms,
  isContent,
  modals,
  negatives,
  objectPronouns,
  openers,
  possessives,
  prepositions,
  questionWords,
  subjectPronouns,
} from '../../../language/words.ts';
import type { Lexicon } from '../../../lexicon/types.ts';
import type { Change } from '../compare/change.ts';
import { type Context, norm, openWords } from '../compare/steps.ts';

export function isVerbSwap({ removed, added, before }: Change, lexicon: Lexicon): boolean {
  const verb = (word: string) => lexicon.partsOfSpeech(lexicon.lemma(word, 'verb')).includes('verb');
  const subject = before.at(-1) ?? '';
  if (sameBase(removed[0] ?? '', added[0] ?? '')) return false;
  return (
    verb(removed[0] ?? '') &&
    verb(added[0] ?? '') &&
    (subjectPronouns.has(subject) || isContent(subject) || auxiliaries.has(subject) || subject === 'to')
  );
}

const shifted: Record<string, string> = { will: 'would', can: 'could', may: 'might', must: 'had' };

/** "She said that she will help" for "would help": reported speech goes one step back. */
function isBackshift({ removed, added, before }: Change): boolean {
  const [a = '', b = ''] = [removed[0], added[0]];
  return (
    removed.length === 1 &&
    Object.hasOwn(shifted, a) &&
    shifted[a] === b &&
    before.some((word) => ['said', 'told', 'asked', 'thought', 'promised', 'explained'].includes(word))
  );
}

/** "I am here since Monday" for "I have been here since Monday". */
function isPerfectOfDuration({ removed, added, rightClause }: Change): boolean {
  return (
    added.some((word) => haveForms.has(word)) &&
    removed.length > 0 &&
    !removed.some((word) => haveForms.has(word)) &&
    rightClause.some((word) => word === 'since' || word === 'for')
  );
}

export function weigh(change: Change, category: CorrectionCategory): number {
  const { removed, added } = change;
  const meant = (word: string) => isContent(word) && !openWords.has(word);
  const words = [...removed, ...added];
  if (
    words.some((word) => negatives.has(word)) &&
    !(removed.some((w) => negatives.has(w)) && added.some((w) => negatives.has(w)))
  )
    return 0;
  if (removed.length > 5 || added.length > 5) return 0;
  // what was dropped begins a clause of its own: "this hotel or how do you call"
  if (removed.some((word) => ['or', 'but', 'because'].includes(word) && !added.includes(word))) return 0;
  if (isPerfectOfDuration(change)) return 0.6;
  if (category === 'modifier' && [...removed].sort().join() === [...added].sort().join()) return 0.55;
  const contentOut = removed.filter(meant);
  const contentIn = added.filter(meant);
  if (category === 'parallelism' || category === 'conditional') return 0.6;
  if (
    added.length > 0 &&
    added.every((word) => objectPronouns.has(word)) &&
    removed.every((word) => articles.has(word))
  )
    return 0.05;
  // "the weather it was hot", "it was silence"
  if (
    added.length === 0 &&
    removed.length === 1 &&
    subjectPronouns.has(removed[0] ?? '') &&
    isContent(change.before.at(-1) ?? '')
  )
    return 0.55;
  // "he should relax himself"
  if (
    added.length === 0 &&
    removed.length === 1 &&
    /^(?:my|your|him|her|it|our|them)sel(?:f|ves)$/.test(removed[0] ?? '')
  )
    return 0.45;
  if (removed.join() === 'it' && added.join() === 'there') return 0.5;
  if (
    contentOut.length === 1 &&
    contentIn.length === 1 &&
    removed.length === 1 &&
    added.length === 1 &&
    change.after.length >= 2 &&
    change.verbs === true
  )
    return 0.38;
  if (contentOut.length > 0 && contentIn.length > 0 && category !== 'wordChoice' && category !== 'collocation')
    return category === 'agreement' ? 0.7 : category === 'tense' ? 0.55 : 0.6;
  if (contentOut.length > 0 || contentIn.length > 0) return contentOut.length > 0 && contentIn.length > 0 ? 0.22 : 0;
  if (words.every((word) => adverbs.has(word) || openers.has(word))) return 0;
  if (isBackshift(change)) return 0.5;
  // "for wait", "to wait"
  if (category === 'tense' && words.every((word) => prepositions.has(word))) return 0.55;
  if (
    words.every(
      (word) =>
        subjectPronouns.has(word) ||
        modals.has(word) ||
        questionWords.has(word) ||
        possessives.has(word) ||
        ['it', 'that', 'this', 'me', 'him', 'her', 'them', 'us'].includes(word),
    )
  )
    return 0.05;
  if (
    words.every((word) => ['the', 'this', 'that', 'my', 'your', 'his', 'her'].includes(word)) &&
    removed.length > 0 &&
    added.length > 0
  )
    return 0.1;
  if (category === 'article') return removed.length > 0 && added.length > 0 ? 0.45 : 0.5;
  if (category === 'preposition') return 0.55;
  if (category === 'agreement') return 0.65;
  if (category === 'modifier') return 0.45;
  if (category === 'collocation') return 0.5;
  return 0.45;
}

/** Doubt about a change at the very edge of what the two have in common: it may be another sentence altogether. */
export function edgeDoubt(
  steps: readonly Step[],
  cluster: { from: number; to: number },
  all: readonly Step[],
  context: Context,
): number {
  const first = steps[cluster.from];
  const last = steps[cluster.to];
  if (first === undefined || last === undefined) return 0;
  const onlyTeachers = (step: Step | undefined) =>
    step?.kind === 'insert' &&
    (isContent(norm(context.right, step.right)) || subjectPronouns.has(norm(context.right, step.right)));
  let doubt = 0;
  if (cluster.from === 0) {
    const word = norm(context.right, first.right);
    const start = all.indexOf(first);
    const cutOff = start > 0 && all.slice(0, start).some(onlyTeachers);
    const learnerHasMore = (steps.find((step) => step.wrong >= 0)?.wrong ?? 0) > 0;
    // "Physics is boring" does not mend "It was boring": the subjects differ
    if (cutOff && (auxiliaries.has(word) || first.kind !== 'insert')) doubt += 0.5;
    if (cutOff && first.kind === 'insert') doubt += 0.6;
    if (first.kind === 'insert' && (prepositions.has(word) || auxiliaries.has(word))) doubt += 0.35;
    if (first.kind === 'insert' && subjectPronouns.has(word) && learnerHasMore) doubt += 0.6;
    // an imperative, or a fragment, against the learner's full clause
    if (first.kind === 'form' && subjectPronouns.has(norm(context.wrong, first.wrong - 1))) doubt += 0.5;
  }
  const end = all.indexOf(last);
  if (cluster.to === steps.length - 1 && last.kind !== 'delete' && onlyTeachers(all[end + 1]))
    doubt += last.kind === 'form' ? 0.1 : 0.4;
  // "it's blue" and "it's a blue case": the article belongs to a noun that the learner never said
  if (last.kind === 'insert' && articles.has(norm(context.right, last.right)) && onlyTeachers(all[end + 2]))
    doubt += 0.5;
  return doubt;
}
