export * from './connect-supabase.ts';
export * from './exercise-set.ts';
export * from './exercise-set-store.ts';
export * from './lesson.ts';
export * from './lesson-store.ts';
export * from './queue.ts';
export * from './states.ts';
