export * from './class-repository.ts';
export * from './publication-repository.ts';
