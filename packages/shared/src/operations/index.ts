export * from './learner-scope.ts';
export * from './retention.ts';
export * from './users-erase.ts';
export * from './users-export.ts';
