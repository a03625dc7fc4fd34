import type { Unit } from '../../../language/align.ts';
import { sameBase } from '../../../language/inflection.ts';
import { articles, auxiliaries, doForms, isContent, questionWords, subjectPronouns } from '../../../language/words.ts';
import { confidenceOf, type SignName } from '../../weighing/confidence.ts';
import type { Edit } from './edit.ts';
import type { Part } from './parts.ts';

/** The learner's words in another order: from where to where they stand, and which are new. */
export interface Reordering {
  from: number;
  to: number;
  removed: string[];
  added: string[];
  /** True where a question was built with "do". */
  isQuestion: boolean;
}

const sizes = { least: 3, most: 14 };
/** So many little words may come with the new order: "What means lease", "What does lease mean". */
const mostNew = 2;
const mostDropped = 1;

/** Where each word of the right version stands in the learner's, each place used once; -1 for a new word. */
function placesOf(wrong: readonly Unit[], right: readonly Unit[]): number[] {
  const used = new Set<number>();
  return right.map(({ norm }) => {
    const fits = (test: (own: string) => boolean): number =>
      wrong.findIndex((own, at) => !used.has(at) && test(own.norm));
    const same = fits((own) => own === norm);
    const at = same >= 0 ? same : fits((own) => isContent(own) && isContent(norm) && sameBase(own, norm));
    if (at >= 0) used.add(at);
    return at;
  });
}

/** The learner's words all again in an order too far from theirs for a comparison word by word; null where it is not so. */
export function reordered(wrong: readonly Unit[], right: readonly Unit[]): Reordering | null {
  if (right.length < sizes.least || right.length > sizes.most) return null;
  // "can find everything you" was cut off before its verb
  if (subjectPronouns.has(right.at(-1)?.norm ?? '') && right.at(-1)?.norm !== 'it') return null;
  const places = placesOf(wrong, right);
  const met = places.filter((at) => at >= 0);
  if (met.length < sizes.least || met.every((at, i) => i === 0 || at > (met[i - 1] ?? 0))) return null;
  const added = right.filter((_unit, i) => places[i] === -1).map(({ norm }) => norm);
  if (added.length > mostNew || !added.every((word) => auxiliaries.has(word) || articles.has(word) || word === 'there'))
    return null;
  const [from, to] = [Math.min(...met), Math.max(...met) + 1];
  const left = wrong.slice(from, to).filter((_unit, i) => !met.includes(from + i));
  if (left.length > mostDropped || !left.every(({ norm }) => articles.has(norm) || auxiliaries.has(norm))) return null;
  if (met.filter((at) => isContent(wrong[at]?.norm ?? '')).length < 2) return null;
  return {
    from,
    to,
    removed: wrong.slice(from, to).map(({ norm }) => norm),
    added: right.map(({ norm }) => norm),
    isQuestion: added.some((word) => doForms.has(word)) && questionWords.has(right[0]?.norm ?? ''),
  };
}

/** Words in another order are neither near to what was said nor far from it. */
export const reorderedCloseness = 0.6;

/** All the words again in an order of their own, as one change. */
export function inOtherOrder(wrong: readonly Unit[], part: Part): Edit[] {
  const found = part.full === true ? null : reordered(wrong, part.units);
  if (found === null) return [];
  const signs: SignName[] = ['same words in another order'];
  return [
    {
      from: found.from,
      to: found.to,
      core: { from: found.from, to: found.to },
      wrong: found.removed,
      right: part.tokens.map(({ text }) => text),
      category: found.isQuestion ? 'tense' : 'modifier',
      kind: 'word order',
      evidence: confidenceOf(signs),
      signs,
      weak: false,
      known: false,
      removed: found.removed,
      added: found.added,
    },
  ];
}
