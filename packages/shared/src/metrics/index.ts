export * from './create-metrics.ts';
export * from './pipeline-metrics.ts';
export * from './watch-queue.ts';
