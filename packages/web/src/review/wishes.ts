import { newId } from '../api/new-id.ts';
import { isUndecided } from '../api/problem.ts';

/** How a wish is sent: the same way each time, so that the server knows a repetition by its key. */
interface Attempt {
  key: string;
  revision: number;
}

/** What was wished for and is not decided yet. */
export interface Wishes {
  /**
   * Sends a wish under a key of its own; one whose answer was lost is sent once more just as it was.
   * @param name the same for the same wish
   * @param revision what it is sent with, if it was not sent before
   */
  send<T>(name: string, revision: number, by: (attempt: Attempt) => Promise<T>): Promise<T>;
}

/** Keeps wishes in memory until the server took or refused them. */
export function createWishes(): Wishes {
  const open = new Map<string, Attempt>();
  return {
    send: async (name, revision, by) => {
      const attempt = open.get(name) ?? { key: newId(), revision };
      open.set(name, attempt);
      try {
        const answer = await by(attempt);
        open.delete(name);
        return answer;
      } catch (error) {
        if (!isUndecided(error)) open.delete(name);
        throw error;
      }
    },
  };
}
