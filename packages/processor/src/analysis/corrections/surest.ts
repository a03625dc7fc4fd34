import { threshold } from '../weighing/confidence.ts';
import type { Edit } from './compare/edit.ts';
import type { Part } from './compare/parts.ts';
import type { Candidate } from './judge.ts';

/** How far off a version may stand counts little, but decides between two that are as sure. */
const doubtPerSentence = 0.005;

/** Within so many turns a mistake is put right at once. */
const turnsAtOnce = 2;

/** What is as sure as this stands beside another version's change. */
const quiteSure = 1.1;

/** So many words more than another change has one beside it; with more it is a claim about the whole clause. */
const mostBeside = 3;

interface Weighed {
  candidate: Candidate;
  confidence: number;
}

/** Two changes of one version may share the words beside them; two versions may not. */
const meet = (one: Edit['core'], other: Edit['core']): boolean => one.from < other.to && other.from < one.to;

/** Whether one change takes in all of another, and more on both sides or words without end on one. */
const holds = (one: Edit, other: Edit): boolean =>
  one.from <= other.from && one.to >= other.to && one.to - one.from > other.to - other.from + mostBeside;

/** In feedback the teacher's words go before the learner's answer where both say the same: a rule may stand beside them. */
function asTeacherSays(chosen: Weighed, all: readonly Weighed[]): Weighed {
  const { way, edit, part, learner } = chosen.candidate;
  if (way !== 'feedback at the end' || part.sentence.role !== 'student') return chosen;
  const twin = all.find(
    ({ candidate: { edit: other, part: from, learner: own } }) =>
      own === learner &&
      from.sentence.role === 'teacher' &&
      other.from === edit.from &&
      other.to === edit.to &&
      other.right.join(' ').toLowerCase() === edit.right.join(' ').toLowerCase(),
  );
  return twin === undefined ? chosen : { ...chosen, candidate: twin.candidate };
}

/** Of overlapping claims about the same words the surest stays. */
export function surest(candidates: readonly Candidate[], weigh: (candidate: Candidate) => number): Weighed[] {
  const kept: Weighed[] = [];
  const weighed = candidates.flatMap((candidate): Weighed[] => {
    // what a learner repairs in the same breath needs nobody's word
    if (candidate.way === 'own repair') return [{ candidate, confidence: candidate.edit.evidence }];
    const confidence = weigh(candidate);
    return confidence < threshold
      ? []
      : [{ candidate, confidence: confidence - candidate.distance * doubtPerSentence }];
  });
  // what was put right at once needs no feedback
  const atOnce = weighed.filter(
    ({ candidate: { way, part, learner } }) =>
      way !== 'feedback at the end' && part.sentence.turn - learner.turn <= turnsAtOnce,
  );
  const isNew = ({ candidate: { edit, way } }: Weighed): boolean =>
    way !== 'feedback at the end' || !atOnce.some(({ candidate: { edit: other } }) => meet(other, edit));
  for (const each of weighed.filter(isNew).sort((a, b) => b.confidence - a.confidence)) {
    const { edit, part, way } = each.candidate;
    // what one version of quoted words changes in two places, it changes in both
    const isOfOne = (from: Part): boolean => way === 'feedback at the end' && from === part;
    const clash = kept.some(
      ({ candidate: { edit: other, part: from }, confidence: sure }) =>
        !isOfOne(from) &&
        (meet(other.core, edit.core) ||
          holds(edit, other) ||
          (meet(other, edit) && from.sentence !== part.sentence && Math.min(sure, each.confidence) < quiteSure)),
    );
    if (!clash) kept.push(asTeacherSays(each, weighed));
  }
  return kept.sort((a, b) => a.candidate.edit.from - b.candidate.edit.from);
}
