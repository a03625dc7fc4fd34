export * from './create-audio-store.ts';
export * from './storage-audio-store.ts';
