import { z } from 'zod';
import { type Db, fromJson, toIso, toNumber } from '../database/index.ts';
import { checkedParameters, defaultParameters, type Parameters } from '../memory/index.ts';
import type { LastTry } from '../memory-fitting/index.ts';

const table = 'memory_parameters';

/** Whose parameters are those that were fitted to everybody's answers. */
export const everybody = '';

/** What a fit came to, as it is kept: also one that was not taken, so that it is not tried again with the same answers. */
export interface KeptFit {
  id: string;
  /** `everybody` for what was fitted to all answers. */
  userId: string;
  algorithm: string;
  parameters: Parameters;
  reviews: number;
  logLoss: number;
  logLossInUse: number;
  taken: boolean;
  fittedAt: Date;
}

/**
 * A subquery for the parameters that a learner's memories are computed with: their own, else everybody's, null for the
 * published ones. It depends on no row, so it costs the statement around it one look into an index.
 */
export function parametersInUse(db: Db, userId: string) {
  // Backwards through the index: a learner's own come before everybody's, whose name is the smallest, newest first.
  return db(table)
    .whereIn('user_id', [userId, everybody])
    .where({ taken: true })
    .orderBy(['user_id', 'taken', 'fitted_at'].map((column) => ({ column, order: 'desc' })))
    .limit(1)
    .select('parameters');
}

/** Reads what `parametersInUse` found. */
export function toParameters(value: unknown): Parameters {
  return typeof value === 'string' ? checkedParameters(fromJson(z.array(z.number()), value)) : defaultParameters;
}

/** What was fitted to learners' answers. Old ones are kept. */
export class MemoryParametersRepository {
  constructor(private readonly db: Db) {}

  /** The parameters that a learner's memories are computed with. */
  async inUse(userId: string): Promise<Parameters> {
    const [row] = await this.db.select(parametersInUse(this.db, userId).as('parameters'));
    return toParameters(row?.parameters);
  }

  /** Keeps what a fit came to. */
  async add(fit: KeptFit): Promise<void> {
    await this.db(table).insert({
      id: fit.id,
      user_id: fit.userId,
      algorithm: fit.algorithm,
      parameters: JSON.stringify(fit.parameters),
      reviews: fit.reviews,
      log_loss: fit.logLoss,
      log_loss_in_use: fit.logLossInUse,
      taken: fit.taken,
      fitted_at: fit.fittedAt,
    });
  }

  /** When a fit was last tried, and how many reviews the largest try was made of, by whose it was. */
  async lastTries(): Promise<Map<string, LastTry>> {
    const rows = await this.db(table).groupBy('user_id').select('user_id').max({ reviews: 'reviews', at: 'fitted_at' });
    return new Map(
      rows.map((row: Record<string, unknown>) => [
        String(row.user_id),
        { reviews: toNumber(row.reviews), at: new Date(toIso(row.at)) },
      ]),
    );
  }

  /** The names of the parameters in use of who has their own, and of everybody's; those that are missing are the published ones. */
  async namesInUse(): Promise<Map<string, string>> {
    const rows = await this.db(table).where({ taken: true }).orderBy('fitted_at').select('user_id', 'algorithm');
    return new Map(rows.map((row) => [String(row.user_id), String(row.algorithm)]));
  }
}
