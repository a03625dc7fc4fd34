export * from './disposers.ts';
export * from './run-process.ts';
export * from './wait.ts';
