export * from './generation.ts';
export type { Generated, GenerationRequest } from './messages.ts';
