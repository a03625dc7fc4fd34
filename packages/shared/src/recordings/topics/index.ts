export * from './matches-topic.ts';
