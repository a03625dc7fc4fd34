import { z } from 'zod';
import { type Db, fromJson, isDuplicateKey } from '../database/index.ts';

/** What became of the attempt to be the one call that a key stands for. */
export type KeyClaim =
  | { state: 'claimed'; lease: Date }
  | { state: 'running' }
  | { state: 'mismatch' }
  | { state: 'answered'; status: number; body: unknown };

interface KeyRow {
  id: string;
  request_hash: string;
  response_status: number | null;
  response_body: string | null;
  lease_expires_at: Date | string | number;
  expires_at: Date | string | number;
}

const table = 'idempotency_keys';
const day = 86_400_000;

/** Remembers for a day what the first call with a key was answered. */
export class IdempotencyRepository {
  constructor(private readonly db: Db) {}

  /** Claims a key for a request: one insert decides who runs. A claim whose lease ran out goes to the next who asks. */
  async claim(id: string, requestHash: string, leaseMs: number, now = new Date()): Promise<KeyClaim> {
    const lease = new Date(now.getTime() + leaseMs);
    const fresh = {
      request_hash: requestHash,
      response_status: null,
      response_body: null,
      lease_expires_at: lease,
      expires_at: new Date(now.getTime() + day),
    };
    try {
      await this.db(table).insert({ id, ...fresh });
      return { state: 'claimed', lease };
    } catch (error) {
      if (!isDuplicateKey(error)) throw error;
    }
    const row = await this.db<KeyRow>(table).where({ id }).first();
    // Gone in between: the first call failed and gave the key back, so the caller may try again.
    if (!row) return { state: 'running' };
    const outdated = new Date(row.expires_at) <= now;
    if (!outdated && row.request_hash !== requestHash) return { state: 'mismatch' };
    if (!outdated && row.response_status !== null) {
      const body = row.response_body === null ? undefined : fromJson(z.unknown(), row.response_body);
      return { state: 'answered', status: row.response_status, body };
    }
    if (!outdated && new Date(row.lease_expires_at) > now) return { state: 'running' };
    const taken = await this.db(table)
      .where({ id, lease_expires_at: new Date(row.lease_expires_at), expires_at: new Date(row.expires_at) })
      .update(fresh);
    return taken > 0 ? { state: 'claimed', lease } : { state: 'running' };
  }

  /** Prolongs a claim that is still ours, and hands back its new end. */
  async renew(id: string, lease: Date, leaseMs: number): Promise<Date> {
    const next = new Date(Date.now() + leaseMs);
    const renewed = await this.unanswered(id, lease).update({ lease_expires_at: next });
    return renewed > 0 ? next : lease;
  }

  /** Stores the answer of a claim that is still ours. */
  async answer(id: string, lease: Date, status: number, body: unknown): Promise<void> {
    await this.unanswered(id, lease).update({
      response_status: status,
      response_body: body === undefined ? null : JSON.stringify(body),
    });
  }

  /** Gives a claim back after a failure, so that the same key may be tried again at once. */
  async release(id: string, lease: Date): Promise<void> {
    await this.unanswered(id, lease).delete();
  }

  /** Forgets what is older than a day; a bounded number at a time. */
  async deleteExpired(limit: number, now = new Date()): Promise<number> {
    const rows: { id: string }[] = await this.db(table).where('expires_at', '<', now).select('id').limit(limit);
    if (rows.length === 0) return 0;
    return this.db(table)
      .whereIn(
        'id',
        rows.map((row) => row.id),
      )
      .delete();
  }

  private unanswered(id: string, lease: Date) {
    return this.db(table).where({ id, lease_expires_at: lease }).whereNull('response_status');
  }
}
