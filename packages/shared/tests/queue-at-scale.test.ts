import { connectSupabase, LessonQueue } from '@tulkka/shared/lessons';
import { onEverySupabase } from '../../../tests/harness/test-supabase.ts';

const lessonCount = 1000;
const workerCount = 8;

onEverySupabase((supabase) => {
  test(`${lessonCount} queued lessons and ${workerCount} workers: each lesson is claimed and finished once`, async () => {
    const connection = connectSupabase(supabase().url, supabase().key);
    const at = new Date().toISOString();
    const rows = Array.from({ length: lessonCount }, (_, i) => ({
      id: crypto.randomUUID(),
      recording_id: `scale-${i}`,
      source: 'inbox',
      status: 'pending_processing',
      resume_status: 'pending_processing',
      topic: `Lesson ${i}`,
      started_at: at,
      next_attempt_at: at,
      created_at: at,
      updated_at: at,
    }));
    const { error } = await connection.from('zoom_summaries').insert(rows);
    expect(error).toBeNull();

    const claims = new Map<string, number>();
    const work = async (n: number): Promise<void> => {
      const queue = new LessonQueue(connection, { owner: `worker-${n}`, leaseSeconds: 120, maxAttempts: 5 });
      for (let misses = 0; misses < 5; ) {
        const lesson = await queue.claim('pending_processing');
        if (!lesson) {
          misses++;
          continue;
        }
        claims.set(lesson.id, (claims.get(lesson.id) ?? 0) + 1);
        expect(await queue.finish(lesson, 'completed')).toBe(true);
      }
    };
    await Promise.all(Array.from({ length: workerCount }, (_, n) => work(n)));
    expect(claims.size).toBe(lessonCount);
    expect([...claims.values()].filter((count) => count !== 1)).toEqual([]);
    const left = await connection
      .from('zoom_summaries')
      .select('id', { count: 'exact' })
      .neq('status', 'completed')
      .limit(1);
    expect(left.count).toBe(0);
  }, 180_000);
});
