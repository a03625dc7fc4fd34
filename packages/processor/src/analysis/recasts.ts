import type { CorrectionCategory } from '@tulkka/shared/exercises';
import { type Alignment, align, type Step, type Unit, unitsOf } from '../language/align.ts';
import type { Token } from '../language/tokens.ts';
import { adverbs, articles, auxiliaries, isContent, modals, negatives, openers, particles, possessives, prepositions, questionWords, subjectPronouns } from '../language/words.ts';
import type { Lexicon } from '../lexicon/types.ts';
import { categorise, type Change } from './categories.ts';
import { fromTeachersPerson } from './phrases.ts';
import { findLearnerErrors } from './learner-errors.ts';
import type { Markers } from './markers.ts';
import type { Sentence } from './types.ts';

/** A part of a sentence that may put a learner's words right. */
export interface Part {
  sentence: Sentence;
  tokens: Token[];
  units: Unit[];
  /** False for a part that was cut out of a longer sentence. */
  whole: boolean;
}

/** One group of changes between a learner's words and their near-repetition. */
export interface Edit {
  /** Range in the learner's units that changes, with the words around it that belong to the phrase. */
  from: number;
  to: number;
  wrong: string[];
  right: string[];
  category: CorrectionCategory;
  /** How sure we are that this is a correction rather than another thing to say. */
  evidence: number;
  removed: string[];
  added: string[];
}

const cutBefore = new Set(['because', 'and', 'but', 'so', 'when', 'if', 'or', 'that']);

/** The parts of a sentence that could be a recast: the whole, and what commas and conjunctions cut. */
export function partsOf(sentence: Sentence, text: string): Part[] {
  const tokens = sentence.core;
  const parts: Part[] = [{ sentence, tokens, units: unitsOf(tokens), whole: true }];
  let from = 0;
  const push = (to: number) => {
    const piece = tokens.slice(from, to);
    if (piece.length >= 2 && piece.length < tokens.length) parts.push({ sentence, tokens: piece, units: unitsOf(piece), whole: false });
    from = to;
  };
  for (let i = 1; i < tokens.length; i += 1) {
    const before = tokens[i - 1];
    const token = tokens[i];
    if (before === undefined || token === undefined) continue;
    if (/[,;:–—]/.test(text.slice(before.end, token.start))) {
      push(i);
      if (openers.has(token.lower) || cutBefore.has(token.lower)) from = i + 1;
    } else if (cutBefore.has(token.lower) && i - from >= 2 && tokens.length - i > 3) {
      push(i);
      from = i + 1;
    }
  }
  if (from > 0) push(tokens.length);
  return parts;
}

const isEdit = (step: Step) => step.kind !== 'same' && step.kind !== 'person';
const norm = (units: readonly Unit[], i: number) => (i < 0 ? '' : (units[i]?.norm ?? ''));

interface Context {
  wrong: readonly Unit[];
  right: readonly Unit[];
  lexicon: Lexicon;
  markers: Markers;
  teacherSaid: string;
}

/** Drops the words at both ends that only the teacher says, unless they are the little words a learner forgets. */
function trim(steps: readonly Step[], context: Context): Step[] {
  const meaningful = (step: Step | undefined) => {
    const word = norm(context.right, step?.right ?? -1);
    return step?.kind === 'insert' && (articles.has(word) || possessives.has(word) || prepositions.has(word) || (auxiliaries.has(word) && !modals.has(word)) || context.markers.add.has(word));
  };
  let from = 0;
  let to = steps.length;
  const matched = (step: Step | undefined) => step !== undefined && step.kind !== 'insert' && step.kind !== 'delete';
  while (from < to && !matched(steps[from])) from += 1;
  while (to > from && !matched(steps[to - 1])) to -= 1;
  while (from > 0 && meaningful(steps[from - 1])) from -= 1;
  // a particle that closes the part belongs to its verb; one that goes on to new words does not
  if (to === steps.length - 1 && to > 0 && steps[to]?.kind === 'insert' && particles.has(norm(context.right, steps[to]?.right ?? -1))) to += 1;
  return steps.slice(from, to);
}

/** Adds the learner's little words just outside the aligned part when the teacher says that they must go. */
function extend(steps: Step[], context: Context): Step[] {
  const first = steps.find((step) => step.wrong >= 0)?.wrong ?? 0;
  const out: Step[] = [];
  for (let w = first - 1; w >= Math.max(0, first - 2); w -= 1) {
    if (!context.markers.omit.has(norm(context.wrong, w))) break;
    out.unshift({ wrong: w, right: -1, kind: 'delete' });
  }
  return [...out, ...steps];
}

/** Whether an alignment is a near-repetition at all, and how close. */
export function closeness(steps: readonly Step[], context: Pick<Context, 'wrong' | 'right'>, partLength: number): number {
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
  if (content === 0 && kept < 4) return 0;
  const share = Math.min(kept / Math.max(1, partLength), kept / Math.max(1, said));
  // one verb in two forms is little to go by: "I see" and "I have seen that film"
  return exact === 0 && share < 0.7 ? 0 : share;
}

