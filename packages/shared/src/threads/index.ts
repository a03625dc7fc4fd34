export { serveThread, tellNews } from './serve-thread.ts';
export * from './thread-entry.ts';
export * from './work-thread.ts';
