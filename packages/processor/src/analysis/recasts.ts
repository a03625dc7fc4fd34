import type { CorrectionCategory } from '@tulkka/shared/exercises';
import { align, type Step, type Unit, unitsOf } from '../language/align.ts';
import { sameBase } from '../language/inflection.ts';
import type { Token } from '../language/tokens.ts';
import { adverbs, articles, auxiliaries, beForms, isContent, isNumber, modals, objectPronouns, negatives, openers, particles, possessives, prepositions, questionWords, subjectPronouns } from '../language/words.ts';
import type { Lexicon } from '../lexicon/types.ts';
import { categorise, type Change, swapsLightVerbs } from './categories.ts';
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
  /** True for the learner's own sentence put right: nothing outside the common part is free then. */
  full?: boolean;
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
  /** True for another pronoun or "can": a change that only the teacher's own words about it make a correction. */
  weak: boolean;
  removed: string[];
  added: string[];
}

const cutBefore = new Set(['because', 'and', 'but', 'so', 'when', 'if', 'or', 'that']);

const refusing = new Set(['not', 'no', 'never', "don't", 'without', 'instead', "can't", "doesn't"]);
const metalanguage = new Set('plural singular verb noun adjective adverb preposition article tense infinitive gerund uncountable countable apostrophe comma'.split(' '));
const openWords = new Set('more most much many too very less'.split(' '));

/** Without the "Number one" or "Two" of a list. */
function numberless(tokens: Token[]): Token[] {
  const [first, second, third] = tokens.map((token) => token.lower);
  if (first === 'number' && third !== undefined && isNumber(second ?? '')) return tokens.slice(2);
  return isNumber(first ?? '') && subjectPronouns.has(second ?? '') ? tokens.slice(1) : tokens;
}