function clusters(steps: readonly Step[], context: Context): { from: number; to: number }[] {
  const found: { from: number; to: number }[] = [];
  for (const [i, step] of steps.entries()) {
    if (!isEdit(step)) continue;
    const last = found.at(-1);
    const bridge = last === undefined ? [] : steps.slice(last.to + 1, i);
    const near = bridge.length === 0 || (bridge.length === 1 && !isContent(norm(context.wrong, bridge[0]?.wrong ?? -1)));
    if (last !== undefined && near) last.to = i;
    else found.push({ from: i, to: i });
  }
  // a word that moved: deleted in one place, inserted in another, belongs together with what it jumped over
  for (let i = 0; i + 1 < found.length; i += 1) {
    const [a, b] = [found[i], found[i + 1]];
    if (a === undefined || b === undefined || b.from - a.to > 5) continue;
    const out = steps.slice(a.from, b.to + 1).filter((step) => step.kind === 'delete').map((step) => norm(context.wrong, step.wrong));
    const into = steps.slice(a.from, b.to + 1).filter((step) => step.kind === 'insert').map((step) => norm(context.right, step.right));
    if (out.some((word) => into.includes(word))) {
      a.to = b.to;
      found.splice(i + 1, 1);
      i -= 1;
    }
  }
  return found;
}

/** The right words for a run of steps as written, in the learner's person. */
function rightWords(steps: readonly Step[], part: Part, wrong: readonly Unit[], learner: readonly Token[], swapped: boolean): string[] {
  const words: string[] = [];
  let last = -1;
  for (const step of steps) {
    const at = part.units[step.right]?.token ?? -1;
    if (step.right < 0 || at === last) continue;
    last = at;
    const written = part.tokens[at]?.text ?? '';
    if (step.kind === 'person' && !written.includes("'")) {
      words.push(learner[wrong[step.wrong]?.token ?? -1]?.text ?? written);
      continue;
    }
    words.push(swapped ? fromTeachersPerson(written, words.at(-1)) : written);
  }
  return words;
}

/** Widens a change to a phrase that can be understood: the verb's subject, the preposition's noun, the article's noun. */
function widen(steps: readonly Step[], cluster: { from: number; to: number }, context: Context): { from: number; to: number } {
  let { from, to } = cluster;
  const word = (i: number) => norm(context.wrong, steps[i]?.wrong ?? -1) || norm(context.right, steps[i]?.right ?? -1);
  const stays = (i: number) => steps[i] !== undefined && !isEdit(steps[i] as Step);
  // to the right: up to the next word that carries meaning
  const changed = steps.slice(from, to + 1).map((step) => norm(context.right, step.right) || norm(context.wrong, step.wrong));
  const endsOpen = !isContent(changed.at(-1) ?? '');
  if (endsOpen) {
    let reach = to + 1;
    while (stays(reach) && !isContent(word(reach)) && reach - to < 3) reach += 1;
    if (stays(reach)) to = reach;
    else if (stays(to + 1)) to += 1;
  }
  // to the left: the subject or the word that the change hangs on
  if (stays(from - 1)) {
    from -= 1;
    if (!isContent(word(from)) && !subjectPronouns.has(word(from)) && stays(from - 1)) from -= 1;
  } else if (to === cluster.to && stays(to + 1)) to += 1;
  return { from, to };
}

function weigh(change: Change, category: CorrectionCategory): number {
  const { removed, added } = change;
  const words = [...removed, ...added];
  if (words.some((word) => negatives.has(word)) && !(removed.some((w) => negatives.has(w)) && added.some((w) => negatives.has(w)))) return 0;
  if (removed.length > 5 || added.length > 5) return 0;
  if (category === 'modifier' && [...removed].sort().join() === [...added].sort().join()) return 0.55;
  const contentOut = removed.filter(isContent);
  const contentIn = added.filter(isContent);
  if (contentOut.length > 0 && contentIn.length > 0 && category !== 'wordChoice' && category !== 'collocation') return category === 'agreement' ? 0.7 : category === 'tense' ? 0.55 : 0.6;
  if (contentOut.length > 0 || contentIn.length > 0) return contentOut.length > 0 && contentIn.length > 0 ? 0.22 : 0;
  if (words.every((word) => adverbs.has(word) || openers.has(word))) return 0;
  if (words.every((word) => subjectPronouns.has(word) || questionWords.has(word) || possessives.has(word) || ['it', 'that', 'this', 'me', 'him', 'her', 'them', 'us'].includes(word))) return 0.05;
  if (words.every((word) => modals.has(word))) return 0.1;
  if (words.every((word) => ['the', 'this', 'that', 'my', 'your', 'his', 'her'].includes(word)) && removed.length > 0 && added.length > 0) return 0.1;
  if (category === 'article') return removed.length > 0 && added.length > 0 ? 0.45 : 0.5;
  if (category === 'preposition') return 0.55;
  if (category === 'agreement') return 0.65;
  if (category === 'modifier') return 0.45;
  if (category === 'collocation') return 0.5;
  return 0.45;
}

