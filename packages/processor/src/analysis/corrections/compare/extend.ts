import type { Step } from '../../../language/align.ts';
import {
  articles,
  auxiliaries,
  beForms,
  haveForms,
  isContent,
  isNumber,
  prepositions,
} from '../../../language/words.ts';
import { findLearnerErrors } from '../../learner-errors/find-learner-errors.ts';
import type { Part } from './parts.ts';
import { type Context, isEdit, norm } from './steps.ts';

/** Adds the learner's words just outside the common part that belong to the change after all. */
export function extend(steps: Step[], part: Part, context: Context): Step[] {
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
    const isDropped =
      context.markers.omit.has(word) ||
      droppedAtStart(steps, part, context, w, first) ||
      (w === first - 1 && belongsToStart(steps, part, context, w));
    if (!isDropped) break;
    before.unshift(gone(w));
  }
  // "what time is it" beside "what time it is": the word that moved stands just outside
  const inserted = new Set(
    steps.filter((step) => step.kind === 'insert').map((step) => norm(context.right, step.right)),
  );
  const next = norm(context.wrong, last + 1);
  const after =
    (inserted.has(next) && !articles.has(next)) ||
    (next !== '' && context.markers.omit.has(next)) ||
    isYearsOfAge(steps, context, last)
      ? [gone(last + 1)]
      : [...objectSaidTwice(steps, part, context, last), ...phraseForAWord(steps, part, context, last)].map(gone);
  return [...before, ...steps, ...after];
}

const relatives: ReadonlySet<string> = new Set(['that', 'which', 'who', 'whom', 'what']);

/** "A song that nobody wants to dance to it" beside "that nobody wants to dance to". */
function objectSaidTwice(steps: readonly Step[], part: Part, context: Context, last: number): number[] {
  const isAtEnd = last + 1 === context.wrong.length - 1 && steps.at(-1)?.right === part.units.length - 1;
  const isObject = ['it', 'them', 'him', 'her'].includes(norm(context.wrong, last + 1));
  if (!isAtEnd || !isObject || part.sentence.question || !prepositions.has(norm(context.wrong, last))) return [];
  return context.wrong.some(({ norm: word }) => relatives.has(word)) ? [last + 1] : [];
}

/** So many words may stand behind a preposition, to be put in one word with it. */
const longestBehind = 2;

/** "We eat in the garden" beside "We eat outside": the preposition goes with its noun. */
function phraseForAWord(steps: readonly Step[], part: Part, context: Context, last: number): number[] {
  const end = steps.at(-1);
  if (end?.kind !== 'swap' || end.right !== part.units.length - 1 || !prepositions.has(norm(context.wrong, end.wrong)))
    return [];
  const rest = context.wrong.slice(last + 1).map((_unit, i) => last + 1 + i);
  const isNoun = rest.length > 0 && rest.length <= longestBehind && isContent(norm(context.wrong, rest.at(-1) ?? -1));
  return isNoun && !prepositions.has(norm(context.right, end.right)) ? rest : [];
}

/** "In the last week we had …" repeated in full as "Last week you had …": the preposition was dropped on purpose. */
function droppedAtStart(steps: readonly Step[], part: Part, context: Context, w: number, first: number): boolean {
  const word = norm(context.wrong, w);
  if (!part.whole || first > 2 || steps.length < 4 || steps[0]?.right !== 0) return false;
  if (!(prepositions.has(word) || articles.has(word)) || !prepositions.has(norm(context.wrong, 0))) return false;
  const kept = steps.filter((step) => step.kind === 'same' || step.kind === 'person').length;
  return kept >= 4 && isContent(norm(context.wrong, first));
}

/** "She has fourteen years" and "She's fourteen". */
function isYearsOfAge(steps: readonly Step[], context: Context, last: number): boolean {
  if (!/^years?$/.test(norm(context.wrong, last + 1)) || !isNumber(norm(context.wrong, last))) return false;
  return steps.some(
    (step) => haveForms.has(norm(context.wrong, step.wrong)) && beForms.has(norm(context.right, step.right)),
  );
}

const atStart: ReadonlySet<string> = new Set(['more', 'most', 'to', 'too']);

/** Who owns, by who acts. */
export const ownerOf: Readonly<Record<string, string>> = {
  i: 'my',
  he: 'his',
  she: 'her',
  we: 'our',
  they: 'their',
  it: 'its',
};

/** A word just before what the two have in common that went with the change: moved, half of a mistake, or "The" of "The life is hard". */
function belongsToStart(steps: readonly Step[], part: Part, context: Context, w: number): boolean {
  const word = norm(context.wrong, w);
  const isMoved = steps.some(({ kind, right }) => kind === 'insert' && norm(context.right, right) === word);
  if (isMoved && !articles.has(word)) return w > 0 || !auxiliaries.has(word);
  // "he mother", "his mother"
  const owner = steps[0]?.kind === 'insert' ? norm(context.right, steps[0].right) : '';
  if (Object.hasOwn(ownerOf, word) && ownerOf[word] === owner) return true;
  const isLittle = articles.has(word) || prepositions.has(word) || auxiliaries.has(word) || atStart.has(word);
  if (!isLittle || steps[0]?.right !== 0) return false;
  const words = context.wrong.map((unit) => unit.norm);
  if (findLearnerErrors(words).some(({ from, to }) => from <= w && to > w + 1)) return true;
  const isWhole = part.whole && part.units.length >= 3 && steps.every((step) => !isEdit(step));
  return isWhole && w === 0 && articles.has(word) && isContent(norm(context.wrong, w + 1));
}
