// What the daily turn at fitting does, for the learners of the simulation: everybody's parameters from a thousand reviews of
// all on, and a learner's own from a thousand of theirs; each only where it predicts the newest answers better.
import { defaultParameters } from '../dist/memory/index.js';
import { fitAndJudge, historiesOf, isWorthATry, loadOptimizer, trialsOf } from '../dist/memory-fitting/index.js';

const untried = () => ({ parameters: null, reviews: 0 });

/** Parameters of so many learners. Their policies write the `logs`: for each learner the answers by thing. */
export async function createFits(learners) {
  const fit = await loadOptimizer();
  const logs = Array.from({ length: learners }, () => new Map());
  const own = logs.map(untried);
  const everybodys = untried();
  const parametersOf = (learner) => own[learner].parameters ?? everybodys.parameters ?? defaultParameters;
  const answers = (log) => [...log.values()].reduce((sum, { length }) => sum + length, 0);
  const trials = (log) => trialsOf([...log.values()].flatMap(historiesOf));

  async function attempt(state, found, inUse) {
    if (!isWorthATry(found.length, state.reviews)) return false;
    state.reviews = found.length;
    const judged = await fitAndJudge(found, inUse, fit);
    if (!judged?.isBetter) return false;
    state.parameters = judged.parameters;
    return true;
  }

  return {
    logs,
    parametersOf,
    hasOptimizer: fit !== null,
    owners: () => own.filter(({ parameters }) => parameters !== null).length,
    /** Ends a day. Returns the learners whose parameters became others. */
    async turn() {
      if (fit === null) return [];
      const before = logs.map((_, learner) => parametersOf(learner));
      // Taking logs apart costs; not so many of their answers can be reviews.
      const total = logs.reduce((sum, log) => sum + answers(log), 0);
      if (isWorthATry(total, everybodys.reviews)) {
        const all = logs.flatMap(trials).sort((a, b) => a.at - b.at);
        await attempt(everybodys, all, everybodys.parameters ?? defaultParameters);
      }
      for (const [learner, log] of logs.entries()) {
        if (isWorthATry(answers(log), own[learner].reviews))
          await attempt(own[learner], trials(log), parametersOf(learner));
      }
      return before.flatMap((parameters, learner) => (parameters === parametersOf(learner) ? [] : [learner]));
    },
  };
}
