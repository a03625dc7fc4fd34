export * from './retry-after.ts';
export * from './vendor-call.ts';
