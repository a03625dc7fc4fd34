export * from './align-words.ts';
export * from './filled-text.ts';
export * from './grade-dictation.ts';
export * from './grade-heard-gaps.ts';
export * from './heard-text.ts';
export * from './number-words.ts';
