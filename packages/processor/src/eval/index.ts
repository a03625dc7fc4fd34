export * from './candidate-examples.ts';
export { fitMarks, type MarkWeights } from './fit-marks.ts';
export * from './rule-table.ts';
export * from './score-lesson.ts';
export * from './score-table.ts';
