import { mayDoBetterLater } from '../api/problem.ts';
import { learnerDatabase } from './learner-database.ts';

/** Keeps an answer of the API for times without a network. A full disk keeps nothing and disturbs nobody. */
export async function writeCopy(userId: string, name: string, value: unknown): Promise<void> {
  await (await learnerDatabase(userId))?.put('copies', value, name).catch(() => undefined);
}

/**
 * The copy of an answer that could not be had for a reason that passes; `undefined` for other reasons, or without a copy.
 * A copy has the shape that this version of the app wrote: the names of copies change with their shapes.
 */
export async function readCopy<T>(userId: string, name: string, why: unknown): Promise<T | undefined> {
  if (!mayDoBetterLater(why)) return undefined;
  const value: unknown = await (await learnerDatabase(userId))?.get('copies', name).catch(() => undefined);
  return value as T | undefined;
}
