import { type SignName, signNames, threshold, weightOf } from '../analysis/weighing/confidence.ts';

/** A change that was seen in a lesson: what spoke for it and against it, and whether the lesson's labels have it. */
export interface Example {
  signs: readonly SignName[];
  isCorrection: boolean;
}

export type Weights = Readonly<Record<SignName, number>>;

/** The weights in use. */
export const weightsInUse = (): Record<SignName, number> =>
  Object.assign({}, ...signNames.map((name) => ({ [name]: weightOf(name) })));

/** How sure weights make that a change is a correction. */
export const confidenceBy =
  (weights: Weights) =>
  (signs: readonly SignName[]): number =>
    signs.reduce((sum, sign) => sum + weights[sign], 0);

/** How steeply sureness turns into probability around the threshold. */
const steepness = 4;
/** How many examples one unit of distance from the weights that people gave weighs as much as. */
const trustInPeople = 80;
const rounds = 100;
const step = 0.5;

/**
 * Logistic regression over the signs, in the units of today's weights: at the threshold a change is as likely a correction
 * as not. What few lessons say little about stays near the weight that people gave it.
 */
export function fitWeights(examples: readonly Example[], given: Weights): Weights {
  const weights: Record<SignName, number> = { ...given };
  const seen = new Map<SignName, number>();
  for (const { signs } of examples) for (const sign of signs) seen.set(sign, (seen.get(sign) ?? 0) + 1);
  for (let round = 0; round < rounds; round += 1) {
    const pull = new Map<SignName, number>();
    const confidence = confidenceBy(weights);
    for (const { signs, isCorrection } of examples) {
      const likely = 1 / (1 + Math.exp(-steepness * (confidence(signs) - threshold)));
      for (const sign of signs) pull.set(sign, (pull.get(sign) ?? 0) + (isCorrection ? 1 : 0) - likely);
    }
    for (const [sign, count] of seen) {
      const toData = pull.get(sign) ?? 0;
      const toPeople = trustInPeople * (given[sign] - weights[sign]);
      weights[sign] += (step * (toData + toPeople)) / (count * steepness * 0.25 + trustInPeople);
    }
  }
  return weights;
}
