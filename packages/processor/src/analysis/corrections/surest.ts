import { threshold } from '../weighing/confidence.ts';
import type { Part } from './compare/parts.ts';
import type { Candidate } from './judge.ts';

/** How far off a version may stand counts little, but decides between two that are as sure. */
const doubtPerSentence = 0.005;

/** Within so many turns a mistake is put right at once. */
const turnsAtOnce = 2;

interface Weighed {
  candidate: Candidate;
  confidence: number;
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
    way !== 'feedback at the end' ||
    !atOnce.some(({ candidate: { edit: other } }) => other.from < edit.to && edit.from < other.to);
  for (const each of weighed.filter(isNew).sort((a, b) => b.confidence - a.confidence)) {
    const { edit, part, way } = each.candidate;
    // what one version of quoted words changes in two places, it changes in both
    const isOfOne = (from: Part): boolean => way === 'feedback at the end' && from === part;
    const clash = kept.some(
      ({ candidate: { edit: other, part: from } }) => !isOfOne(from) && other.from < edit.to && edit.from < other.to,
    );
    if (!clash) kept.push(each);
  }
  return kept.sort((a, b) => a.candidate.edit.from - b.candidate.edit.from);
}
