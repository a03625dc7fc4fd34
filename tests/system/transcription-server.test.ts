import { eventually, TestStack } from '../harness/test-stack.ts';
import { startTranscription, type TranscriptionStandIn } from '../vendors/transcription.ts';

/** A lesson as Whisper hears it: no names, and the learner's first language as it was said. */
const said = [
  'Good morning. Today we talk about the house.',
  'A ladder is a thing you climb to reach a high place.',
  'Yesterday I goed to the shop.',
  'You went to the shop. What did you buy?',
  'No sé cómo se dice en inglés.',
  'I bought a ladder for my garden.',
  'A brush is a thing you use to paint the walls.',
  'We paint the kitchen every summer.',
];

let server: TranscriptionStandIn;
let stack: TestStack;
beforeAll(async () => {
  const segments = said.map((text, i) => ({ id: i, start: i * 5, end: i * 5 + 4, text: ` ${text}` }));
  server = await startTranscription({
    answers: [{ text: said.join(' '), duration: 40, segments }],
    script: [{ on: 'audio/transcriptions', answer: { status: 503, body: 'Loading model' } }],
  });
  const variables = { TRANSCRIBE_BASE_URL: server.baseUrl, ASSEMBLYAI_API_KEY: 'not-asked' };
  stack = await TestStack.create({ dialect: 'sqlite', backend: 'pglite', variables });
}, 180_000);
afterAll(async () => {
  await stack?.close();
  await server?.close();
});

test('a recording is transcribed by a server of one’s own, also one that still loads, and becomes exercises', async () => {
  await Promise.all([stack.start('fetcher'), stack.start('worker')]);
  stack.drop('tuesday/lesson.mp3', Buffer.alloc(50_000, 7));
  const lesson = await eventually('the lesson is done', async () => {
    const [found] = (await stack.lessons.list({ classIds: ['tuesday'], page: 1, limit: 5 })).lessons;
    return found?.status === 'completed' && stack.lessons.findByRecording(found.recording_id);
  });
  expect(lesson).toMatchObject({ attempt_count: expect.any(Number), duration_seconds: 39, speakers: [] });
  // What was said in another language stays as it was said.
  expect((await stack.sets.listCues(lesson.id)).map(({ text }) => text)).toEqual(said);
  const set = await stack.sets.findByRecording(lesson.recording_id);
  expect(set?.exercises.flashcards.map(({ word }) => word)).toContain('ladder');
  expect(server.state.received).toHaveLength(1);
  expect(server.requests.map(({ status }) => status)).toEqual([503, 200]);
}, 120_000);
