export * from './compose-exercises.ts';
export * from './dictionary-translations.ts';
export * from './gather-material.ts';
export * from './material.ts';
export * from './named-sources.ts';
