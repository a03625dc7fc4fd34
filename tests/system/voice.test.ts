import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseTranscript } from '@tulkka/shared/transcripts';
import { z } from 'zod';
import { call } from '../harness/http.ts';
import { listen, toneFile } from '../harness/lesson-sound.ts';
import { eventually, root, TestStack } from '../harness/test-stack.ts';
import { type AssemblyaiState, startAssemblyai } from '../vendors/assemblyai.ts';
import type { StandIn } from '../vendors/stand-in.ts';

const teacher = { userId: 'iris', role: 'teacher' } as const;
const learner = { userId: 'leo' } as const;
const admin = { userId: 'the-admin', role: 'admin' } as const;
const Anything = z.looseObject({});
const Items = z.looseObject({
  items: z.array(
    z.looseObject({
      quote: z.string().nullable(),
      clip_id: z.string().nullable(),
      own_clip_id: z.string().nullable(),
      said_by: z.string().nullable(),
    }),
  ),
});
const Clips = z.looseObject({
  data: z.array(z.looseObject({ id: z.string(), start_ms: z.number(), end_ms: z.number(), quote: z.string() })),
});

const { cues } = parseTranscript(readFileSync(join(root, 'packages/shared/sample-lesson/sample.vtt'), 'utf8'));
/** Every cue in a voice of its own, among those next to it. */
const hertz = [400, 650, 900, 1150, 1400, 1650, 1900];
const toneOf = (i: number): number => hertz[i % hertz.length] ?? 0;
const sound = toneFile(
  (cues.at(-1)?.end_ms ?? 0) + 500,
  cues.map(({ start_ms, end_ms }, i) => ({ startMs: start_ms ?? 0, endMs: end_ms ?? 0, hertz: toneOf(i) })),
);

let vendor: StandIn<AssemblyaiState>;
let stack: TestStack;
let url = '';
beforeAll(async () => {
  const utterances = cues.map(({ speaker, text, start_ms, end_ms }) => ({
    speaker: speaker?.slice(0, 1) ?? 'X',
    text,
    start: start_ms ?? 0,
    end: end_ms ?? 0,
  }));
  vendor = await startAssemblyai({ state: { results: [{ audioSeconds: 60, utterances }] } });
  stack = await TestStack.create({
    dialect: 'sqlite',
    backend: 'pglite',
    variables: { ASSEMBLYAI_API_KEY: 'aai-key', ASSEMBLYAI_BASE_URL: vendor.url },
  });
  const [web] = await Promise.all([stack.startWeb(), stack.start('fetcher'), stack.start('worker')]);
  url = web.url;
}, 180_000);
afterAll(async () => {
  await stack?.close();
  await vendor?.close();
});

async function makeClass(id: string, keep_audio: string): Promise<void> {
  const body = { id, name: id, teacher_id: 'iris', students: ['leo'], keep_audio };
  await call(Anything, 'POST', `${url}/api/v1/classes`, admin, body);
}

const setOf = (title: string) =>
  eventually(
    `the exercises of ${title}`,
    async () => (await stack.sets.list({ classIds: null, page: 1, limit: 10 })).sets.find((set) => set.title === title),
    40_000,
  );

async function bytesOf(id: string, userId: string): Promise<{ status: number; bytes: Buffer }> {
  const response = await fetch(`${url}/api/v1/clips/${id}`, { headers: { 'X-User-Id': userId } });
  return { status: response.status, bytes: Buffer.from(await response.arrayBuffer()) };
}

test('a recording of a class that keeps clips: each item is heard as it was said', async () => {
  await makeClass('heard', 'clips');
  stack.drop('heard/Out loud.wav', sound);
  const set = await setOf('Out loud');
  await eventually(
    'the end of its work',
    async () => (await stack.lessons.get(set.zoom_summary_id)).status === 'completed',
  );

  const { body } = await call(Clips, 'GET', `${url}/api/v1/exercises/${set.id}/clips`, teacher);
  expect(body.data.length).toBeGreaterThan(5);
  await call(Anything, 'POST', `${url}/api/v1/exercises/${set.id}/approve`, teacher);
  for (const clip of body.data) {
    const first = cues.findIndex(
      ({ start_ms, end_ms }) => (start_ms ?? 0) < clip.end_ms && (end_ms ?? 0) > clip.start_ms,
    );
    const response = await fetch(`${url}/api/v1/clips/${clip.id}`, {
      headers: { 'X-User-Id': 'iris', 'X-User-Role': 'teacher' },
    });
    const heard = listen(Buffer.from(await response.arrayBuffer()), hertz);
    expect(Math.abs(heard.lengthMs - (clip.end_ms - clip.start_ms))).toBeLessThan(260);
    expect(heard.msOf[toneOf(first)]).toBeGreaterThan(200);
  }

  const items = await call(
    Items,
    'GET',
    `${url}/api/v1/recordings/${encodeURIComponent(set.recording_id)}/items`,
    learner,
  );
  const heard = items.body.items.flatMap(({ clip_id, own_clip_id }) => clip_id ?? own_clip_id ?? []);
  expect(heard.length).toBeGreaterThan(3);
  for (const id of new Set(heard)) expect((await bytesOf(id, 'leo')).status).toBe(200);
  for (const id of new Set(heard)) expect((await bytesOf(id, 'a-stranger')).status).toBe(404);
}, 240_000);

test('a class that keeps nothing has no clips', async () => {
  await makeClass('unheard', 'none');
  stack.drop('unheard/In silence.wav', Buffer.concat([sound, Buffer.alloc(2)]));
  const set = await setOf('In silence');
  await eventually(
    'the end of its work',
    async () => (await stack.lessons.get(set.zoom_summary_id)).status === 'completed',
  );
  const { body } = await call(Clips, 'GET', `${url}/api/v1/exercises/${set.id}/clips`, teacher);
  expect(body.data).toEqual([]);
}, 240_000);
