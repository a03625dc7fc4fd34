export * from './apply-quality-rules.ts';
export { commonWords } from './common-words.ts';
export * from './fold.ts';
export * from './item-view.ts';
export * from './remedies.ts';
export type { Evidence, QualityRule } from './rule.ts';
