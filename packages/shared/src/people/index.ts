export * from './erase-account.ts';
export * from './invitation-code.ts';
export * from './person.ts';
export * from './place-sample-people.ts';
export * from './sample-people.ts';
