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
const biasStep = 8 * step;

/** Logistic regression with a pull towards nothing: the same examples give the same weights. */
export function fitTraits(examples: readonly MarkedExample[]): TraitWeights {
  const seen = new Map<string, number>();
  for (const { traits } of examples) for (const trait of traits) seen.set(trait, (seen.get(trait) ?? 0) + 1);
  const names = [...seen].filter(([, times]) => times >= fewestSeen).map(([trait]) => trait);
  const places = new Map(names.map((name, at) => [name, at]));
  const kept = examples.map(({ traits, passed, weight }) => ({
    at: traits.flatMap((trait) => places.get(trait) ?? []),
    passed: Number(passed),
    weight,
  }));
  const weights = new Float64Array(names.length);
  let bias = 0;
  for (let round = 0; round < rounds; round += 1) {
    const pull = new Float64Array(names.length);
    const firm = new Float64Array(names.length);
    let [biasPull, biasFirm] = [0, 0];
    for (const { at, passed, weight } of kept) {
      let sum = bias;
      for (const place of at) sum += weights[place] ?? 0;
      const likely = 1 / (1 + Math.exp(-sum));
      const miss = weight * (passed - likely);
      const spread = weight * likely * (1 - likely);
      biasPull += miss;
      biasFirm += spread;
      for (const place of at) {
        pull[place] = (pull[place] ?? 0) + miss;
        firm[place] = (firm[place] ?? 0) + spread;
      }
    }
    bias += (biasStep * biasPull) / biasFirm;
    for (const place of weights.keys()) {
      const so = weights[place] ?? 0;
      weights[place] = so + (step * ((pull[place] ?? 0) - shrink * so)) / ((firm[place] ?? 0) + shrink);
    }
  }
  return { bias, weights: Object.fromEntries(names.map((name, at) => [name, weights[at] ?? 0])) };
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
