import { startZoom, type ZoomStandIn } from '../../../../tests/vendors/zoom.ts';
import { NotFoundError } from '../../src/errors/index.ts';
import type { RecordedMeeting } from '../../src/zoom/index.ts';
import { newClient } from './harness.ts';
import { buildMeeting } from './lessons.ts';

let zoom: ZoomStandIn;
beforeEach(async () => {
  zoom = await startZoom({ users: [{ id: 'host-1', email: 'ana@example.com' }] });
});
afterEach(() => zoom.close());

const from = new Date('2026-11-01T00:00:00Z');
const to = new Date('2026-11-23T12:00:00Z');
const asked = (operation: string) => zoom.requests.filter((request) => request.operation === operation).length;

async function list(client = newClient(zoom).client, since = from): Promise<RecordedMeeting[]> {
  const found: RecordedMeeting[] = [];
  for await (const meeting of client.listRecordings('host-1', since, to)) found.push(meeting);
  return found;
}

test('all users on all pages, without those that are still pending', async () => {
  zoom.state.users = Array.from({ length: 25 }, (_, i) => ({ id: `u${i}`, email: `u${i}@example.com` }));
  zoom.state.users.push({ email: 'pending@example.com', status: 'active' });
  zoom.state.largestPage = 10;
  const users = await newClient(zoom).client.listUsers();
  expect(users).toHaveLength(25);
  expect(asked('list_users')).toBe(3);
});

test('every recording of half a year, each once, over pages and windows', async () => {
  const days = Array.from({ length: 170 }, (_, i) => new Date(Date.parse('2026-06-06T08:00:00Z') + i * 86_400_000));
  zoom.state.meetings = days.map((day, i) => buildMeeting({ uuid: `u${i}==`, start_time: day.toISOString() }));
  zoom.state.largestPage = 7;
  const found = await list(undefined, new Date('2026-06-06T00:00:00Z'));
  expect(found.map(({ uuid }) => uuid)).toEqual(days.map((_, i) => `u${i}==`));
});

test('a recording of today is found, though Zoom may read `to` as exclusive', async () => {
  zoom.state.meetings = [buildMeeting({ start_time: '2026-11-23T11:00:00Z' })];
  expect(await list()).toHaveLength(1);
});

test('what Zoom clips from a window is asked for again', async () => {
  zoom.state.meetings = [buildMeeting({ uuid: 'early==', start_time: '2026-11-02T08:00:00Z' })];
  zoom.script.push({
    on: 'list_recordings',
    answer: { status: 200, body: { from: '2026-11-15', to: '2026-11-24', next_page_token: '', meetings: [] } },
  });
  expect((await list()).map(({ uuid }) => uuid)).toEqual(['early==']);
});

test.each(['/ab/cd==', 'a//b+c==', 'a/b+c==', '4444AAAiAAAAAiAiAiiAii=='])(
  'the recording with uuid %s is found',
  async (uuid) => {
    zoom.state.meetings = [buildMeeting({ uuid })];
    expect(await newClient(zoom).client.getMeetingRecordings(uuid)).toMatchObject({ uuid, id: '6840331990' });
  },
);

test('no recording is a NotFoundError', async () => {
  await expect(newClient(zoom).client.getMeetingRecordings('gone==')).rejects.toBeInstanceOf(NotFoundError);
});

test('a recording that is still running can be read', async () => {
  const file = {
    recording_start: '2026-11-23T11:00:00Z',
    recording_end: '',
    file_type: '',
    content: { text: '' },
    status: 'processing',
  };
  zoom.state.meetings = [buildMeeting({ files: [file] })];
  const meeting = await newClient(zoom).client.getMeetingRecordings('4444AAAiAAAAAiAiAiiAii==');
  expect(meeting.recording_files[0]).toMatchObject({ recording_end: null, file_type: null, status: 'processing' });
});

test('a 401 costs one refresh and no error', async () => {
  const { client } = newClient(zoom);
  await client.listUsers();
  zoom.state.oauth.accessTokens = {};
  await client.listUsers();
  expect(zoom.state.oauth.refreshes).toBe(2);
});

