export * from './openai-reader.ts';
export * from './openai-translator.ts';
export type { DailyTokenBudget, TokenPrices, TokenUsage } from './token-usage.ts';