/** The parts of a sentence that could be a recast: the whole, and what commas and conjunctions cut. */
export function partsOf(sentence: Sentence, text: string): Part[] {
  const tokens = sentence.core;
  const parts: Part[] = [];
  const add = (piece: Token[], whole: boolean) => {
    const words = piece.map((token) => token.lower);
    // what follows "not" or names a rule is no model to follow
    if (piece.length < 2 || refusing.has(words[0] ?? '') || words.some((word) => metalanguage.has(word))) return;
    parts.push({ sentence, tokens: piece, units: unitsOf(piece), whole });
  };
  const contrast = tokens.some((token, i) => (token.lower === 'not' && /,/.test(text.slice(tokens[i - 1]?.end ?? token.start, token.start))) || token.lower === 'instead');
  if (!contrast) add(numberless(tokens), true);
  let from = 0;
  const push = (to: number) => {
    if (to - from < tokens.length) add(tokens.slice(from, to), false);
    from = to;
  };
  for (let i = 1; i < tokens.length; i += 1) {
    const before = tokens[i - 1];
    const token = tokens[i];
    if (before === undefined || token === undefined) continue;
    if (/[,;:–—]/.test(text.slice(before.end, token.start))) {
      push(i);
      if (openers.has(token.lower) || cutBefore.has(token.lower)) from = i + 1;
    } else if ((cutBefore.has(token.lower) || token.lower === 'not') && i - from >= 2 && (tokens.length - i > 3 || token.lower === 'not')) {
      push(i);
      if (token.lower !== 'not') from = i + 1;
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

/** Adds the learner's words just outside the common part that belong to the change after all. */
function extend(steps: Step[], part: Part, context: Context): Step[] {
  const positions = steps.flatMap((step) => (step.wrong >= 0 ? [step.wrong] : []));
  const first = positions[0] ?? 0;
  const last = positions.at(-1) ?? -1;
  const gone = (w: number): Step => ({ wrong: w, right: -1, kind: 'delete' });
  if (part.full === true) {
    const before = context.wrong.slice(0, first).map((_unit, w) => gone(w));
    const after = context.wrong.slice(last + 1).map((_unit, i) => gone(last + 1 + i));
    return [...before, ...steps, ...after];
  }
  const before: Step[] = [];
  for (let w = first - 1; w >= Math.max(0, first - 2); w -= 1) {
    const word = norm(context.wrong, w);
    if (!(context.markers.omit.has(word) || droppedAtStart(steps, part, context, w, first))) break;
    before.unshift(gone(w));
  }
  // "what time is it" beside "what time it is": the word that moved stands just outside
  const inserted = new Set(steps.filter((step) => step.kind === 'insert').map((step) => norm(context.right, step.right)));
  const after = inserted.has(norm(context.wrong, last + 1)) ? [gone(last + 1)] : [];
  return [...before, ...steps, ...after];
}

/** "In the last week we had …" repeated in full as "Last week you had …": the preposition was dropped on purpose. */
function droppedAtStart(steps: readonly Step[], part: Part, context: Context, w: number, first: number): boolean {
  const word = norm(context.wrong, w);
  if (!part.whole || first > 2 || steps.length < 4 || steps[0]?.right !== 0) return false;
  if (!(prepositions.has(word) || articles.has(word)) || !prepositions.has(norm(context.wrong, 0))) return false;
  const kept = steps.filter((step) => step.kind === 'same' || step.kind === 'person').length;
  return kept >= 4 && isContent(norm(context.wrong, first));
}

const agreeing: Record<string, ReadonlySet<string>> = { i: new Set(['am', 'was']), you: new Set(['are', 'were']), we: new Set(['are', 'were']) };

/** "I was" answered by "you were" is no change; "we was" answered by "you were", or "sales was" by "sales were", is one. */
function honestPersons(steps: readonly Step[], wrong: readonly Unit[]): Step[] {
  return steps.map((step, i) => {
    const be = norm(wrong, step.wrong);
    if (step.kind !== 'person' || !beForms.has(be)) return step;
    const subject = [steps[i - 1], steps[i - 2], steps[i + 1]].find((near) => near?.kind === 'person' && Object.hasOwn(agreeing, norm(wrong, near.wrong)));
    const fits = subject !== undefined && agreeing[norm(wrong, subject.wrong)]?.has(be) === true;
    return fits ? step : { ...step, kind: 'swap' };
  });
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

/** The right words for a run of steps as written: the learner's own where nothing changed, the teacher's in the learner's person where it did. */
function rightWords(steps: readonly Step[], part: Part, wrong: readonly Unit[], learner: readonly Token[], swapped: boolean): string[] {
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
      const contracted = learner[own]?.text.includes("'") === true && !siblings.every((other) => wrong[other.wrong]?.token === own);
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

/** Widens a change to a phrase that can be understood: the verb's subject, the preposition's and the article's noun. */
function widen(steps: readonly Step[], cluster: { from: number; to: number }, context: Context): { from: number; to: number } {
  let { from, to } = cluster;
  const word = (i: number) => norm(context.wrong, steps[i]?.wrong ?? -1) || norm(context.right, steps[i]?.right ?? -1);
  const stays = (i: number) => {
    const step = steps[i];
    return step !== undefined && !isEdit(step);
  };
  const meaty = (i: number) => isContent(word(i)) && !openWords.has(word(i));
  if (!meaty(to)) {
    // to the right: through the little words to the end of the noun phrase
    let reach = to + 1;
    while (stays(reach) && !meaty(reach) && reach - to < 4) reach += 1;
    if (stays(reach)) {
      to = reach;
      while (stays(to + 1) && meaty(to + 1) && to - reach < 2) to += 1;
    } else if (stays(to + 1)) to += 1;
  }
  const first = word(cluster.from);
  const hangsLeft = !articles.has(first) && !openWords.has(first);
  if (hangsLeft && stays(from - 1)) {
    from -= 1;
    if (particles.has(word(from)) && stays(from - 1)) from -= 1;
    else if (!isContent(word(from)) && !subjectPronouns.has(word(from)) && stays(from - 1)) from -= 1;
  } else if (to === cluster.to && stays(to + 1)) to += 1;
  else if (to === cluster.to && stays(from - 1)) from -= 1;
  return { from, to };
}

function isVerbSwap({ removed, added, before }: Change, lexicon: Lexicon): boolean {
  const verb = (word: string) => lexicon.partsOfSpeech(lexicon.lemma(word, 'verb')).includes('verb');
  const subject = before.at(-1) ?? '';
  if (sameBase(removed[0] ?? '', added[0] ?? '')) return false;
  return verb(removed[0] ?? '') && verb(added[0] ?? '') && (subjectPronouns.has(subject) || isContent(subject) || auxiliaries.has(subject) || subject === 'to');
}

function weigh(change: Change, category: CorrectionCategory): number {
  const { removed, added } = change;
  const meant = (word: string) => isContent(word) && !openWords.has(word);
  const words = [...removed, ...added];
  if (words.some((word) => negatives.has(word)) && !(removed.some((w) => negatives.has(w)) && added.some((w) => negatives.has(w)))) return 0;
  if (removed.length > 5 || added.length > 5) return 0;
  if (category === 'modifier' && [...removed].sort().join() === [...added].sort().join()) return 0.55;
  const contentOut = removed.filter(meant);
  const contentIn = added.filter(meant);
  if (category === 'parallelism' || category === 'conditional') return 0.6;
  if (added.length > 0 && added.every((word) => objectPronouns.has(word)) && removed.every((word) => articles.has(word))) return 0.05;
  // "the weather it was hot", "it was silence"
  if (added.length === 0 && removed.length === 1 && subjectPronouns.has(removed[0] ?? '') && isContent(change.before.at(-1) ?? '')) return 0.55;
  if (removed.join() === 'it' && added.join() === 'there') return 0.5;
  if (contentOut.length === 1 && contentIn.length === 1 && removed.length === 1 && added.length === 1 && change.after.length >= 2 && change.verbs === true) return 0.38;
  if (contentOut.length > 0 && contentIn.length > 0 && category !== 'wordChoice' && category !== 'collocation') return category === 'agreement' ? 0.7 : category === 'tense' ? 0.55 : 0.6;
  if (contentOut.length > 0 || contentIn.length > 0) return contentOut.length > 0 && contentIn.length > 0 ? 0.22 : 0;
  if (words.every((word) => adverbs.has(word) || openers.has(word))) return 0;
  if (words.every((word) => subjectPronouns.has(word) || modals.has(word) || questionWords.has(word) || possessives.has(word) || ['it', 'that', 'this', 'me', 'him', 'her', 'them', 'us'].includes(word))) return 0.05;
  if (words.every((word) => ['the', 'this', 'that', 'my', 'your', 'his', 'her'].includes(word)) && removed.length > 0 && added.length > 0) return 0.1;
  if (category === 'article') return removed.length > 0 && added.length > 0 ? 0.45 : 0.5;
  if (category === 'preposition') return 0.55;
  if (category === 'agreement') return 0.65;
  if (category === 'modifier') return 0.45;
  if (category === 'collocation') return 0.5;
  return 0.45;
}

/** Doubt about a change at the very edge of what the two have in common: it may be another sentence altogether. */
function edgeDoubt(steps: readonly Step[], cluster: { from: number; to: number }, all: readonly Step[], context: Context): number {
  const first = steps[cluster.from];
  const last = steps[cluster.to];
  if (first === undefined || last === undefined) return 0;
  const onlyTeachers = (step: Step | undefined) => step?.kind === 'insert' && (isContent(norm(context.right, step.right)) || subjectPronouns.has(norm(context.right, step.right)));
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
  if (cluster.to === steps.length - 1 && last.kind !== 'delete' && onlyTeachers(all[end + 1])) doubt += last.kind === 'form' ? 0.1 : 0.4;
  // "it's blue" and "it's a blue case": the article belongs to a noun that the learner never said
  if (last.kind === 'insert' && articles.has(norm(context.right, last.right)) && onlyTeachers(all[end + 2])) doubt += 0.5;
  return doubt;
}

/** A run of words that the teacher left out: only the little ones at its end can be the mistake. */
function shrink(steps: readonly Step[], cluster: { from: number; to: number }, context: Context): { from: number; to: number } {
  const inside = steps.slice(cluster.from, cluster.to + 1);
  if (inside.some((step) => step.kind !== 'delete') || !inside.some((step) => isContent(norm(context.wrong, step.wrong)))) return cluster;
  let from = cluster.to + 1;
  while (from > cluster.from && !isContent(norm(context.wrong, steps[from - 1]?.wrong ?? -1))) from -= 1;
  return from > cluster.to ? cluster : { from, to: cluster.to };
}

/** A verb in another form among words that the teacher only says otherwise: the form is the mistake. */
function isolateForm(steps: readonly Step[], cluster: { from: number; to: number }, context: Context): { from: number; to: number } {
  const forms: number[] = [];
  let otherContent = 0;
  for (let i = cluster.from; i <= cluster.to; i += 1) {
    const step = steps[i];
    if (step?.kind === 'form' && isContent(norm(context.wrong, step.wrong))) forms.push(i);
    else if (step !== undefined && isEdit(step) && (isContent(norm(context.wrong, step.wrong)) || isContent(norm(context.right, step.right)))) otherContent += 1;
  }
  const at = forms[0];
  if (at === undefined || forms.length > 1 || otherContent === 0) return cluster;
  const little = (i: number) => {
    const step = steps[i];
    return step !== undefined && isEdit(step) && i >= cluster.from && [norm(context.wrong, step.wrong), norm(context.right, step.right)].every((word) => word === '' || auxiliaries.has(word));
  };
  return { from: little(at - 1) ? at - 1 : at, to: at };
}

/** In a list of three, changes of form here and there are one mistake: the items do not match. */
function joinLists(found: { from: number; to: number }[], steps: readonly Step[], context: Context): { from: number; to: number; joined?: boolean }[] {
  const [first, last] = [found[0], found.at(-1)];
  if (first === undefined || last === undefined || found.length < 2) return found;
  const form = (step: Step) => {
    const words = [norm(context.wrong, step.wrong), norm(context.right, step.right)];
    return words.includes('to') ? words.includes('') : step.kind === 'form' && words.some((word) => word.endsWith('ing'));
  };
  const changes = found.filter(({ from, to }) => steps.slice(from, to + 1).some(form));
  const between = steps.slice(first.from, last.to + 1).map((step) => norm(context.right, step.right));
  return changes.length >= 2 && between.includes('and') ? [{ from: first.from, to: last.to, joined: true }] : found;
}

/** The changes between a learner's sentence and one part that may mend it, each with its evidence so far. */
export function editsBetween(wrong: readonly Unit[], learner: readonly Token[], part: Part, lexicon: Lexicon, markers: Markers, teacherSaid: string): { edits: Edit[]; closeness: number; swapped: boolean; firstPerson: boolean } {
  const context: Context = { wrong, right: part.units, lexicon, markers, teacherSaid };
  const alignment = align(wrong, part.units);
  const honest = honestPersons(alignment.steps, wrong);
  const steps = extend(trim(honest, context), part, context);
  const near = closeness(steps, context, Math.max(steps.filter((step) => step.right >= 0).length, part.units.length * 0.7));
  const swapped = steps.some((step) => step.kind === 'person' && ['i', 'my', 'me', 'we', 'our'].includes(norm(wrong, step.wrong)));
  const firstPerson = steps.some((step) => ['i', 'my', 'we', 'our', 'me'].includes(norm(wrong, step.wrong)));
  if (near < 0.45) return { edits: [], closeness: near, swapped, firstPerson };
  const wrongClause = wrong.map((unit) => unit.norm);
  const rightClause = part.units.map((unit) => unit.norm);
  const wrongErrors = findLearnerErrors(wrongClause);
  const edits: Edit[] = [];
  for (const raw of joinLists(clusters(steps, context), steps, context)) {
    const cluster = raw.joined === true ? raw : isolateForm(steps, shrink(steps, raw, context), context);
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
    change.verbs = isVerbSwap(change, lexicon);
    const category = categorise(change, teacherSaid, lexicon);
    const positions = span.filter((step) => step.wrong >= 0).map((step) => step.wrong);
    const from = Math.min(...positions);
    const to = Math.max(...positions);
    if (positions.length === 0) continue;
    const worth = swapsLightVerbs(change, lexicon) ? 0.38 : weigh(change, category);
    const shrunk = cluster.from !== raw.from && removed.length > 0 && added.length === 0 ? 0.25 : 0;
    let evidence = worth - shrunk - edgeDoubt(steps, cluster, honest, context);
    const editPositions = edited.filter((step) => step.wrong >= 0).map((step) => step.wrong);
    const low = editPositions.length > 0 ? Math.min(...editPositions) : from;
    const high = editPositions.length > 0 ? Math.max(...editPositions) : to;
    const known = wrongErrors.some((error) => error.from <= high && error.to > low);
    if (worth === 0 && !(known && removed.length <= 3 && added.length <= 2)) continue;
    if (known) evidence += 0.45;
    const told = removed.some((word) => markers.omit.has(word)) || added.some((word) => markers.add.has(word));
    if (told) evidence += 0.4;
    edits.push({ from, to: to + 1, wrong: wrong.slice(from, to + 1).map((unit) => unit.norm), right: rightWords(span, part, wrong, learner, swapped), category, evidence, weak: worth <= 0.1 && !known && !told, removed, added });
  }
  return { edits, closeness: near, swapped, firstPerson };
}

