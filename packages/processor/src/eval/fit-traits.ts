import { likelihood, type TraitWeights } from '../marking/likelihood.ts';

/** What a teacher marked: what could be seen of it, whether it passed, and from which lesson it is. */
export interface MarkedExample {
  lesson: string;
  traits: readonly string[];
  passed: boolean;
  /** How sure the mark is: 1 where it was plain. */
  weight: number;
}

/** A trait of fewer examples tells nothing of the next lesson. */
const fewestSeen = 3;
/** The pull of every weight towards nothing. */
const shrink = 8;
const rounds = 60;
/** Traits overlap: each takes a share of its step. */
const step = 0.04;

/** Logistic regression with a pull towards nothing: the same examples give the same weights. */
export function fitTraits(examples: readonly MarkedExample[]): TraitWeights {
  const seen = new Map<string, number>();
  for (const { traits } of examples) for (const trait of traits) seen.set(trait, (seen.get(trait) ?? 0) + 1);
  const weights: Record<string, number> = {};
  for (const [trait, times] of seen) if (times >= fewestSeen) weights[trait] = 0;
  const kept = examples.map((example) => ({ ...example, traits: example.traits.filter((one) => one in weights) }));
  let bias = 0;
  for (let round = 0; round < rounds; round += 1) {
    const pull = new Map<string, number>();
    const firm = new Map<string, number>();
    let [biasPull, biasFirm] = [0, 0];
    for (const { traits, passed, weight } of kept) {
      const likely = likelihood({ bias, weights }, traits);
      const miss = weight * (Number(passed) - likely);
      const spread = weight * likely * (1 - likely);
      biasPull += miss;
      biasFirm += spread;
      for (const trait of traits) {
        pull.set(trait, (pull.get(trait) ?? 0) + miss);
        firm.set(trait, (firm.get(trait) ?? 0) + spread);
      }
    }
    bias += (8 * step * biasPull) / biasFirm;
    for (const [trait, firmness] of firm) {
      const so = weights[trait] ?? 0;
      weights[trait] = so + (step * ((pull.get(trait) ?? 0) - shrink * so)) / (firmness + shrink);
    }
  }
  return { bias, weights };
}

/** Each example with its likelihood by weights that were fitted without its lesson's group. */
export function leftOut(examples: readonly MarkedExample[], groups: number): { likely: number; passed: boolean }[] {
  const lessons = [...new Set(examples.map(({ lesson }) => lesson))].sort();
  const groupOf = new Map(lessons.map((lesson, at) => [lesson, at % groups]));
  const fits = Array.from({ length: groups }, (_, group) =>
    fitTraits(examples.filter(({ lesson }) => groupOf.get(lesson) !== group)),
  );
  return examples.flatMap(({ lesson, traits, passed }) => {
    const fit = fits[groupOf.get(lesson) ?? 0];
    return fit === undefined ? [] : [{ likely: likelihood(fit, traits), passed }];
  });
}
