import { v7 as uuidv7 } from 'uuid';
import { z } from 'zod';
import { type Db, fromJson } from '../database/index.ts';

/** Which recordings somebody asked for. */
export const FetchRequest = z.object({
  teacher_email: z.string(),
  from: z.iso.datetime(),
  until: z.iso.datetime(),
  class_id: z.string(),
  teacher_id: z.string(),
  user_id: z.string(),
});
export type FetchRequest = z.infer<typeof FetchRequest>;

/** A request that one fetcher works on. */
export interface ClaimedFetchRequest {
  id: string;
  attempt: number;
  request: FetchRequest;
}

/** What people asked the fetcher to look for: done when the row is gone. Doing one twice is harmless. */
export class FetchRequestRepository {
  constructor(private readonly db: Db) {}

  async add(request: FetchRequest): Promise<string> {
    const id = uuidv7();
    const at = new Date();
    await this.db('fetch_requests').insert({
      id,
      request: JSON.stringify(request),
      next_attempt_at: at,
      created_at: at,
    });
    return id;
  }

  /** Takes a request that is due for as long as `leaseMs`; whoever dies leaves it to the next. */
  async claim(leaseMs: number): Promise<ClaimedFetchRequest | undefined> {
    const due = await this.db('fetch_requests')
      .where('next_attempt_at', '<=', new Date())
      .orderBy('next_attempt_at')
      .first('id', 'request', 'attempt_count');
    if (!due) return undefined;
    const taken = await this.db('fetch_requests')
      .where({ id: due.id, attempt_count: due.attempt_count })
      .update({ attempt_count: due.attempt_count + 1, next_attempt_at: new Date(Date.now() + leaseMs) });
    if (taken === 0) return undefined;
    return { id: due.id, attempt: due.attempt_count + 1, request: fromJson(FetchRequest, due.request) };
  }

  async retryLater(id: string, pauseMs: number): Promise<void> {
    await this.db('fetch_requests')
      .where({ id })
      .update({ next_attempt_at: new Date(Date.now() + pauseMs) });
  }

  async remove(id: string): Promise<void> {
    await this.db('fetch_requests').where({ id }).delete();
  }
}
