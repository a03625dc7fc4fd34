export * from './open-lexicon.ts';
export * from './types.ts';
