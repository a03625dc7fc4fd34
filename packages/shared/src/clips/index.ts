export * from './audio-retention.ts';
export * from './clip-length.ts';
export * from './forget-uploads.ts';
export * from './quote-key.ts';
