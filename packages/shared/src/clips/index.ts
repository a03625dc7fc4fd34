export * from './audio-retention.ts';
export * from './clip-length.ts';
export * from './quote-key.ts';
