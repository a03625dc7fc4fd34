export * from './cut-name.ts';
export * from './match-class.ts';
export * from './register-recording.ts';
