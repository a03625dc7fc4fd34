export * from './audio-store.ts';
export * from './create-audio-store.ts';
export * from './folder-audio-store.ts';
export * from './storage-audio-store.ts';
