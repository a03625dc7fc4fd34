export * from './config.ts';
export type { Env } from './env-reader.ts';
export * from './environment.ts';
export * from './load-settings.ts';
export * from './require-lessons-database.ts';
export * from './warnings.ts';
