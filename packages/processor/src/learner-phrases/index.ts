export * from './find-phrases.ts';
export type { PhraseMatch } from './match.ts';
export * from './phrase-entry.ts';
export * from './read-phrases.ts';
