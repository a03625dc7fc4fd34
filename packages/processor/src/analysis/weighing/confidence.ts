import weights from './weights.json' with { type: 'json' };

/** What speaks for a change being a correction, or against it: a sign only is there, its weight stands in weights.json. */
export type SignName = keyof typeof weights.corrections;

const isSign = (name: string): name is SignName => name in weights.corrections;

/** All signs that a weight is kept for. */
export const signNames: readonly SignName[] = Object.keys(weights.corrections).filter(isSign);

/** How sure we must be before a learner is told that something was a mistake. */
export const threshold: number = weights.threshold;

/** What one sign is worth, below zero where it speaks against a correction. */
export function weightOf(sign: SignName): number {
  return weights.corrections[sign];
}

/** How sure the signs together make that a change is a correction. */
export function confidenceOf(signs: readonly SignName[]): number {
  return signs.reduce((sum, sign) => sum + weightOf(sign), 0);
}
