import type { Step } from '../../../language/align.ts';
import { auxiliaries, isContent } from '../../../language/words.ts';
import { type Context, isEdit, norm } from './steps.ts';

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

/** A run of words that the teacher left out: only the little ones at its end can be the mistake. */
export function shrink(
  steps: readonly Step[],
  cluster: { from: number; to: number },
  context: Context,
): { from: number; to: number } {
  const inside = steps.slice(cluster.from, cluster.to + 1);
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
      (isContent(norm(context.wrong, step.wrong)) || isContent(norm(context.right, step.right)))
    )
      otherContent += 1;
  }
  const at = forms[0];
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
export function joinLists(
  found: { from: number; to: number }[],
  steps: readonly Step[],
  context: Context,
): { from: number; to: number; joined?: boolean }[] {
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
