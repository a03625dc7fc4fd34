import { serveThread } from '../threads/index.ts';
import { fitAndJudge } from './judge.ts';
import { loadOptimizer } from './optimizer.ts';
import type { FitAnswer, FitRequest } from './parameter-fitting.ts';

// The entry of a thread: what it does at import is its work.
const fit = await loadOptimizer();

serveThread<FitRequest, FitAnswer>({
  work: async ({ trials, inUse }) => (fit === null ? 'no optimizer' : fitAndJudge(trials, inUse, fit)),
  onError: () => undefined,
  failure: 'The parameters could not be fitted.',
});
