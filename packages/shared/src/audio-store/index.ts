export * from './audio-store.ts';
export * from './folder-audio-store.ts';
