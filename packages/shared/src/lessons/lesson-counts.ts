import type { SupabaseClient } from '@supabase/supabase-js';
import { z } from 'zod';
import { dataOf } from './connect-supabase.ts';
import { Moment } from './moment.ts';
import { LessonStatus } from './states.ts';

/** How many lessons stand in one state, and since when the oldest of them is known. */
export interface StateCount {
  status: LessonStatus;
  count: number;
  /** null where there is none, and for completed lessons, which wait for nothing. */
  oldestAt: string | null;
}

const Oldest = z.array(z.object({ created_at: Moment }));

/** Counts lessons by state: one small question for each state, answered from an index. */
export class LessonCounts {
  constructor(private readonly supabase: SupabaseClient) {}

  /** Every state, those without lessons included. */
  countByStatus(): Promise<StateCount[]> {
    return Promise.all(LessonStatus.options.map((status) => this.count(status)));
  }

  private async count(status: LessonStatus): Promise<StateCount> {
    const question = this.supabase.from('zoom_summaries').select('created_at', { count: 'exact' }).eq('status', status);
    // Completed lessons are many and nobody asks which is the oldest: they are not sorted for it.
    const answer = await (status === 'completed' ? question : question.order('created_at')).limit(1);
    const [oldest] = Oldest.parse(dataOf(answer, 'Counting lessons'));
    return { status, count: answer.count ?? 0, oldestAt: status === 'completed' ? null : (oldest?.created_at ?? null) };
  }
}
