export * from './audio-retention.ts';
export * from './forget-uploads.ts';
