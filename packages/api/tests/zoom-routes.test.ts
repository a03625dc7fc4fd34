import { createHmac } from 'node:crypto';
import { connectSupabase, LessonStore } from '@tulkka/shared/lessons';
import { FetchRequestRepository } from '@tulkka/shared/repositories';
import { createTestDatabase, type TestDatabase } from '../../../tests/harness/test-databases.ts';
import { startTestSupabase, type TestSupabase } from '../../../tests/harness/test-supabase.ts';
import { startZoom, type ZoomStandIn } from '../../../tests/vendors/zoom.ts';
import { exampleTranscript } from './example-lesson.ts';
import { createTestApi, type TestApi } from './test-api.ts';

const webhookSecret = 'webhook-secret-of-the-tests';
const lesson = { user_id: 'leo', teacher_id: 'maya', class_id: 'b1', date: '2026-11-20' };
const asked = { ...lesson, teacher_email: 'maya@example.com' };

let database: TestDatabase;
let supabase: TestSupabase;
let zoom: ZoomStandIn;
let api: TestApi;
let lessons: LessonStore;

beforeAll(async () => {
  database = await createTestDatabase('sqlite');
  supabase = await startTestSupabase();
  zoom = await startZoom({ users: [{ id: 'host-1', email: 'maya@example.com' }] });
  lessons = new LessonStore(connectSupabase(supabase.url, supabase.key));
  api = await createTestApi(database, {
    env: {
      SUPABASE_URL: supabase.url,
      SUPABASE_KEY: supabase.key,
      ZOOM_CLIENT_ID: 'client-id',
      ZOOM_CLIENT_SECRET: 'client-secret',
      ZOOM_ACCOUNT_ID: 'account-id',
      TOKEN_ENCRYPTION_KEY: Buffer.alloc(32, 7).toString('base64'),
      ZOOM_API_BASE_URL: zoom.apiBaseUrl,
      ZOOM_OAUTH_BASE_URL: zoom.oauthBaseUrl,
      ZOOM_WEBHOOK_SECRET: webhookSecret,
    },
  });
  await api
    .as('root', 'admin')
    .post('/api/v1/classes')
    .send({ id: 'b1', name: 'B1', teacher_id: 'maya', teacher_email: 'maya@example.com', students: ['leo'] });
}, 90_000);
afterAll(async () => {
  await api.close();
  await zoom.close();
  await supabase.close();
  await database.drop();
});

const meeting = (uuid: string, start = '2026-11-20T09:00:00Z') => ({
  uuid,
  id: 6_840_331_990,
  host_id: 'host-1',
  topic: 'English with Leo',
  start_time: start,
  files: [
    {
      id: `${uuid}-vtt`,
      recording_start: start,
      recording_end: new Date(Date.parse(start) + 1_800_000).toISOString(),
      file_type: 'TRANSCRIPT',
      file_extension: 'VTT',
      recording_type: 'audio_transcript',
      status: 'completed',
      content: { text: 'WEBVTT\n\n1\n00:00:01.000 --> 00:00:02.000\nMaya: Hello.\n' },
    },
  ],
});

/** A call of Zoom's, signed as Zoom signs. */
function callWebhook(body: unknown, options: { secret?: string; at?: number } = {}) {
  const text = JSON.stringify(body);
  const timestamp = String(options.at ?? Math.floor(Date.now() / 1000));
  const signature = createHmac('sha256', options.secret ?? webhookSecret)
    .update(`v0:${timestamp}:${text}`)
    .digest('hex');
  return api.agent
    .post('/api/v1/webhooks/zoom')
    .set('Content-Type', 'application/json')
    .set('x-zm-request-timestamp', timestamp)
    .set('x-zm-signature', `v0=${signature}`)
    .send(text);
}

const completed = (uuid: string, event = 'recording.completed') => ({
  event,
  event_ts: Date.now(),
  download_token: 'abc',
  payload: {
    account_id: 'a',
    object: {
      uuid,
      id: 6_840_331_990,
      host_id: 'host-1',
      host_email: 'maya@example.com',
      topic: 'English with Leo 😀',
      start_time: '2026-11-20T09:00:00Z',
      duration: 30,
      recording_files: [],
    },
  },
});

describe('the webhook', () => {
  test('answers the url validation with the hash of the plain token', async () => {
    const response = await callWebhook({
      event: 'endpoint.url_validation',
      payload: { plainToken: 'qgg8vlvZ' },
      event_ts: 1,
    });
    expect(response.status).toBe(200);
    expect(response.body).toEqual({
      plainToken: 'qgg8vlvZ',
      encryptedToken: createHmac('sha256', webhookSecret).update('qgg8vlvZ').digest('hex'),
    });
  });

  test('queues a recording once, with its class, however often and in whatever order it is announced', async () => {
    const calls = [
      completed('hook/1=='),
      completed('hook/1=='),
      completed('hook/1==', 'recording.transcript_completed'),
    ];
    const responses = await Promise.all(calls.map((body) => callWebhook(body)));
    expect(responses.map((response) => response.status)).toEqual([200, 200, 200]);
    const stored = await lessons.findByRecording('hook/1==');
    expect(stored).toMatchObject({
      status: 'pending_transcript',
      class_id: 'b1',
      teacher_id: 'maya',
      topic: 'English with Leo 😀',
    });
    expect((await lessons.list({ classIds: ['b1'], page: 1, limit: 100 })).total).toBe(1);
  });

  test('other events are accepted and left alone', async () => {
    const response = await callWebhook(completed('hook/2==', 'recording.started'));
    expect(response.body).toEqual({ success: true, queued: false });
    expect(await lessons.findByRecording('hook/2==')).toBeUndefined();
  });

  test.each([
    ['unsigned', () => api.agent.post('/api/v1/webhooks/zoom').set('Content-Type', 'application/json').send('{}')],
    ['wrong_signature', () => callWebhook(completed('x'), { secret: 'another' })],
    ['stale', () => callWebhook(completed('x'), { at: Math.floor(Date.now() / 1000) - 301 })],
  ])('a call that is %s is 401 and counted', async (outcome, call) => {
    expect((await call()).status).toBe(401);
    expect(await api.context.metrics.registry.metrics()).toMatch(
      new RegExp(`webhook_calls_total{[^}]*outcome="${outcome}"[^}]*} 1`),
    );
  });
});

