export * from './columns.ts';
export * from './connect.ts';
export * from './create-database.ts';
export * from './errors.ts';
export * from './migrate.ts';
export * from './transact.ts';
export * from './values.ts';
