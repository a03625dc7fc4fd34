import { align, type Step, type Unit } from '../../../language/align.ts';
import type { Token } from '../../../language/tokens.ts';
import { isContent, prepositions, subjectPronouns } from '../../../language/words.ts';
import type { Lexicon } from '../../../lexicon/types.ts';
import { findLearnerErrors } from '../../learner-errors/find-learner-errors.ts';
import { confidenceOf, type SignName } from '../../weighing/confidence.ts';
import { kindOf } from '../kinds/index.ts';
import type { Markers } from '../markers.ts';
import { signsAtTheEdge } from '../signs/at-the-edge.ts';
import { isVerbSwap, signOfChange } from '../signs/of-the-change.ts';
import { type Change, swapsLightVerbs } from './change.ts';
import { clusters, isolateForm, joinAge, joinDuration, joinLists, shrink, splitMoved } from './clusters.ts';
import type { Edit } from './edit.ts';
import { extend } from './extend.ts';
import { isOfDialect } from './is-of-dialect.ts';
import type { Part } from './parts.ts';
import { inOtherOrder, reorderedCloseness } from './reordered.ts';
import { rightWords } from './right-words.ts';
import { type Context, closeness, honestPersons, isEdit, norm, trim } from './steps.ts';
import { widen } from './widen.ts';

/** Changes that are mostly another thing to say. */
const weakSigns: ReadonlySet<SignName> = new Set(['pronoun for an article', 'pronoun or modal', 'another determiner']);

/** How near to a learner's sentence is what was made from it. */
const nearByItself = 0.6;

/** What the learner said before a change, also where the part begins later. */
function wrongBefore(steps: readonly Step[], from: number, wrong: readonly Unit[]): string[] {
  const before = steps.slice(0, from).filter((step) => step.wrong >= 0);
  const first = before[0] ?? steps.slice(from).find((step) => step.wrong >= 0);
  return [
    ...wrong.slice(0, first?.wrong ?? 0).map((unit) => unit.norm),
    ...before.map((step) => norm(wrong, step.wrong)),
  ];
}

/** "Because of pressure." "Blood pressure.": two or three words back, one of them new. */
const isMissingWord = ({ removed, added, after }: Change, part: Part): boolean =>
  part.whole &&
  part.units.length <= 3 &&
  removed.length === 0 &&
  added.length === 1 &&
  isContent(added[0] ?? '') &&
  isContent(after[0] ?? '');

const lowerFirst = (word: string, i: number): string => (i === 0 ? word.toLowerCase() : word);

/** One preposition for another at the very beginning of what was said again, behind a word of meaning. */
function hangsOnBefore(edited: readonly Step[], wrong: readonly Unit[], part: Part, from: number): boolean {
  const [only] = edited;
  if (edited.length !== 1 || only?.right !== 0) return false;
  // "make two", "made two" after "I"
  if (only.kind === 'form' && subjectPronouns.has(norm(wrong, from - 1))) return true;
  if (only.kind !== 'swap') return false;
  const isOfBoth = prepositions.has(norm(wrong, only.wrong)) && prepositions.has(norm(part.units, only.right));
  return isOfBoth && isContent(norm(wrong, from - 1)) && wrong[from - 1]?.token !== wrong[from]?.token;
}

