export * from './fit-for-class.ts';
export * from './imported-dictionaries.ts';
export * from './imported-entry.ts';
export * from './learner-dictionary.ts';
export * from './open-lexicon.ts';
export * from './pictures.ts';
export * from './term-key.ts';
export * from './types.ts';
export { definitionOf, letters, openWordnet } from './wordnet.ts';
