export * from './backoff.ts';
export * from './job-loop.ts';
