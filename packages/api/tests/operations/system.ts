import type { Operations } from './operation-call.ts';

export const systemOperations: Operations = {
  getRoot: () => ({}),
  getHealth: () => ({}),
  getReadiness: () => ({}),
  getMetrics: () => ({ by: 'admin' }),
  getOpenApi: () => ({}),
  getDocs: () => ({}),
};
