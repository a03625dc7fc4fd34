import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { ExerciseSet } from '@tulkka/shared/lessons';
import { parseTranscript, transcriptText } from '@tulkka/shared/transcripts';
import { KillingProxy, nameDatabaseStep } from '../harness/killing-proxy.ts';
import { eventually, root, TestStack, type Variables } from '../harness/test-stack.ts';
import { type OpenaiStandIn, startOpenai } from '../vendors/openai.ts';

const transcript = parseTranscript(readFileSync(join(root, 'packages/shared/sample-lesson/sample.vtt'), 'utf8'));

let stack: TestStack;
let proxy: KillingProxy;
let openai: OpenaiStandIn;
let variables: Variables;

beforeAll(async () => {
  stack = await TestStack.create({ dialect: 'sqlite', backend: 'pglite', variables: { MAX_ATTEMPTS: '20' } });
  openai = await startOpenai();
  proxy = new KillingProxy();
  const openaiUrl = await proxy.front(openai.url, (method, url) => `openai ${method} ${url.pathname}`);
  variables = {
    SUPABASE_URL: await proxy.front(stack.supabase.url, nameDatabaseStep),
    OPENAI_API: 'responses',
    OPENAI_API_KEY: 'openai-key',
    OPENAI_BASE_URL: `${openaiUrl}/v1`,
  };
}, 180_000);

afterAll(async () => {
  await stack?.close();
  await proxy?.close();
  await openai?.close();
});

async function addLesson(name: string): Promise<string> {
  const recording_id = `openai:${name}`;
  await stack.lessons.add({
    recording_id,
    source: 'upload',
    status: 'pending_processing',
    resume_status: 'pending_processing',
    topic: name,
    started_at: new Date().toISOString(),
    class_id: 'c1',
    native_language: 'Spanish',
    transcript: transcriptText(transcript),
    cues: transcript.cues,
    speakers: transcript.speakers,
  });
  return recording_id;
}

const completed = (recordingId: string): Promise<ExerciseSet> =>
  eventually(
    `the set of ${recordingId}`,
    async () => {
      const lesson = await stack.lessons.findByRecording(recordingId);
      return lesson?.status === 'completed' && stack.sets.findByRecording(recordingId);
    },
    40_000,
  );

test('a worker killed before or after any question to the model leaves a lesson that the next one completes, once', async () => {
  let worker = await stack.start('worker', variables);
  proxy.startRecording();
  const undisturbed = await completed(await addLesson('undisturbed'));
  expect(undisturbed.engine).toBe('openai');
  expect(undisturbed.prompt_version).not.toBeNull();
  const points = proxy.killPoints().filter(({ step }) => step.startsWith('openai'));
  expect(points.map(({ step, moment }) => `${moment} ${step}`)).toEqual(
    expect.arrayContaining(['before openai POST /v1/responses', 'after openai POST /v1/responses']),
  );
  for (const point of points) {
    const killed = proxy.killAt(point, () => worker.kill());
    const recordingId = await addLesson(`${point.moment} ${point.step}`);
    await killed;
    worker = await stack.start('worker', variables);
    const set = await completed(recordingId);
    expect(set).toMatchObject({ engine: 'openai', total_exercises: undisturbed.total_exercises });
  }
  const { total } = await stack.sets.list({ classIds: ['c1'], page: 1, limit: 10 });
  expect(total).toBe(points.length + 1);
  await worker.stop();
}, 360_000);
