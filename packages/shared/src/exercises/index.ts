export * from './analysis.ts';
export * from './difficulty.ts';
export * from './in-turns.ts';
export * from './items.ts';
export * from './lesson-exercises.ts';
export * from './lesson-report.ts';
export * from './quality/index.ts';
