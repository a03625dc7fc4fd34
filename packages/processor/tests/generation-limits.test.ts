import { readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { FolderAudioStore } from '@tulkka/shared/audio-store';
import { readSettings } from '@tulkka/shared/config';
import { AppError } from '@tulkka/shared/errors';
import { connectSupabase, ExerciseSetStore, LessonQueue, LessonStore } from '@tulkka/shared/lessons';
import { createLogger } from '@tulkka/shared/logging';
import { createMetrics, createPipelineMetrics } from '@tulkka/shared/metrics';
import { Publisher } from '@tulkka/shared/publishing';
import { ClassRepository, ClipRepository, RecordingAudioRepository } from '@tulkka/shared/repositories';
import { parseTranscript } from '@tulkka/shared/transcripts';
import { createTestDatabase, type TestDatabase } from '../../../tests/harness/test-databases.ts';
import { startTestSupabase, type TestSupabase } from '../../../tests/harness/test-supabase.ts';
import { Generation } from '../src/thread/index.ts';
import { processLesson } from '../src/worker/process-lesson.ts';

const sample = readFileSync(new URL('../../shared/sample-lesson/sample.vtt', import.meta.url), 'utf8');
const { settings } = readSettings({ NODE_ENV: 'test', LOG_LEVEL: 'error' });
const log = createLogger({ log: { ...settings.config.log, level: 'error' } }, null, 'test');
const quiet = { ...log, error: () => undefined, warn: () => undefined };

/** Makes exercises within limits that a lesson keeps, or does not. */
function generationWithin(limits: { longestMs?: number; memoryMb?: number }): Generation {
  return new Generation(settings, {
    name: 'test',
    longestMs: 60_000,
    memoryMb: 1024,
    refusal: (reason) => new AppError('internal_error', `too much ${reason}`, { retryable: true }),
    onVendorCall: () => undefined,
    ...limits,
  });
}

const request = { transcript: sample, lessonNumber: 1, nativeLanguage: null, seed: 'a' };

test.each([
  [{ longestMs: 1 }, 'too much time'],
  [{ memoryMb: 16 }, 'too much memory'],
])('within %j a lesson is refused: %s', async (limits, reason) => {
  const generation = generationWithin(limits);
  await expect(generation.generate(request)).rejects.toThrow(reason);
  await generation.close();
});

test('within its limits a lesson gives the set that it always gives', async () => {
  const generation = generationWithin({});
  const [one, other] = await Promise.all([generation.generate(request), generation.generate(request)]);
  expect(one.exercises.flashcards.length).toBeGreaterThan(0);
  expect(other.exercises).toEqual(one.exercises);
  await generation.close();
}, 60_000);

describe('a worker', () => {
  let database: TestDatabase;
  let supabase: TestSupabase;
  beforeAll(async () => {
    [database, supabase] = await Promise.all([createTestDatabase('sqlite'), startTestSupabase()]);
  }, 90_000);
  afterAll(async () => {
    await supabase.close();
    await database.drop();
  });

  /** A lesson that waits for a worker with these parts, and the parts. */
  async function waitingLesson(name: string, classId: string, generation: Pick<Generation, 'generate'>) {
    const client = connectSupabase(supabase.url, supabase.key);
    const lessons = new LessonStore(client);
    const queue = new LessonQueue(client, { owner: 'test', leaseSeconds: 60, maxAttempts: 2 });
    const sets = new ExerciseSetStore(client);
    const { cues, speakers } = parseTranscript(sample);
    const state = { status: 'pending_processing', resume_status: 'pending_processing' } as const;
    const named = { recording_id: `test:${name}`, source: 'upload', topic: name, class_id: classId } as const;
    const started_at = new Date().toISOString();
    const { lesson } = await lessons.add({ ...state, ...named, started_at, transcript: sample, cues, speakers });
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
      metrics: createPipelineMetrics(createMetrics('test').registry),
      maxAttempts: 2,
      retryBaseSeconds: 0.01,
    };
    const claim = async () => {
      const claimed = await queue.claimById(lesson.id, 'pending_processing');
      if (!claimed) throw new Error('The lesson waits.');
      return claimed;
    };
    return { lesson, lessons, parts, claim };
  }

  test('counts a lesson that takes too much as failed attempts, and puts it away after the last', async () => {
    const generation = generationWithin({ memoryMb: 16 });
    const { lesson, lessons, parts, claim } = await waitingLesson('heavy', 'demo', generation);
    for (const [attempt, status] of [
      [1, 'pending_processing'],
      [2, 'failed'],
    ] as const) {
      const claimed = await claim();
      expect(claimed.attempt_count).toBe(attempt);
      await processLesson(parts, claimed, quiet, new AbortController().signal);
      expect(await lessons.get(lesson.id)).toMatchObject({ status, last_error: 'too much memory' });
    }
    await generation.close();
  }, 60_000);

  test('publishes a set that nobody reviews without what its games could not store', async () => {
    const generation = generationWithin({});
    const made = await generation.generate(request);
    await generation.close();
    const [card, ...others] = made.exercises.flashcards;
    if (!card) throw new Error('The sample lesson has cards.');
    const tooLong = { ...card, word: 'w'.repeat(121) };
    const exercises = { ...made.exercises, flashcards: [tooLong, ...others] };
    await new ClassRepository(database.db).add({
      id: 'trusting',
      name: 'Trusting',
      teacher_id: 't',
      auto_approve: true,
    });
    const { parts, claim } = await waitingLesson('long word', 'trusting', {
      generate: async () => ({ ...made, exercises }),
    });
    await processLesson(parts, await claim(), quiet, new AbortController().signal);
    const set = await parts.sets.findByRecording('test:long word');
    expect(set?.status).toBe('published');
    expect(set?.exercises.flashcards.map(({ word }) => word)).toEqual(others.map(({ word }) => word));
    expect(set?.exercises.quality.dropped).toContainEqual(
      expect.objectContaining({ kind: 'flashcards', reason: expect.stringContaining('121 characters') }),
    );
  }, 60_000);
});
