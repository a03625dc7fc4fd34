export * from './score-lesson.ts';
export * from './score-table.ts';
