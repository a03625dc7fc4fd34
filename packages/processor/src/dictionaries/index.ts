export * from './formats.ts';
export * from './import-dictionary.ts';
export * from './stored-dictionaries.ts';