describe('fetching recordings', () => {
  // The first call also gets a token; the tests are about the calls after it.
  beforeAll(() => api.context.zoom?.listUsers());
  const post = (body: object) => api.as('maya', 'teacher').post('/api/v1/fetch-zoom-recordings').send(body);

  test('queues what Zoom lists for that time, for the class that was named', async () => {
    zoom.state.meetings = [meeting('fetch1=='), meeting('evening==', '2026-11-20T21:00:00Z')];
    const response = await post({ ...asked, start_time: '08:00', end_time: '10:00' });
    expect(response.status).toBe(202);
    expect(response.body).toMatchObject({ success: true, status: 'processing_started', data: { recordings_count: 1 } });
    expect(response.body.data.recordings[0]).toMatchObject({
      topic: 'English with Leo',
      processing_type: 'native_transcript',
    });
    expect(await lessons.findByRecording('fetch1==')).toMatchObject({ class_id: 'b1', user_id: 'leo' });
    expect(await lessons.findByRecording('evening==')).toBeUndefined();
  });

  test('says so when there is nothing', async () => {
    zoom.state.meetings = [];
    const response = await post({ ...asked, date: '2026-11-01' });
    expect([response.status, response.body.success]).toEqual([200, false]);
  });

  test('answers within a second when Zoom hangs, and leaves the looking to the fetcher', async () => {
    zoom.script.push({ on: 'list_recordings', answer: { hang: true } });
    const started = performance.now();
    const response = await post(asked);
    expect(performance.now() - started).toBeLessThan(1000);
    expect([response.status, response.body.data.recordings_count]).toEqual([202, 0]);
    const left = await new FetchRequestRepository(database.db).claim(1000);
    expect(left?.request).toMatchObject({ teacher_email: 'maya@example.com', class_id: 'b1' });
  });

  test.each([
    [{ date: '2026-02-30' }, 'date'],
    [{ start_time: '25:00' }, 'start_time'],
    [{ teacher_email: 'maya' }, 'teacher_email'],
    [{ surprise: 1 }, 'surprise'],
  ])('%j is refused by name', async (change, path) => {
    const response = await post({ ...asked, ...change });
    expect(response.status).toBe(400);
    expect(response.body.errors).toContainEqual(expect.objectContaining({ path }));
  });

  test('another teacher may not fetch for this class', async () => {
    const response = await api
      .as('else', 'teacher')
      .post('/api/v1/fetch-zoom-recordings')
      .send({ ...asked, user_id: 'else' });
    expect(response.status).toBe(403);
  });
});

describe('a stored recording', () => {
  beforeAll(async () => {
    const stored = {
      source: 'zoom',
      topic: 'Travel',
      class_id: 'b1',
      status: 'completed',
      resume_status: 'pending_processing',
    } as const;
    const cues = exampleTranscript.split('\n').map((line) => {
      const [speaker = '', text = ''] = line.split(/: (.*)/);
      return { start_ms: 0, end_ms: 1, speaker, text };
    });
    const transcript = { transcript: exampleTranscript, cues, speakers: ['Teacher', 'Mia'] };
    await lessons.add({ ...stored, ...transcript, recording_id: 'late==', started_at: '2026-11-10T23:50:00Z' });
  });
  const night = { ...lesson, date: '2026-11-10', start_time: '23:30', end_time: '00:30' };

  test('becomes a stored set, once, also over a range that crosses midnight', async () => {
    const post = () => api.as('maya', 'teacher').post('/api/v1/process-zoom-lesson').send(night);
    const [first, second] = [await post(), await post()];
    expect(first.status).toBe(200);
    expect(first.body).toMatchObject({ success: true, zoom_metadata: { recording_id: 'late==', topic: 'Travel' } });
    expect(second.body.lesson).toEqual(first.body.lesson);
    const listed = await api.as('maya', 'teacher').get('/api/v1/exercises').query({ class_id: 'b1' });
    expect(listed.body.pagination.total).toBe(1);
  });

  test('is read back, and is not there on another day', async () => {
    const get = (query: object) => api.as('maya', 'teacher').get('/api/v1/get-transcript').query(query);
    expect((await get(night)).body.data.transcript).toBe(exampleTranscript);
    expect((await get({ ...lesson, date: '2026-11-11', start_time: '08:00' })).status).toBe(404);
  });
});

test('a batch fails lesson by lesson', async () => {
  const response = await api
    .as('maya', 'teacher')
    .post('/api/v1/process/batch')
    .send({
      transcripts: [
        { transcript: exampleTranscript, lesson_number: 1 },
        { transcript: '<html></html>', lesson_number: 2 },
      ],
    });
  expect(response.status).toBe(200);
  expect(response.body.lessons[0]).toMatchObject({ lesson_number: 1, engine: 'rules' });
  expect(response.body.lessons[1]).toMatchObject({ lesson_number: 2, error: { code: 'validation_error' } });
});
