import { ApiProblem } from '../api/problem.ts';

/** A set that others change, too, as one has it oneself. */
export interface HeldSet<Newest> {
  revision(): number;
  read(): Promise<Newest>;
  take(set: Newest): void;
  /** Has the set asked for again: it was changed, and could not be read. */
  lookAgain(): void;
}

/**
 * Sends a change and takes the set that comes of it. Where somebody changed the set meanwhile, and what is changed here
 * still fits, both changes stand. A change that was stored is stored, also where the set cannot be read afterwards.
 */
export async function sendOver<T, Newest extends { revision: number }>(
  held: HeldSet<Newest>,
  send: (revision: number) => Promise<T>,
  stillFits: (newest: Newest) => boolean,
): Promise<T> {
  const answer = await send(held.revision()).catch(async (error: unknown) => {
    // Another 409 is that of a call that is still running: it is no reason to make a second one.
    if (!(error instanceof ApiProblem) || error.status !== 409 || error.code === 'idempotency_in_progress') throw error;
    const newest = await held.read();
    if (!stillFits(newest)) throw error;
    return send(newest.revision);
  });
  await held.read().then(held.take).catch(held.lookAgain);
  return answer;
}
