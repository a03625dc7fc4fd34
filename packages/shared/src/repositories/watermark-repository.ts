import { type Db, toIso } from '../database/index.ts';

/** Up to when a source was read to its end. What came after it is read next time, with some overlap. */
export class WatermarkRepository {
  constructor(private readonly db: Db) {}

  async find(source: string): Promise<Date | undefined> {
    const row = await this.db('sync_watermarks').where({ source }).first('watermark_at');
    return row && new Date(toIso(row.watermark_at));
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
