export * from './create-metrics.ts';
export * from './pipeline-metrics.ts';
