export * from './candidate-examples.ts';
export * from './rule-table.ts';
export * from './score-lesson.ts';
export * from './score-table.ts';
