export * from './app-error.ts';
export * from './kinds.ts';
