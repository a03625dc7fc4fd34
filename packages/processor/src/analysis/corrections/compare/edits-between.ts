import type { CorrectionCategory } from '@tulkka/shared/exercises';
import { align, type Step, type Unit } from '../../../language/align.ts';
import type { Token } from '../../../language/tokens.ts';
import type { Lexicon } from '../../../lexicon/types.ts';
import { findLearnerErrors } from '../../learner-errors/find-learner-errors.ts';
import { confidenceOf, type SignName } from '../../weighing/confidence.ts';
import { kindOf } from '../kinds/index.ts';
import type { Markers } from '../markers.ts';
import { signsAtTheEdge } from '../signs/at-the-edge.ts';
import { isVerbSwap, signOfChange } from '../signs/of-the-change.ts';
import { type Change, swapsLightVerbs } from './change.ts';
import { clusters, isolateForm, joinDuration, joinLists, shrink } from './clusters.ts';
import { isOfDialect } from './is-of-dialect.ts';
import type { Part } from './parts.ts';
import { fromTeachersPerson } from './phrases.ts';
import { type Context, closeness, extend, honestPersons, isEdit, norm, trim } from './steps.ts';
import { widen } from './widen.ts';

/** One group of changes between a learner's words and their near-repetition. */
export interface Edit {
  /** Range in the learner's units that changes, with the words around it that belong to the phrase. */
  from: number;
  to: number;
  wrong: string[];
  right: string[];
  category: CorrectionCategory;
  /** The name of the kind of mistake. */
  kind: string;
  /** How sure we are that this is a correction rather than another thing to say. */
  evidence: number;
  /** What speaks for it and against it. */
  signs: readonly SignName[];
  /** True for another pronoun or "can": a change that only the teacher's own words about it make a correction. */
  weak: boolean;
  /** True where the learner's words hold a mistake that learners are known for. */
  known: boolean;
  removed: string[];
  added: string[];
}

/** Changes that are mostly another thing to say. */
const weakSigns: ReadonlySet<SignName> = new Set(['pronoun for an article', 'pronoun or modal', 'another determiner']);

/** The right words for a run of steps as written: the learner's own where nothing changed, the teacher's in the learner's person where it did. */
function rightWords(
  steps: readonly Step[],
  part: Part,
  wrong: readonly Unit[],
  learner: readonly Token[],
  swapped: boolean,
): string[] {
  const words: string[] = [];
  const kept = (step: Step) => step.kind === 'same' || step.kind === 'person';
  let lastRight = -1;
  let lastWrong = -1;
  for (const step of steps) {
    if (step.right < 0) continue;
    const at = part.units[step.right]?.token ?? -1;
    const siblings = steps.filter((other) => other.right >= 0 && part.units[other.right]?.token === at);
    const own = wrong[step.wrong]?.token ?? -1;
    // "you're" beside "I am": the learner's spelling stays when only the person changed
    if (siblings.length > 1 ? siblings.every(kept) : step.kind === 'person') {
      const contracted =
        learner[own]?.text.includes("'") === true && !siblings.every((other) => wrong[other.wrong]?.token === own);
      if (!contracted) {
        if (own !== lastWrong) words.push(learner[own]?.text ?? '');
        lastWrong = own;
        lastRight = at;
        continue;
      }
    }
    if (at === lastRight) continue;
    lastRight = at;
    const written = part.tokens[at]?.text ?? '';
    words.push(swapped ? fromTeachersPerson(written, words.at(-1)) : written);
  }
  return words;
}

/** What the learner said before a change, also where the part begins later. */
function wrongBefore(steps: readonly Step[], from: number, wrong: readonly Unit[]): string[] {
  const before = steps.slice(0, from).filter((step) => step.wrong >= 0);
  const first = before[0] ?? steps.slice(from).find((step) => step.wrong >= 0);
  return [
    ...wrong.slice(0, first?.wrong ?? 0).map((unit) => unit.norm),
    ...before.map((step) => norm(wrong, step.wrong)),
  ];
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
  const steps = extend(trim(honest, context), part, context);
  const near = closeness(
    steps,
    context,
    Math.max(steps.filter((step) => step.right >= 0).length, part.units.length * 0.7),
  );
  const swapped = steps.some(
    (step) => step.kind === 'person' && ['i', 'my', 'me', 'we', 'our'].includes(norm(wrong, step.wrong)),
  );
  const firstPerson = steps.some((step) => ['i', 'my', 'we', 'our', 'me'].includes(norm(wrong, step.wrong)));
  if (near < 0.45) return { edits: [], closeness: near, swapped, firstPerson };
  const wrongClause = wrong.map((unit) => unit.norm);
  const rightClause = part.units.map((unit) => unit.norm);
  const wrongErrors = findLearnerErrors(wrongClause);
  const edits: Edit[] = [];
  for (const raw of joinDuration(joinLists(clusters(steps, context), steps, context), steps, context)) {
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
      : signOfChange(change, category);
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
    edits.push({
      from,
      to: to + 1,
      wrong: wrong.slice(from, to + 1).map((unit) => unit.norm),
      right: rightWords(span, part, wrong, learner, swapped),
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
  return { edits, closeness: near, swapped, firstPerson };
}
