export * from './histories.ts';
export * from './judge.ts';
export * from './optimizer.ts';
export * from './parameter-fitting.ts';
