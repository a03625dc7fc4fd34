import {
  connectSupabase,
  dataOf,
  ExerciseSetStore,
  Lesson,
  LessonQueue,
  LessonStore,
  type NewLesson,
} from '@tulkka/shared/lessons';
import { onEverySupabase } from '../../../tests/harness/test-supabase.ts';

const recording = (id: string, changes: Partial<NewLesson> = {}): NewLesson => ({
  recording_id: id,
  source: 'inbox',
  topic: `Lesson ${id}`,
  started_at: '2026-11-20T09:00:00.000Z',
  status: 'pending_processing',
  resume_status: 'pending_processing',
  class_id: 'class-a',
  ...changes,
});

onEverySupabase((supabase) => {
  const connection = () => connectSupabase(supabase().url, supabase().key);
  const store = () => new LessonStore(connection());
  const queue = (owner: string, leaseSeconds = 60, maxAttempts = 5) =>
    new LessonQueue(connection(), { owner, leaseSeconds, maxAttempts });

  /** Finishes whatever the test before left in the queue. */
  async function drain(): Promise<void> {
    const worker = queue('drain', 60, 1000);
    for (
      let lesson = await worker.claim('pending_processing');
      lesson;
      lesson = await worker.claim('pending_processing')
    ) {
      await worker.finish(lesson, 'completed');
    }
  }

  test('a recording is stored once, and text with U+0000 and emoji survives', async () => {
    const first = await store().add(recording('once/==', { transcript: 'a\u0000b 😀 \\u0000' }));
    const second = await store().add(recording('once/=='));
    expect([first.added, second.added]).toEqual([true, false]);
    expect(second.lesson.id).toBe(first.lesson.id);
    const lesson = await store().get(first.lesson.id);
    expect(lesson.transcript).toBe('ab 😀 \\u0000');
    expect(lesson.started_at).toBe('2026-11-20T09:00:00.000Z');
    await drain();
  });

  test('forty claims by eight workers at once take each lesson once', async () => {
    for (let i = 0; i < 20; i++) await store().add(recording(`many-${i}`));
    const taken: string[] = [];
    await Promise.all(
      Array.from({ length: 8 }, async (_, n) => {
        const worker = queue(`worker-${n}`);
        for (let misses = 0; misses < 3; ) {
          const lesson = await worker.claim('pending_processing');
          if (!lesson) misses++;
          else {
            taken.push(lesson.recording_id);
            expect(await worker.finish(lesson, 'completed')).toBe(true);
          }
        }
      }),
    );
    expect(taken).toHaveLength(20);
    expect(new Set(taken).size).toBe(20);
  }, 60_000);

  test('a lease that ran out is taken over, and the late worker changes nothing more', async () => {
    await store().add(recording('lost-lease'));
    const dead = queue('dead', 2);
    const lesson = Lesson.parse(await dead.claim('pending_processing'));
    expect(await queue('early').claimById(lesson.id, 'pending_processing')).toBeUndefined();
    await new Promise((resolve) => setTimeout(resolve, 2_100));
    const heir = queue('heir');
    const taken = Lesson.parse(await heir.claim('pending_processing'));
    expect(taken).toMatchObject({ id: lesson.id, attempt_count: 2 });
    expect(await dead.finish(lesson, 'completed')).toBe(false);
    expect(await heir.finish(taken, 'completed')).toBe(true);
  });

  test('a failure waits for its pause, the last one ends in failed with the reason, and retry starts afresh', async () => {
    const { lesson: added } = await store().add(recording('failing'));
    const worker = queue('w');
    const first = Lesson.parse(await worker.claim('pending_processing'));
    await worker.recordFailure(first, 'the vendor was away', 60_000);
    expect(await worker.claim('pending_processing')).toBeUndefined();
    const again = Lesson.parse(await worker.claimById(added.id, 'pending_processing'));
    await worker.recordFailure(again, 'the transcript is noise', null);
    expect(await store().get(added.id)).toMatchObject({ status: 'failed', last_error: 'the transcript is noise' });
    expect(await store().retry(added.id)).toMatchObject({ status: 'pending_processing', attempt_count: 0 });
    await expect(store().retry(added.id)).rejects.toMatchObject({ code: 'conflict' });
    await drain();
  });

  test('a lesson that killed its process too often is given up', async () => {
    const { lesson } = await store().add(recording('poison'));
    const worker = queue('w', 0.01, 2);
    for (let i = 0; i < 2; i++) {
      expect(await worker.claim('pending_processing')).toBeDefined();
      await new Promise((resolve) => setTimeout(resolve, 30));
    }
    expect(await worker.claim('pending_processing')).toBeUndefined();
    expect(await store().get(lesson.id)).toMatchObject({
      status: 'failed',
      last_error: expect.stringContaining('2 times'),
    });
  });

  test('postponing does not count as an attempt', async () => {
    await store().add(recording('waiting', { status: 'pending_transcript', resume_status: 'pending_transcript' }));
    const worker = queue('w');
    const lesson = Lesson.parse(await worker.claim('pending_transcript'));
    await worker.postpone(lesson, 0, 'a transcriber');
    const again = Lesson.parse(await worker.claim('pending_transcript'));
    expect(again).toMatchObject({ attempt_count: 1, waiting_for: 'a transcriber' });
    await worker.finish(again, 'completed');
  });

  test('an unassigned lesson goes on where it stopped once it has a class', async () => {
    const { lesson } = await store().add(recording('nobody', { status: 'unassigned', class_id: null }));
    expect(await store().assign(lesson.id, { class_id: 'class-b' })).toMatchObject({
      status: 'pending_processing',
      class_id: 'class-b',
    });
    const page = await store().list({ classIds: ['class-b'], page: 1, limit: 10 });
    expect(page).toMatchObject({ total: 1, lessons: [{ id: lesson.id }] });
    expect(await store().list({ classIds: ['class-b'], page: 5, limit: 10 })).toEqual({ lessons: [], total: 1 });
    await drain();
  });

  test('a set is stored once for each recording, and two reviewers do not overwrite one another', async () => {
    const { lesson } = await store().add(recording('reviewed'));
    const sets = new ExerciseSetStore(connection());
    const set = {
      recording_id: 'reviewed',
      zoom_summary_id: lesson.id,
      class_id: 'class-a',
      teacher_id: null,
      user_id: null,
      lesson_number: 1,
      title: 'Lesson',
      prompt_version: null,
      status: 'pending_review' as const,
      exercises: {
        lesson_number: 1,
        flashcards: [],
        spelling: [],
        fill_in_blank: [],
        grammar: [],
        sentence_builder: [],
        total_exercises: 0,
        quality_passed: false,
        quality: { rules_checked: [], dropped: [], notes: [] },
        analysis: { vocabulary: [], corrections: [], sentences: [] },
        engine: 'rules' as const,
      },
    };
    const [a, b] = await Promise.all([sets.add(set), sets.add(set)]);
    expect(a.set.id).toBe(b.set.id);
    expect([a.added, b.added].sort()).toEqual([false, true]);
    const approved = await sets.move(a.set, 'approved', { reviewedBy: 'teacher-1' });
    await expect(sets.move(a.set, 'rejected')).rejects.toMatchObject({ code: 'conflict' });
    expect(await sets.listApproved(10)).toMatchObject([{ id: approved.id, reviewed_by: 'teacher-1' }]);
    await drain();
  });

  test('the publishable key and no key at all see nothing', async () => {
    const response = await fetch(`${supabase().url}/rest/v1/zoom_summaries?select=id`);
    expect(response.status).toBe(401);
  });

  test('a database that lacks a column of this version is told to be migrated', async () => {
    const table = connection().from('lesson_exercises');
    const asked = await table.select('column_of_tomorrow').limit(1);
    expect(() => dataOf(asked, 'Reading')).toThrow(/Apply supabase\/migrations/);
  });

  test('an address where nobody answers is a retryable error, not a crash', async () => {
    const away = new LessonStore(connectSupabase('http://127.0.0.1:9', 'sb_secret_x'));
    await expect(away.ping()).rejects.toMatchObject({ code: 'dependency_unavailable', retryable: true });
  });
});
