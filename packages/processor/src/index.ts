export { createReader } from './analysis/create-reader.ts';
export type { LessonReader, ReadingContext, ReadResult } from './analysis/lesson-reader.ts';
export { rulesReader } from './analysis/lesson-reader.ts';
export { ClipCutter, type CutClip } from './clips/cut-clip.ts';
export * from './compose-item.ts';
export * from './generate-lesson.ts';
export { type Lexicon, openLexicon } from './lexicon/index.ts';
export * from './thread/index.ts';