test('an endless 401 ends, retryable', async () => {
  zoom.script.push({
    on: 'list_users',
    times: 99,
    answer: { status: 401, body: { code: 124, message: 'Invalid access token.' } },
  });
  await expect(newClient(zoom).client.listUsers()).rejects.toMatchObject({ code: 'upstream_failed', retryable: true });
  expect(asked('list_users')).toBe(2);
});

test('a per-second limit is waited for', async () => {
  zoom.script.push({
    on: 'list_users',
    answer: {
      status: 429,
      headers: { 'x-ratelimit-category': 'Medium', 'x-ratelimit-type': 'QPS' },
      body: { code: 429, message: 'You have reached the maximum per-second rate limit for this API. Try again later.' },
    },
  });
  const { client, calls } = newClient(zoom);
  await expect(client.listUsers()).resolves.toHaveLength(1);
  expect(calls.map(({ outcome }) => outcome)).toEqual(['rate_limited', 'ok']);
});

test('a daily limit is not waited for, holds back its class without asking, and no other', async () => {
  zoom.state.meetings = [buildMeeting()];
  const tomorrow = new Date(Date.now() + 7_200_000).toISOString();
  zoom.script.push({
    on: 'list_users',
    answer: {
      status: 429,
      headers: { 'retry-after': tomorrow, 'x-ratelimit-category': 'Medium', 'x-ratelimit-type': 'Daily-limit' },
      body: { code: 429, message: 'daily' },
    },
  });
  const { client } = newClient(zoom, 5_000);
  const started = Date.now();
  const error = await client.listUsers().catch((caught: unknown) => caught);
  expect(error).toMatchObject({ code: 'upstream_failed', retryable: true });
  expect((error as { retryAfterMs: number }).retryAfterMs).toBeGreaterThan(7_100_000);
  await expect(client.listUsers()).rejects.toMatchObject({ retryable: true });
  expect(Date.now() - started).toBeLessThan(2_000);
  expect(asked('list_users')).toBe(1);
  await expect(client.getMeetingRecordings('4444AAAiAAAAAiAiAiiAii==')).resolves.toBeDefined();
});

test('a server error and a lost connection are tried again', async () => {
  zoom.script.push(
    { on: 'list_users', answer: { status: 502, body: '<html>Bad gateway</html>' } },
    { on: 'list_users', answer: { drop: true } },
  );
  await expect(newClient(zoom).client.listUsers()).resolves.toHaveLength(1);
});

test('an outage ends, retryable', async () => {
  zoom.script.push({ on: 'list_users', times: 99, answer: { status: 500, body: '' } });
  await expect(newClient(zoom).client.listUsers()).rejects.toMatchObject({ code: 'upstream_failed', retryable: true });
  expect(asked('list_users')).toBe(3);
});

test('a missing scope says what to do and is not retried', async () => {
  zoom.script.push({
    on: 'list_users',
    answer: { status: 400, body: { code: 4711, message: 'Invalid access token, does not contain scopes.' } },
  });
  await expect(newClient(zoom).client.listUsers()).rejects.toMatchObject({
    retryable: false,
    message: expect.stringContaining('add it'),
  });
});

test('an error in a 200 is an error', async () => {
  zoom.script.push({
    on: 'get_meeting_recordings',
    answer: { status: 200, body: { code: 3301, message: 'There is no recording for this meeting.' } },
  });
  await expect(newClient(zoom).client.getMeetingRecordings('x==')).rejects.toBeInstanceOf(NotFoundError);
});

test('an abort ends a wait', async () => {
  zoom.script.push({ on: 'list_users', answer: { status: 429, headers: { 'retry-after': '4' }, body: '{}' } });
  const started = Date.now();
  const abort = new AbortController();
  setTimeout(() => abort.abort(), 150);
  await expect(newClient(zoom).client.listUsers(abort.signal)).rejects.toThrow(/abort/i);
  expect(Date.now() - started).toBeLessThan(2_000);
});
