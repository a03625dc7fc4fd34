import type { SupabaseClient } from '@supabase/supabase-js';
import { z } from 'zod';
import { dataOf } from './connect-supabase.ts';
import { Moment } from './moment.ts';
import { ExerciseSetStatus, LessonStatus } from './states.ts';

const ChangedLesson = z.object({
  id: z.string(),
  class_id: z.string().nullable(),
  status: LessonStatus,
  waiting_for: z.string().nullable(),
  updated_at: Moment,
});
/** A lesson that changed, without what was said in it. */
export type ChangedLesson = z.infer<typeof ChangedLesson>;

const ChangedSet = z.object({
  id: z.string(),
  zoom_summary_id: z.string(),
  class_id: z.string(),
  user_id: z.string().nullable(),
  status: ExerciseSetStatus,
  revision: z.int(),
  updated_at: Moment,
});
/** A set that changed, without its exercises. */
export type ChangedSet = z.infer<typeof ChangedSet>;

/** What changed in the lessons database since a moment. Cheap: it reads an index of changes. */
export class LessonNews {
  constructor(private readonly supabase: SupabaseClient) {}

  async lessonsSince(since: Date, limit: number): Promise<ChangedLesson[]> {
    const columns = Object.keys(ChangedLesson.shape).join(',');
    return z.array(ChangedLesson).parse(await this.rowsSince('zoom_summaries', columns, since, limit));
  }

  async setsSince(since: Date, limit: number): Promise<ChangedSet[]> {
    const columns = Object.keys(ChangedSet.shape).join(',');
    return z.array(ChangedSet).parse(await this.rowsSince('lesson_exercises', columns, since, limit));
  }

  /** The sets that changed from a moment on, the eldest change first: to go through them all, page by page. */
  async setsFrom(since: Date, limit: number): Promise<Pick<ChangedSet, 'id' | 'updated_at'>[]> {
    const answer = await this.supabase
      .from('lesson_exercises')
      .select('id,updated_at')
      .gte('updated_at', since.toISOString())
      .order('updated_at')
      .limit(limit);
    const rows = z.array(ChangedSet.pick({ id: true, updated_at: true }));
    return rows.parse(dataOf(answer, 'Looking for what changed'));
  }

  private async rowsSince(table: string, columns: string, since: Date, limit: number): Promise<unknown> {
    const answer = await this.supabase
      .from(table)
      .select(columns)
      .gte('updated_at', since.toISOString())
      .order('updated_at', { ascending: false })
      .limit(limit);
    return dataOf(answer, 'Looking for what changed');
  }
}
