import type { SupabaseClient } from '@supabase/supabase-js';
import { z } from 'zod';
import { dataOf } from './connect-supabase.ts';

/** Few enough ids for one address line of PostgREST. */
const atOnce = 100;

const Ids = z.array(z.object({ id: z.string() }));

/** Forgets what was said in lessons long past. The rows stay: what was made of the lesson, when, and at what cost. */
export class TranscriptRetention {
  constructor(private readonly supabase: SupabaseClient) {}

  /** Blanks the transcripts and cues of completed lessons that were held before this moment; returns how many. */
  async blankBefore(before: Date): Promise<number> {
    let blanked = 0;
    for (;;) {
      const ids = await this.listOutdated(before);
      if (ids.length === 0) return blanked;
      const answer = await this.supabase
        .from('zoom_summaries')
        .update({ transcript: null, cues: null, updated_at: new Date().toISOString() })
        .in('id', ids)
        .eq('status', 'completed')
        .select('id');
      const changed = Ids.parse(dataOf(answer, 'Blanking transcripts')).length;
      blanked += changed;
      // Another process was there first, or somebody reopened the lessons: the next run looks again.
      if (changed === 0) return blanked;
    }
  }

  private async listOutdated(before: Date): Promise<string[]> {
    const answer = await this.supabase
      .from('zoom_summaries')
      .select('id')
      .eq('status', 'completed')
      .lt('started_at', before.toISOString())
      .or('transcript.not.is.null,cues.not.is.null')
      .order('started_at')
      .limit(atOnce);
    return Ids.parse(dataOf(answer, 'Looking for old transcripts')).map(({ id }) => id);
  }
}
