export * from './backoff.ts';
export * from './job-loop.ts';
export * from './keep-lease.ts';
