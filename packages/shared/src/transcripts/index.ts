export * from './decode-transcript.ts';
export * from './parse-transcript.ts';
export * from './place-quote.ts';
export * from './private-details/index.ts';
export * from './speaker-parts.ts';
export * from './transcript-text.ts';
export * from './types.ts';
export * from './unite-labels.ts';
