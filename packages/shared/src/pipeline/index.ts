export * from './create-pipeline.ts';
export * from './lesson-loop.ts';
export * from './pipeline-process.ts';
