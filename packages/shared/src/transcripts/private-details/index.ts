export * from './find-private-spans.ts';
export type { PrivateSpan } from './private-span.ts';
