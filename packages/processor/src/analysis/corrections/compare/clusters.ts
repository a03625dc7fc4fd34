import type { Step } from '../../../language/align.ts';
import { auxiliaries, beForms, doForms, haveForms, isContent, isNumber } from '../../../language/words.ts';
import { type Context, isEdit, norm } from './steps.ts';

/** A run of steps that belong to one change. */
export interface Cluster {
  from: number;
  to: number;
  /** True where several were put together: nothing is taken out of it again. */
  joined?: boolean;
}

/** The for or since of a perfect stands within so many words of it. */
const farthestDuration = 7;

export function clusters(steps: readonly Step[], context: Context): { from: number; to: number }[] {
  const found: { from: number; to: number }[] = [];
  for (const [i, step] of steps.entries()) {
    if (!isEdit(step)) continue;
    const last = found.at(-1);
    const bridge = last === undefined ? [] : steps.slice(last.to + 1, i);
    const near =
      bridge.length === 0 || (bridge.length === 1 && !isContent(norm(context.wrong, bridge[0]?.wrong ?? -1)));
    if (last !== undefined && near) last.to = i;
    else found.push({ from: i, to: i });
  }
  // a word that moved: deleted in one place, inserted in another, belongs together with what it jumped over
  for (let i = 0; i + 1 < found.length; i += 1) {
    const [a, b] = [found[i], found[i + 1]];
    if (a === undefined || b === undefined || b.from - a.to > 5) continue;
    const out = steps
      .slice(a.from, b.to + 1)
      .filter((step) => step.kind === 'delete')
      .map((step) => norm(context.wrong, step.wrong));
    const into = steps
      .slice(a.from, b.to + 1)
      .filter((step) => step.kind === 'insert')
      .map((step) => norm(context.right, step.right));
    if (out.some((word) => into.includes(word))) {
      a.to = b.to;
      found.splice(i + 1, 1);
      i -= 1;
    }
  }
  return found;
}

const ofComparison: ReadonlySet<string> = new Set(['more', 'most', 'less', 'much', 'many']);

/** Adverbs that say nothing of the form of what follows. */
const ofFrequency: ReadonlySet<string> = new Set(
  'always never often usually sometimes now then also really actually'.split(' '),
);

/** A run of words that the teacher left out: only the little ones at its end can be the mistake. */
export function shrink(
  steps: readonly Step[],
  cluster: { from: number; to: number },
  context: Context,
): { from: number; to: number } {
  const inside = steps.slice(cluster.from, cluster.to + 1);
  // "He always said me", "he told me": an adverb that the teacher left out is no part of the mistake
  const first = steps[cluster.from];
  if (first?.kind === 'delete' && cluster.to > cluster.from && ofFrequency.has(norm(context.wrong, first.wrong))) {
    const word = norm(context.wrong, first.wrong);
    const isMoved = inside.some((step) => step.kind === 'insert' && norm(context.right, step.right) === word);
    if (!isMoved) return shrink(steps, { from: cluster.from + 1, to: cluster.to }, context);
  }
  if (
    inside.some((step) => step.kind !== 'delete') ||
    !inside.some((step) => isContent(norm(context.wrong, step.wrong)))
  )
    return cluster;
  let from = cluster.to + 1;
  while (from > cluster.from && !isContent(norm(context.wrong, steps[from - 1]?.wrong ?? -1))) from -= 1;
  return from > cluster.to ? cluster : { from, to: cluster.to };
}

/** A verb in another form among words that the teacher only says otherwise: the form is the mistake. */
export function isolateForm(
  steps: readonly Step[],
  cluster: { from: number; to: number },
  context: Context,
): { from: number; to: number } {
  const forms: number[] = [];
  let otherContent = 0;
  for (let i = cluster.from; i <= cluster.to; i += 1) {
    const step = steps[i];
    if (step?.kind === 'form' && isContent(norm(context.wrong, step.wrong))) forms.push(i);
    else if (
      step !== undefined &&
      isEdit(step) &&
      // of "more cheap" the "more" goes with its adjective
      ![norm(context.wrong, step.wrong), norm(context.right, step.right)].some((word) => ofComparison.has(word)) &&
      (isContent(norm(context.wrong, step.wrong)) || isContent(norm(context.right, step.right)))
    )
      otherContent += 1;
  }
  const at = forms[0];
  // "what does it mean", "what it means": the helping verb went and the form with it
  const inside = steps.slice(cluster.from, cluster.to + 1);
  if (inside.some(({ kind, wrong }) => kind === 'delete' && doForms.has(norm(context.wrong, wrong)))) return cluster;
  if (at === undefined || forms.length > 1 || otherContent === 0) return cluster;
  const little = (i: number) => {
    const step = steps[i];
    return (
      step !== undefined &&
      isEdit(step) &&
      i >= cluster.from &&
      [norm(context.wrong, step.wrong), norm(context.right, step.right)].every(
        (word) => word === '' || auxiliaries.has(word),
      )
    );
  };
  return { from: little(at - 1) ? at - 1 : at, to: at };
}