/** Doubt about a change at the very edge of what the two have in common: it may be another sentence altogether. */
function edgePenalty(steps: readonly Step[], cluster: { from: number; to: number }, all: readonly Step[], context: Context): number {
  const first = steps[0];
  const last = steps.at(-1);
  let doubt = 0;
  if (cluster.from === 0 && first !== undefined) {
    const word = norm(context.right, first.right);
    const cutOff = all.findIndex((step) => step === first);
    const trimmed = cutOff > 0 && all.slice(0, cutOff).some((step) => step.right >= 0 && isContent(norm(context.right, step.right)));
    // "Physics is boring" does not mend "It was boring": the subjects differ
    if (trimmed && (auxiliaries.has(word) || first.kind === 'form')) doubt -= 0.5;
    if (first.kind === 'insert' && (prepositions.has(word) || auxiliaries.has(word))) doubt -= 0.35;
  }
  if (cluster.to === steps.length - 1 && last !== undefined && last.kind !== 'delete') {
    const at = all.findIndex((step) => step === last);
    // an article before a noun that the learner never said: the teacher is adding, not mending
    if (last.kind === 'insert' && articles.has(norm(context.right, last.right)) && at < all.length - 1) doubt -= 0.5;
  }
  const next = steps[cluster.to + 1];
  const inserted = steps[cluster.to];
  if (inserted?.kind === 'insert' && articles.has(norm(context.right, inserted.right)) && next === last && next !== undefined) {
    const after = all[all.findIndex((step) => step === next) + 1];
    if (after?.kind === 'insert' && isContent(norm(context.right, after.right))) doubt -= 0.5;
  }
  return doubt;
}

/** The changes between a learner's sentence and one part that may mend it, each with its evidence so far. */
export function editsBetween(wrong: readonly Unit[], learner: readonly Token[], part: Part, lexicon: Lexicon, markers: Markers, teacherSaid: string): { edits: Edit[]; closeness: number; swapped: boolean; alignment: Alignment } {
  const context: Context = { wrong, right: part.units, lexicon, markers, teacherSaid };
  const alignment = align(wrong, part.units);
  const steps = extend(trim(alignment.steps, context), context);
  const near = closeness(steps, context, Math.max(steps.filter((step) => step.right >= 0).length, part.units.length * 0.7));
  const swapped = steps.some((step) => step.kind === 'person' && ['i', 'my', 'me', 'we', 'our'].includes(norm(wrong, step.wrong)));
  if (near < 0.45) return { edits: [], closeness: near, swapped, alignment };
  const wrongClause = wrong.map((unit) => unit.norm);
  const rightClause = part.units.map((unit) => unit.norm);
  const wrongErrors = findLearnerErrors(wrongClause);
  const edits: Edit[] = [];
  for (const cluster of clusters(steps, context)) {
    const inside = steps.slice(cluster.from, cluster.to + 1);
    const edited = inside.filter(isEdit);
    const removed = edited.filter((step) => step.wrong >= 0).map((step) => norm(wrong, step.wrong));
    const added = edited.filter((step) => step.right >= 0).map((step) => norm(part.units, step.right));
    const wide = widen(steps, cluster, context);
    const span = steps.slice(wide.from, wide.to + 1);
    const change: Change = {
      removed,
      added,
      before: steps.slice(0, cluster.from).filter((step) => step.wrong >= 0).map((step) => norm(wrong, step.wrong)),
      after: steps.slice(cluster.to + 1).filter((step) => step.wrong >= 0).map((step) => norm(wrong, step.wrong)),
      wrongClause,
      rightClause,
      hyphen: edited.some((step) => /\p{L}-\p{L}/u.test(part.tokens[part.units[step.right]?.token ?? -1]?.text ?? '')),
    };
    const category = categorise(change, teacherSaid, lexicon);
    const positions = span.filter((step) => step.wrong >= 0).map((step) => step.wrong);
    const from = Math.min(...positions);
    const to = Math.max(...positions);
    if (positions.length === 0) continue;
    let evidence = weigh(change, category) + edgePenalty(steps, cluster, alignment.steps, context);
    const editPositions = edited.filter((step) => step.wrong >= 0).map((step) => step.wrong);
    const low = editPositions.length > 0 ? Math.min(...editPositions) : from;
    const high = editPositions.length > 0 ? Math.max(...editPositions) : to;
    if (wrongErrors.some((error) => error.from <= high && error.to > low)) evidence += 0.45;
    const told = removed.some((word) => markers.omit.has(word)) || added.some((word) => markers.add.has(word));
    if (told) evidence += 0.4;
    edits.push({ from, to: to + 1, wrong: wrong.slice(from, to + 1).map((unit) => unit.norm), right: rightWords(span, part, wrong, learner, swapped), category, evidence, removed, added });
  }
  return { edits, closeness: near, swapped, alignment };
}

