import { chooseCorrections, findCandidates, report } from '../analysis/corrections/find-corrections.ts';
import type { Candidate } from '../analysis/corrections/judge.ts';
import type { Turn } from '../analysis/types.ts';
import { confidenceOf } from '../analysis/weighing/confidence.ts';
import type { Lexicon } from '../lexicon/index.ts';
import { confidenceBy, type Example, fitWeights, type Weights, weightsInUse } from './fit-weights.ts';
import { type GoldLabels, type Share, sameCorrection } from './score-lesson.ts';

/** A labelled lesson as weights are fitted on it: every candidate, and what is right. */
export interface LessonExamples {
  examples: Example[];
  /** How good the corrections are that these weights choose. */
  score: (weights: Weights) => { recall: Share; precision: Share };
}

/** Of the candidates that say the same the surest: the others would never be asked. */
function surestOfEach(candidates: readonly Candidate[], nameOf: (candidate: Candidate) => string | null): Candidate[] {
  const best = new Map<string, Candidate>();
  for (const candidate of candidates) {
    const name = nameOf(candidate);
    if (name === null) continue;
    const other = best.get(name);
    if (other === undefined || confidenceOf(other.edit.signs) < confidenceOf(candidate.edit.signs))
      best.set(name, candidate);
  }
  return [...best.values()];
}

/** Reads the candidates of a lesson against its labels. */
export function lessonExamples(turns: readonly Turn[], gold: GoldLabels, lexicon: Lexicon): LessonExamples {
  const { lesson, bySentence: read } = findCandidates(turns, lexicon);
  const bySentence = [...read];
  const isLabelled = (found: { wrong: string; right: string }): boolean =>
    gold.corrections.some((label) => sameCorrection(found, label));
  const examples = bySentence.flatMap((candidates) => {
    const weighed = candidates.filter(({ way }) => way !== 'own repair');
    const nameOf = (candidate: Candidate): string | null => {
      const found = report(lesson, candidate, 0);
      return found === null ? null : `${found.wrong} → ${found.right}`;
    };
    return surestOfEach(weighed, nameOf).flatMap((candidate) => {
      const found = report(lesson, candidate, 0);
      return found === null ? [] : [{ signs: candidate.edit.signs, isCorrection: isLabelled(found) }];
    });
  });
  return {
    examples,
    score: (weights) => {
      const confidence = confidenceBy(weights);
      const found = chooseCorrections({ lesson, bySentence }, ({ edit }) => confidence(edit.signs));
      const met = gold.corrections.filter((label) => found.some((each) => sameCorrection(each, label)));
      return {
        recall: { hit: met.length, of: gold.corrections.length },
        precision: { hit: found.filter(isLabelled).length, of: found.length },
      };
    },
  };
}

const percent = (shares: readonly Share[]): string => {
  const [hit, of] = [shares.reduce((sum, each) => sum + each.hit, 0), shares.reduce((sum, each) => sum + each.of, 0)];
  return of === 0 ? '–' : `${((hit / of) * 100).toFixed(1)} %`;
};

const row = (title: string, scores: readonly ReturnType<LessonExamples['score']>[]): string =>
  `${title.padEnd(36)}${percent(scores.map(({ recall }) => recall)).padStart(8)} found${percent(scores.map(({ precision }) => precision)).padStart(9)} of the found are right`;

/** Fits the weights on all lessons, and says how well weights do on lessons that they were not fitted on. */
export function fitOn(lessons: readonly LessonExamples[]): { weights: Weights; figures: string[] } {
  const given = weightsInUse();
  const fittedOn = (chosen: readonly LessonExamples[]): Weights =>
    fitWeights(
      chosen.flatMap(({ examples }) => examples),
      given,
    );
  const weights = fittedOn(lessons);
  return {
    weights,
    figures: [
      row(
        'Weights in use:',
        lessons.map(({ score }) => score(given)),
      ),
      row(
        'Fitted on the same lessons:',
        lessons.map(({ score }) => score(weights)),
      ),
      row(
        'Fitted, each lesson left out:',
        lessons.map((one) => one.score(fittedOn(lessons.filter((each) => each !== one)))),
      ),
    ],
  };
}
