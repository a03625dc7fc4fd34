export * from './clip-length.ts';
export * from './quote-key.ts';
