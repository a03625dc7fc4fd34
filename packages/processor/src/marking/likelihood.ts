/** What each trait was found to be worth, in logits; `bias` is what is always there. */
export interface TraitWeights {
  bias: number;
  weights: Readonly<Record<string, number>>;
}

/** How likely it is, 0 to 1, that a teacher lets something with these traits pass. A trait that was never seen says nothing. */
export function likelihood({ bias, weights }: TraitWeights, traits: readonly string[]): number {
  const sum = traits.reduce((so, trait) => so + (Object.hasOwn(weights, trait) ? (weights[trait] ?? 0) : 0), bias);
  return 1 / (1 + Math.exp(-sum));
}
