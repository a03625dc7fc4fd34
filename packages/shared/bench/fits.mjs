// What the daily turn at fitting does, for the learners of the simulation: everybody's parameters from a thousand reviews of
// all on, and a learner's own from a thousand of theirs; each only where it predicts the newest answers better.
import { defaultParameters } from '../dist/memory/index.js';
import { fitAndJudge, historiesOf, isWorthATry, loadOptimizer, trialsOf } from '../dist/memory-fitting/index.js';

const untried = () => ({ parameters: null, last: undefined });
/** As in the service, see `mostTrials` of memory-fit.ts; so few learners never have too many together. */
const mostOfOne = 2000;

/** Parameters of so many learners. Their policies write the `logs`: for each learner the answers by thing. */
export async function createFits(learners) {
  const fit = await loadOptimizer();
  const logs = Array.from({ length: learners }, () => new Map());
  const own = logs.map(untried);
  const everybodys = untried();
  const parametersOf = (learner) => own[learner].parameters ?? everybodys.parameters ?? defaultParameters;
  const answers = (log) => [...log.values()].reduce((sum, { length }) => sum + length, 0);
  const trials = (log) => trialsOf([...log.values()].flatMap(historiesOf)).slice(-mostOfOne);
  const newest = (log) =>
    [...log.values()].flat().reduce((latest, { answeredAt }) => Math.max(latest, answeredAt.getTime()), 0);

  async function attempt(state, found, inUse, at) {
    if (!isWorthATry({ reviews: found.length, newestAt: at }, state.last, at)) return false;
    state.last = { reviews: found.length, at };
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
      const at = new Date(Math.max(...logs.map(newest)));
      if (isWorthATry({ reviews: total, newestAt: at }, everybodys.last, at)) {
        const all = logs.flatMap(trials).sort((a, b) => a.at - b.at);
        await attempt(everybodys, all, everybodys.parameters ?? defaultParameters, at);
      }
      for (const [learner, log] of logs.entries()) {
        if (isWorthATry({ reviews: answers(log), newestAt: at }, own[learner].last, at))
          await attempt(own[learner], trials(log), parametersOf(learner), at);
      }
      return before.flatMap((parameters, learner) => (parameters === parametersOf(learner) ? [] : [learner]));
    },
  };
}