/** The changes between a learner's sentence and one part that may mend it, each with its evidence so far. */
export function editsBetween(
  wrong: readonly Unit[],
  learner: readonly Token[],
  part: Part,
  lexicon: Lexicon,
  markers: Markers,
  teacherSaid: string,
): { edits: Edit[]; closeness: number; swapped: boolean; firstPerson: boolean } {
  const context: Context = { wrong, right: part.units, lexicon, markers, teacherSaid };
  const alignment = align(wrong, part.units);
  const honest = honestPersons(alignment.steps, wrong);
  const steps = extend(trim(honest, context, part), part, context);
  const measured = closeness(
    steps,
    context,
    Math.max(steps.filter((step) => step.right >= 0).length, part.units.length * (part.unmarked === true ? 0.3 : 0.7)),
  );
  // the learner's own sentence with one word put right is near to it by itself
  const near = part.full === true && part.units.length === wrong.length ? Math.max(measured, nearByItself) : measured;
  const swapped = steps.some(
    (step) => step.kind === 'person' && ['i', 'my', 'me', 'we', 'our'].includes(norm(wrong, step.wrong)),
  );
  const firstPerson = steps.some((step) => ['i', 'my', 'we', 'our', 'me'].includes(norm(wrong, step.wrong)));
  const moved = inOtherOrder(wrong, part);
  if (near < 0.45)
    return { edits: moved, closeness: moved.length > 0 ? reorderedCloseness : near, swapped, firstPerson };
  const wrongClause = wrong.map((unit) => unit.norm);
  const rightClause = part.units.map((unit) => unit.norm);
  const wrongErrors = findLearnerErrors(wrongClause);
  const edits: Edit[] = [];
  const parted = splitMoved(clusters(steps, context), steps, context);
  const joined = joinAge(joinDuration(joinLists(parted, steps, context), steps, context), steps, context);
  for (const raw of joined) {
    const cluster =
      raw.joined === true || part.inPlace === true ? raw : isolateForm(steps, shrink(steps, raw, context), context);
    const inside = steps.slice(cluster.from, cluster.to + 1);
    const edited = inside.filter(isEdit);
    const removed = edited.filter((step) => step.wrong >= 0).map((step) => norm(wrong, step.wrong));
    const added = edited.filter((step) => step.right >= 0).map((step) => norm(part.units, step.right));
    const around = widen(steps, cluster, context);
    const wide = part.inPlace === true ? { from: cluster.from, to: around.to } : around;
    const span = steps.slice(wide.from, wide.to + 1);
    const change: Change = {
      removed,
      added,
      before: wrongBefore(steps, cluster.from, wrong),
      after: steps
        .slice(cluster.to + 1)
        .filter((step) => step.wrong >= 0)
        .map((step) => norm(wrong, step.wrong)),
      wrongClause,
      rightClause,
      hyphen: edited.some((step) => /\p{L}-\p{L}/u.test(part.tokens[part.units[step.right]?.token ?? -1]?.text ?? '')),
    };
    change.verbs = isVerbSwap(change, lexicon);
    const { kind, category } = kindOf(change, teacherSaid, lexicon);
    const positions = span.filter((step) => step.wrong >= 0).map((step) => step.wrong);
    const from = Math.min(...positions);
    const to = Math.max(...positions);
    if (positions.length === 0) continue;
    const isNamed = removed.some((word) => markers.omit.has(word)) || added.some((word) => markers.add.has(word));
    const worth: SignName | null = swapsLightVerbs(change, lexicon)
      ? 'one light verb for another'
      : (signOfChange(change, category) ?? (isMissingWord(change, part) ? 'a word that was missing' : null));
    const signs: SignName[] = [
      ...(worth === null ? [] : [worth]),
      ...(cluster.from !== raw.from && removed.length > 0 && added.length === 0
        ? (['taken out of a larger change'] as const)
        : []),
      ...signsAtTheEdge(steps, cluster, honest, context),
    ];
    const editPositions = edited.filter((step) => step.wrong >= 0).map((step) => step.wrong);
    const low = editPositions.length > 0 ? Math.min(...editPositions) : from;
    const high = editPositions.length > 0 ? Math.max(...editPositions) : to;
    const known = wrongErrors.some((error) => error.from <= high && error.to > low);
    if (!known && isOfDialect(change, lexicon)) continue;
    if (worth === null && !(known && removed.length <= 3 && added.length <= 2)) continue;
    if (known) signs.push('known error');
    if (isNamed) signs.push('teacher names the word');
    // "allergic on", "to strawberries": what the preposition hangs on was not said again
    const hangs = span[0] === edited[0] && from > 0 && hangsOnBefore(edited, wrong, part, from);
    const right = rightWords(span, part, wrong, learner, swapped);
    const start = hangs ? from - 1 : from;
    edits.push({
      from: start,
      to: to + 1,
      core: { from: low, to: high + 1 },
      wrong: wrong.slice(start, to + 1).map((unit) => unit.norm),
      right: hangs ? [learner[wrong[start]?.token ?? -1]?.text ?? '', ...right.map(lowerFirst)] : right,
      category,
      kind: kind.name,
      signs,
      evidence: confidenceOf(signs),
      known,
      weak: (worth === null || weakSigns.has(worth)) && !known && !isNamed,
      removed,
      added,
    });
  }
  // what moved is lost in a comparison word by word
  const isOrder = edits.some(({ signs }) => signs.includes('same words in another order'));
  if (moved.length > 0 && !isOrder) return { edits: moved, closeness: reorderedCloseness, swapped, firstPerson };
  return { edits, closeness: near, swapped, firstPerson };
}
