import { readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { monitorEventLoopDelay } from 'node:perf_hooks';
import { setTimeout as sleep } from 'node:timers/promises';
import { FolderAudioStore } from '@tulkka/shared/audio-store';
import { readSettings } from '@tulkka/shared/config';
import { AppError } from '@tulkka/shared/errors';
import { connectSupabase, ExerciseSetStore, LessonQueue, LessonStore } from '@tulkka/shared/lessons';
import { createMetrics, createPipelineMetrics } from '@tulkka/shared/metrics';
import { Publisher } from '@tulkka/shared/publishing';
import { ClassRepository, ClipRepository, RecordingAudioRepository } from '@tulkka/shared/repositories';
import { parseTranscript } from '@tulkka/shared/transcripts';
import { createTestDatabase } from '../../../tests/harness/test-databases.ts';
import { startTestSupabase } from '../../../tests/harness/test-supabase.ts';
import { keepLines } from '../../shared/tests/zoom/harness.ts';
import { Generation } from '../src/thread/index.ts';
import { processLesson } from '../src/worker/process-lesson.ts';

const sample = readFileSync(new URL('../../shared/sample-lesson/sample.vtt', import.meta.url), 'utf8');
const { settings } = readSettings({ NODE_ENV: 'test', LOG_LEVEL: 'error' });

test('while five megabytes are read the next lesson is claimed, the lease is renewed, and stopping hands back', async () => {
  const [database, supabase] = await Promise.all([createTestDatabase('sqlite'), startTestSupabase()]);
  const client = connectSupabase(supabase.url, supabase.key);
  const lessons = new LessonStore(client);
  const sets = new ExerciseSetStore(client);
  const metrics = createPipelineMetrics(createMetrics('test').registry);
  const queue = new LessonQueue(client, { owner: 'one', leaseSeconds: 60, maxAttempts: 5 });
  const generation = new Generation(settings, {
    name: 'test',
    longestMs: 600_000,
    memoryMb: 2048,
    refusal: (reason) => new AppError('internal_error', `too much ${reason}`, { retryable: true }),
    onVendorCall: () => undefined,
  });
  const parts = {
    queue,
    sets,
    classes: new ClassRepository(database.db),
    publisher: new Publisher(database.db, sets),
    clips: {
      audioStore: new FolderAudioStore(join(tmpdir(), 'tulkka-no-sound')),
      clips: new ClipRepository(database.db),
      recordings: new RecordingAudioRepository(database.db),
      listening: null,
    },
    generation,
    metrics,
    maxAttempts: 5,
    retryBaseSeconds: 1,
  };
  const { cues, speakers } = parseTranscript(sample);
  const letters = cues.reduce((sum, { text }) => sum + text.length, 0);
  const long = Array.from({ length: Math.ceil(5_000_000 / letters) }, () => cues).flat();
  const add = async (name: string, said: typeof cues) =>
    (
      await lessons.add({
        status: 'pending_processing',
        resume_status: 'pending_processing',
        recording_id: `test:${name}`,
        source: 'upload',
        topic: name,
        class_id: 'demo',
        started_at: new Date().toISOString(),
        transcript: null,
        cues: said,
        speakers,
      })
    ).lesson;
  await add('long', long);
  const claimed = await queue.claim('pending_processing');
  if (!claimed) throw new Error('The lesson waits.');
  const stop = new AbortController();
  const working = processLesson(parts, claimed, keepLines(), stop.signal);
  let isDone = false;
  void working.then(() => {
    isDone = true;
  });
  // The lesson is on its way into the thread: from now on the loop is to be free.
  await sleep(2000);
  const pauses = monitorEventLoopDelay({ resolution: 5 });
  pauses.enable();
  await add('short', cues);
  expect(await queue.claim('pending_processing')).toMatchObject({ topic: 'short' });
  expect(await queue.renew(claimed)).toBe(true);
  await sleep(1000);
  pauses.disable();
  expect(isDone).toBe(false);
  // Milliseconds; reading the lesson in this loop would stop it for all of its minute.
  expect(pauses.max / 1e6).toBeLessThan(1000);

  const stopping = performance.now();
  stop.abort();
  await working;
  expect(performance.now() - stopping).toBeLessThan(10_000);
  expect(await lessons.get(claimed.id)).toMatchObject({
    status: 'pending_processing',
    lease_owner: null,
    attempt_count: 0,
  });
  await generation.close();
  await supabase.close();
  await database.drop();
}, 120_000);
