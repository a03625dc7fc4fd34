export * from './decode-transcript.ts';
export * from './parse-transcript.ts';
export * from './private-details.ts';
export * from './types.ts';