/** In a list of three, changes of form here and there are one mistake: the items do not match. */
export function joinLists(found: Cluster[], steps: readonly Step[], context: Context): Cluster[] {
  const [first, last] = [found[0], found.at(-1)];
  if (first === undefined || last === undefined || found.length < 2) return found;
  const form = (step: Step) => {
    const words = [norm(context.wrong, step.wrong), norm(context.right, step.right)];
    return words.includes('to')
      ? words.includes('')
      : step.kind === 'form' && words.some((word) => word.endsWith('ing'));
  };
  const changes = found.filter(({ from, to }) => steps.slice(from, to + 1).some(form));
  const between = steps.slice(first.from, last.to + 1).map((step) => norm(context.right, step.right));
  return changes.length >= 2 && between.includes('and') ? [{ from: first.from, to: last.to, joined: true }] : found;
}

const sinceWords = new Set(['since', 'for', 'from', 'during', 'ago']);

/** "I am here since two years": the perfect and its for or since are one mistake. */
export function joinDuration(found: readonly Cluster[], steps: readonly Step[], context: Context): Cluster[] {
  const words = ({ from, to }: Cluster, side: 'wrong' | 'right') =>
    steps.slice(from, to + 1).flatMap((step) => (isEdit(step) ? [norm(context[side], step[side])] : []));
  const perfect = found.findIndex(
    (each) =>
      words(each, 'right').some((word) => haveForms.has(word)) &&
      !words(each, 'wrong').some((word) => haveForms.has(word)),
  );
  const next = found[perfect + 1];
  const first = found[perfect];
  if (first === undefined || next === undefined || next.from - first.to > farthestDuration) return [...found];
  const all = [...words(next, 'wrong'), ...words(next, 'right')].filter((word) => word !== '');
  if (all.length === 0 || !all.every((word) => sinceWords.has(word))) return [...found];
  return found.flatMap((each) =>
    each === first ? [{ from: first.from, to: next.to, joined: true }] : each === next ? [] : [each],
  );
}

const yearWords: ReadonlySet<string> = new Set(['year', 'years', 'old']);

/** "She has fourteen years", "she is fourteen": the years go with the verb. */
export function joinAge(found: readonly Cluster[], steps: readonly Step[], context: Context): Cluster[] {
  return found.flatMap((each, i): Cluster[] => {
    const before = found[i - 1];
    const joins = (one: Cluster | undefined, other: Cluster | undefined): boolean => {
      const [verb, years] = [steps[one?.from ?? -1], steps[other?.from ?? -1]];
      if (verb === undefined || years === undefined || one === undefined || other === undefined) return false;
      const isVerb = haveForms.has(norm(context.wrong, verb.wrong)) && beForms.has(norm(context.right, verb.right));
      const between = steps.slice(one.to + 1, other.from);
      return (
        isVerb &&
        years.kind === 'delete' &&
        yearWords.has(norm(context.wrong, years.wrong)) &&
        between.length > 0 &&
        between.length <= 2 &&
        between.every(({ wrong }) => isNumber(norm(context.wrong, wrong)))
      );
    };
    if (joins(before, each)) return [];
    const next = found[i + 1];
    return joins(each, next) ? [{ from: each.from, to: next?.to ?? each.to, joined: true }] : [each];
  });
}

/** "Pick up them in Thursday": the word that moved is one mistake, the little word behind it another. */
export function splitMoved(found: readonly Cluster[], steps: readonly Step[], context: Context): Cluster[] {
  return found.flatMap((each): Cluster[] => {
    const last = steps[each.to];
    const beside = steps[each.to - 1];
    if (last?.kind !== 'swap' || each.to - each.from < 2 || beside === undefined || !isEdit(beside)) return [each];
    const rest = steps.slice(each.from, each.to);
    const words = (side: 'wrong' | 'right'): string =>
      rest
        .flatMap((step) => (isEdit(step) && step[side] >= 0 ? [norm(context[side], step[side])] : []))
        .sort()
        .join();
    if (words('wrong') === '' || words('wrong') !== words('right')) return [each];
    return [
      { from: each.from, to: each.to - 1 },
      { from: each.to, to: each.to },
    ];
  });
}
