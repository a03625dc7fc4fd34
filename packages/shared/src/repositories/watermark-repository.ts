import { type Db, toIso } from '../database/index.ts';

/** Up to when a source was read to its end. What came after it is read next time, with some overlap. */
export class WatermarkRepository {
  constructor(private readonly db: Db) {}

  async find(source: string): Promise<Date | undefined> {
    const row = await this.db('sync_watermarks').where({ source }).first('watermark_at');
    return row && new Date(toIso(row.watermark_at));
  }

  /**
   * Takes the turn at something that is done once in `everyMs`: true for one of all who ask, and false for the others until
   * then. Who dies at it leaves it to the next turn.
   */
  async takeTurn(source: string, everyMs: number, now = new Date()): Promise<boolean> {
    const never = { source, watermark_at: new Date(0), updated_at: now };
    await this.db('sync_watermarks').insert(never).onConflict('source').ignore();
    const taken = await this.db('sync_watermarks')
      .where({ source })
      .where('watermark_at', '<=', new Date(now.getTime() - everyMs))
      .update({ watermark_at: now, updated_at: now });
    return taken > 0;
  }

  /** Moves the mark forward; a slower fetcher never moves it back. */
  async advance(source: string, to: Date): Promise<void> {
    const updated_at = new Date();
    await this.db('sync_watermarks').insert({ source, watermark_at: to, updated_at }).onConflict('source').ignore();
    await this.db('sync_watermarks')
      .where({ source })
      .where('watermark_at', '<', to)
      .update({ watermark_at: to, updated_at });
  }
}
