export * from './open-lexicon.ts';
export * from './types.ts';
export * from './learner-dictionary.ts';
