import type { SupabaseClient } from '@supabase/supabase-js';
import { z } from 'zod';
import { dataOf } from './connect-supabase.ts';
import { TrailLine } from './trail.ts';

const setsAtOnce = 100;

const Trails = z.array(z.object({ id: z.string(), revision: z.int(), trail: z.array(TrailLine) }));

/** What somebody did with sets stays told, without saying who it was. */
export async function forgetInTrails(supabase: SupabaseClient, userId: string): Promise<void> {
  for (;;) {
    const answer = await supabase
      .from('lesson_exercises')
      .select('id,revision,trail')
      .contains('trail', JSON.stringify([{ by: userId }]))
      .limit(setsAtOnce);
    const found = Trails.parse(dataOf(answer, 'Looking for somebody in histories'));
    if (found.length === 0) break;
    for (const { id, revision, trail } of found) {
      const nameless = trail.map((line) => (line.by === userId ? { ...line, by: null } : line));
      // A set that changes at this moment is found again.
      const change = supabase
        .from('lesson_exercises')
        .update({ trail: nameless })
        .eq('id', id)
        .eq('revision', revision);
      dataOf(await change, 'Forgetting somebody in a history');
    }
  }
  const reviewed = supabase.from('lesson_exercises').update({ reviewed_by: null }).eq('reviewed_by', userId);
  dataOf(await reviewed, 'Forgetting who reviewed');
}
