import type { Db } from '../database/index.ts';
import { toNumber } from '../database/index.ts';

/** How many tokens all workers together have used on each UTC day. */
export class TokenBudgetRepository {
  constructor(private readonly db: Db) {}

  async used(day: string): Promise<number> {
    const row = await this.db('token_budgets').where({ day }).first('tokens');
    return toNumber(row?.tokens);
  }

  async add(day: string, tokens: number): Promise<void> {
    await this.db('token_budgets').insert({ day, tokens: 0 }).onConflict('day').ignore();
    await this.db('token_budgets').where({ day }).increment('tokens', tokens);
  }
}
