export * from './read-arguments.ts';
export * from './run-command.ts';
