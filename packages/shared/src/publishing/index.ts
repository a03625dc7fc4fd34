export * from './game-content.ts';
export * from './publisher.ts';
