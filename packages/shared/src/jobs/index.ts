export * from './backoff.ts';
export * from './decide-retry.ts';
export * from './job-loop.ts';
export * from './keep-lease.ts';
export * from './next-look.ts';
