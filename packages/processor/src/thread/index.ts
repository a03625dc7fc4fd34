export * from './generation.ts';
export type { CompositionRequest, Generated, GenerationRequest } from './messages.ts';
