import {
  connectSupabase,
  LessonCounts,
  LessonQueue,
  LessonStore,
  type NewLesson,
  TranscriptRetention,
} from '@tulkka/shared/lessons';
import {
  createHourlyRetention,
  formatPipelineStatus,
  readPipelineStatus,
  retentionLimit,
} from '@tulkka/shared/operations';
import { onEverySupabase } from '../../../../tests/harness/test-supabase.ts';

const lesson = (id: string, changes: Partial<NewLesson> = {}): NewLesson => ({
  recording_id: id,
  source: 'inbox',
  topic: `Topic ${id}`,
  started_at: '2026-11-20T09:00:00.000Z',
  status: 'pending_processing',
  resume_status: 'pending_processing',
  class_id: 'class-a',
  transcript: 'Teacher: a secret sentence.',
  cues: [{ start_ms: 0, end_ms: 1, speaker: 'Teacher', text: 'a secret sentence.' }],
  ...changes,
});

onEverySupabase((supabase) => {
  const connection = () => connectSupabase(supabase().url, supabase().key);
  const store = () => new LessonStore(connection());

  test('an empty pipeline is shown as such', async () => {
    const status = await readPipelineStatus(new LessonCounts(connection()), store());
    expect(status.states.map(({ count }) => count)).toEqual([0, 0, 0, 0, 0]);
    expect(formatPipelineStatus(status)).toContain('There are no lessons yet.');
  });

  test('states, troubles and their reasons are shown, and nothing that was said', async () => {
    const { lesson: failing } = await store().add(lesson('failing'));
    const { lesson: waiting } = await store().add(lesson('waiting', { status: 'pending_transcript' }));
    await store().add(lesson('nobody', { status: 'unassigned', class_id: null }));
    await store().add(lesson('done', { status: 'completed' }));
    const queue = new LessonQueue(connection(), { owner: 'w', leaseSeconds: 60, maxAttempts: 5 });
    const claimed = await queue.claimById(failing.id, 'pending_processing');
    if (claimed) await queue.recordFailure(claimed, 'The vendor says no.', null);
    const held = await queue.claimById(waiting.id, 'pending_transcript');
    if (held) await queue.postpone(held, 3600, 'a transcriber');

    const status = await readPipelineStatus(new LessonCounts(connection()), store());
    const counts = Object.fromEntries(status.states.map(({ status: state, count }) => [state, count]));
    expect(counts).toEqual({
      pending_transcript: 1,
      pending_processing: 0,
      completed: 1,
      unassigned: 1,
      failed: 1,
    });
    expect(status.states.find((state) => state.status === 'failed')?.oldestAt).toBe(failing.created_at);
    expect(status.troubled.map(({ topic }) => topic)).toEqual(['Topic failing', 'Topic nobody', 'Topic waiting']);
    const text = formatPipelineStatus(status);
    expect(text).toMatch(new RegExp(`${failing.id}  failed .*The vendor says no\\.`));
    expect(text).toMatch(/pending_transcript .* in 60 min .*waiting: a transcriber/);
    expect(JSON.stringify(status)).not.toContain('secret');
  });

  test('old transcripts are blanked, page after page, and all else stays', async () => {
    const old = { status: 'completed' as const, started_at: '2025-01-10T09:00:00.000Z' };
    for (let i = 0; i < 103; i++) await store().add(lesson(`old-${i}`, old));
    const { lesson: unfinished } = await store().add(
      lesson('old-unfinished', { ...old, status: 'pending_processing' }),
    );
    const limit = retentionLimit(30, Date.parse('2026-11-23T00:00:00.000Z'));
    expect(await new TranscriptRetention(connection()).blankBefore(limit)).toBe(103);
    expect(await new TranscriptRetention(connection()).blankBefore(limit)).toBe(0);

    const one = await store().findByRecording('old-7');
    const whole = await store().get(one?.id ?? '');
    expect(whole).toMatchObject({ transcript: null, cues: null, topic: 'Topic old-7', status: 'completed' });
    expect((await store().get(unfinished.id)).transcript).toContain('secret');
    const young = await store().findByRecording('done');
    expect((await store().get(young?.id ?? '')).transcript).toContain('secret');
  }, 60_000);
});

test('a process blanks at most once an hour, and never without a limit', async () => {
  const calls: Date[] = [];
  const blankBefore = async (limit: Date) => calls.push(limit);
  const often = createHourlyRetention({ blankBefore }, 30);
  for (let i = 0; i < 5; i++) await often();
  expect(calls).toHaveLength(1);
  expect(Math.round((Date.now() - Number(calls[0])) / 86_400_000)).toBe(30);
  await createHourlyRetention({ blankBefore }, null)();
  expect(calls).toHaveLength(1);
});
