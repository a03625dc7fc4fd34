import { readSettings } from '@tulkka/shared/config';
import type { Lesson } from '@tulkka/shared/lessons';
import { createPipeline, type Pipeline } from '@tulkka/shared/pipeline';
import { createTestDatabase, type TestDatabase } from '../../../tests/harness/test-databases.ts';
import { startTestSupabase, type TestSupabase } from '../../../tests/harness/test-supabase.ts';
import { createLanes } from '../src/worker/lanes.ts';

let database: TestDatabase;
let supabase: TestSupabase;
let pipeline: Pipeline;

beforeAll(async () => {
  [database, supabase] = await Promise.all([createTestDatabase('sqlite'), startTestSupabase()]);
  const { settings } = readSettings({
    NODE_ENV: 'test',
    LOG_LEVEL: 'error',
    SUPABASE_URL: supabase.url,
    SUPABASE_KEY: supabase.key,
    ZOOM_POLL_INTERVAL: '0.1',
    DRAIN_SECONDS: '1',
  });
  pipeline = createPipeline(settings, 'worker');
}, 120_000);

afterAll(async () => {
  await pipeline.disposers.dispose(() => undefined);
  await supabase.close();
  await database.drop();
});

async function add(topic: string): Promise<string> {
  const { lesson } = await pipeline.lessons.add({
    status: 'pending_processing',
    resume_status: 'pending_processing',
    recording_id: `test:${topic}`,
    source: 'upload',
    topic,
    class_id: 'demo',
    started_at: new Date().toISOString(),
    transcript: null,
    cues: [],
    speakers: [],
  });
  return lesson.id;
}

async function until(holds: () => boolean): Promise<void> {
  for (const end = Date.now() + 20_000; !holds(); ) {
    if (Date.now() > end) throw new Error('It did not come to that.');
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}

test('a lesson that takes long lets those behind it pass, one at a time, and both are handed back at a stop', async () => {
  const { queue } = pipeline;
  const claim = () => queue.claim('pending_processing');
  const began: string[] = [];
  const seen: string[] = [];
  const work =
    (lane: string, done: (lesson: Lesson) => boolean) => async (lesson: Lesson, _: unknown, end: AbortSignal) => {
      began.push(`${lane} ${lesson.topic}`);
      if (done(lesson)) return void (await queue.finish(lesson, 'completed'));
      await new Promise((resolve) => end.addEventListener('abort', resolve, { once: true }));
      await queue.postpone(lesson, 0, null);
    };
  const lanes = createLanes(pipeline, {
    first: { claim, handle: work('first', ({ topic }) => topic === 'short') },
    beside: {
      claim,
      handle: work('beside', ({ topic }) => topic !== 'longer'),
      atRest: async () => void seen.push(`at rest after ${began.at(-1)}`),
    },
    patienceMs: 1000,
  });
  const short = await add('short');
  for (const lane of lanes) lane.start();
  // Nothing holds the first lane: it does what there is, and the second stays closed.
  await until(() => began.length === 1);
  const long = await add('long');
  await until(() => began.length === 2);
  await add('behind');
  await until(() => began.length === 3);
  const longer = await add('longer');
  await until(() => began.length === 4);
  expect(began).toEqual(['first short', 'first long', 'beside behind', 'beside longer']);
  expect(seen).toEqual(['at rest after beside behind']);

  await Promise.all(lanes.map((lane) => lane.stop()));
  expect(seen).toHaveLength(2);
  expect(await pipeline.lessons.get(short)).toMatchObject({ status: 'completed' });
  for (const id of [long, longer])
    expect(await pipeline.lessons.get(id)).toMatchObject({ status: 'pending_processing', lease_owner: null });
}, 60_000);
