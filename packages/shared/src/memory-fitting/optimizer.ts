import { checkedParameters, Forgetting, type Parameters } from '../memory/index.ts';
import { gradesOf, type Trial } from './histories.ts';

/** Finds the parameters that predict these answers best; those in use tell which right answers count as guesses. */
export type Fit = (trials: readonly Trial[], inUse: Parameters) => Promise<Parameters>;

/**
 * The optimizer of FSRS, which is compiled for some platforms only; null where it is not installed, or made for another
 * kind of machine.
 */
export async function loadOptimizer(): Promise<Fit | null> {
  const binding = await import('@open-spaced-repetition/binding').catch(() => null);
  if (binding === null) return null;
  const { computeParameters, FSRSBindingItem, FSRSBindingReview } = binding;
  return async (trials, inUse) => {
    const forgetting = new Forgetting(inUse);
    const items = trials.map(({ before, step }) => {
      const history = [...before, step];
      const grades = gradesOf(history, forgetting);
      return new FSRSBindingItem(
        history.map(({ elapsedDays }, i) => new FSRSBindingReview(grades[i] ?? 1, elapsedDays)),
      );
    });
    return checkedParameters(await computeParameters(items, { enableShortTerm: true }));
  };
}
