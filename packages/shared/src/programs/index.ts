export * from './listening-programs.ts';
export * from './run-program.ts';
export * from './speaking-programs.ts';
