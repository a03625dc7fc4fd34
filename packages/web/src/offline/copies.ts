import { mayDoBetterLater } from '../api/problem.ts';
import { learnerDatabase } from './learner-database.ts';

/** Keeps an answer of the API for times without a network. A full disk keeps nothing and disturbs nobody. */
export async function writeCopy(userId: string, name: string, value: unknown): Promise<void> {
  await (await learnerDatabase(userId))?.put('copies', value, name).catch(() => undefined);
}

/** A copy; it has the shape that this version of the app wrote, for the names of copies change with their shapes. */
export async function readCopy<T>(userId: string, name: string): Promise<T | undefined> {
  const value: unknown = await (await learnerDatabase(userId))?.get('copies', name).catch(() => undefined);
  return value as T | undefined;
}

/** What the API answers, kept; where it cannot be had for a reason that passes, what the copy of last time still tells. */
export async function answerOrCopy<T>(
  userId: string,
  name: string,
  ask: () => Promise<T>,
  stillTrue: (copy: T) => T = (copy) => copy,
): Promise<T> {
  try {
    const answer = await ask();
    await writeCopy(userId, name, answer);
    return answer;
  } catch (error) {
    const copy = mayDoBetterLater(error) ? await readCopy<T>(userId, name) : undefined;
    if (copy === undefined) throw error;
    return stillTrue(copy);
  }
}
