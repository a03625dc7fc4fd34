export * from './find-unplayable.ts';
export * from './game-content.ts';
export * from './publisher.ts';
