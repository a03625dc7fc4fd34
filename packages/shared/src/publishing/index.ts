export * from './find-unplayable.ts';
export * from './game-content.ts';
export * from './publisher.ts';
export * from './who-spoke.ts';
export * from './without-item.ts';
