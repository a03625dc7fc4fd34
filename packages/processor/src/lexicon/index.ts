export * from './learner-dictionary.ts';
export * from './open-lexicon.ts';
export * from './types.ts';
