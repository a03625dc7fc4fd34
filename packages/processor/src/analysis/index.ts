export * from './read-lesson.ts';
export * from './types.ts';
