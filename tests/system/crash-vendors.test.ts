import { inTransaction } from '@tulkka/shared/database';
import type { Lesson } from '@tulkka/shared/lessons';
import { ClassRepository } from '@tulkka/shared/repositories';
import { KillingProxy, type KillPoint, nameDatabaseStep } from '../harness/killing-proxy.ts';
import { eventually, TestStack, type Variables } from '../harness/test-stack.ts';
import { type AssemblyaiState, startAssemblyai } from '../vendors/assemblyai.ts';
import type { StandIn } from '../vendors/stand-in.ts';
import { startZoom, type ZoomFileData, type ZoomStandIn } from '../vendors/zoom.ts';

const host = { id: 'host-1', email: 'ana@example.com' };
const vtt = `WEBVTT

1
00:00:01.000 --> 00:00:04.000
Ana Ruiz: Good morning, Leo. How was your weekend?

2
00:00:05.000 --> 00:00:08.000
Leo: Good morning. It was very nice, thank you.
`;

let stack: TestStack;
let proxy: KillingProxy;
let zoom: ZoomStandIn;
let assemblyai: StandIn<AssemblyaiState>;
let variables: Variables;

beforeAll(async () => {
  stack = await TestStack.create({ dialect: 'sqlite', backend: 'pglite', variables: { MAX_ATTEMPTS: '20' } });
  zoom = await startZoom({ users: [host] });
  assemblyai = await startAssemblyai({ state: { queuedPolls: 0 } });
  proxy = new KillingProxy();
  // What was said in Zoom's and AssemblyAI's addresses is one step for every recording.
  const nameVendorStep = (vendor: string) => (method: string, url: URL) =>
    `${vendor} ${method} ${url.pathname
      .replace(/meetings\/[^/]+/, 'meetings/:uuid')
      .replace(/download\/.+/, 'download/:file')
      .replace(/^\/[^/]*%23.*$/, '/:stored-file')
      .replace(/[0-9a-f-]{36}/, ':id')}`;
  const zoomUrl = await proxy.front(zoom.url, nameVendorStep('zoom'));
  variables = {
    SUPABASE_URL: await proxy.front(stack.supabase.url, nameDatabaseStep),
    ZOOM_CLIENT_ID: 'client-id',
    ZOOM_CLIENT_SECRET: 'client-secret',
    ZOOM_ACCOUNT_ID: 'account-id',
    ZOOM_API_BASE_URL: `${zoomUrl}/v2`,
    ZOOM_OAUTH_BASE_URL: `${zoomUrl}/oauth`,
    TOKEN_ENCRYPTION_KEY: Buffer.alloc(32, 7).toString('base64'),
    TRANSCRIPT_GRACE_MINUTES: '0',
    ASSEMBLYAI_API_KEY: 'aai-key',
    ASSEMBLYAI_BASE_URL: await proxy.front(assemblyai.url, nameVendorStep('assemblyai')),
  };
  await inTransaction(stack.games.db, (transaction) =>
    new ClassRepository(transaction).add({
      id: 'leo',
      name: 'Leo',
      teacher_id: 'ana',
      teacher_email: host.email,
      students: ['leo'],
    }),
  );
}, 180_000);

afterAll(async () => {
  await stack?.close();
  await proxy?.close();
  await Promise.all([zoom?.close(), assemblyai?.close()]);
});

const hour = 3_600_000;
const file = (fields: Pick<ZoomFileData, 'file_type' | 'content'> & Partial<ZoomFileData>): ZoomFileData => ({
  recording_start: new Date(Date.now() - 3 * hour).toISOString(),
  recording_end: new Date(Date.now() - 2 * hour).toISOString(),
  ...fields,
});
const transcriptFile = file({
  id: 'transcript',
  file_type: 'TRANSCRIPT',
  file_extension: 'VTT',
  content: { text: vtt },
});
const audioFile = file({
  id: 'audio',
  file_type: 'M4A',
  file_extension: 'M4A',
  recording_type: 'audio_only',
  content: { zeros: 300_000 },
});

/** Makes this the one recording that Zoom lists. */
function record(uuid: string, files: ZoomFileData[]): void {
  const start_time = new Date(Date.now() - 3 * hour).toISOString();
  zoom.state.meetings = [
    { uuid, id: 123_456_789, host_id: host.id, topic: 'English with Leo', start_time, duration: 60, files },
  ];
}

const fetched = (uuid: string): Promise<Lesson> =>
  eventually(`the transcript of ${uuid}`, async () => {
    const lesson = await stack.lessons.findByRecording(uuid);
    return lesson?.status === 'pending_processing' && stack.lessons.get(lesson.id);
  });

/** Fetches one recording undisturbed, then one more for each point, with the fetcher killed there. */
async function killEverywhere(
  kind: string,
  files: ZoomFileData[],
  wanted: (step: string) => boolean,
  check: (lesson: Lesson) => void,
): Promise<string[]> {
  zoom.state.meetings = [];
  proxy.startRecording();
  let fetcher = await stack.start('fetcher', variables);
  record(`${kind}-undisturbed==`, files);
  check(await fetched(`${kind}-undisturbed==`));
  zoom.state.meetings = [];
  const points: KillPoint[] = proxy.killPoints().filter(({ step }) => wanted(step));
  for (const [n, point] of points.entries()) {
    // A slash in front, as one uuid in some has: it must be encoded twice.
    const uuid = `/${kind}${n}+/8==`;
    const ofToken = point.step.includes('/oauth/');
    // Only a fetcher without a token asks for one.
    if (ofToken) {
      await fetcher.stop();
      await stack.games.db('oauth_tokens').del();
    }
    const killed = proxy.killAt(point, () => fetcher.kill());
    if (ofToken) fetcher = stack.spawn('fetcher', variables);
    record(uuid, files);
    await killed;
    // A minute goes by: so long nobody else may ask for a token.
    if (ofToken) await stack.games.db('oauth_tokens').update({ lease_expires_at: new Date(0) });
    fetcher = await stack.start('fetcher', variables);
    check(await fetched(uuid));
    zoom.state.meetings = [];
  }
  await fetcher.stop();
  return points.map(({ step, moment }) => `${moment} ${step}`);
}

test('a recording with a transcript is fetched once, wherever the fetcher dies', async () => {
  const everywhere = () => true;
  const points = await killEverywhere('native', [transcriptFile, audioFile], everywhere, (lesson) => {
    expect(lesson).toMatchObject({
      class_id: 'leo',
      attempt_count: 0,
      speakers: ['Ana Ruiz', 'Leo'],
      last_error: null,
    });
  });
  expect(points).toEqual(
    expect.arrayContaining([
      'before zoom POST /oauth/token',
      'after zoom POST /oauth/token',
      'after zoom GET /v2/users/host-1/recordings',
      'after insert into zoom_summaries: pending_transcript',
      'after update zoom_summaries: claim',
      'after zoom GET /v2/meetings/:uuid/recordings',
      'after zoom GET /rec/download/:file',
      'after zoom GET /:stored-file',
      'before update zoom_summaries: pending_processing',
    ]),
  );
  const { lessons } = await stack.lessons.list({ classIds: ['leo'], page: 1, limit: 100 });
  expect(lessons).toHaveLength(points.length + 1);
  expect(assemblyai.state.paidJobs).toBe(0);
}, 360_000);

test('a recording with sound alone is transcribed and paid for once, wherever the fetcher dies', async () => {
  let lessons = 0;
  // The way to the file is the one above.
  const wanted = (step: string) => /^assemblyai|stored-file|^update zoom_summaries: (?!claim)/.test(step);
  const points = await killEverywhere('sound', [audioFile], wanted, (lesson) => {
    lessons++;
    expect(lesson).toMatchObject({ class_id: 'leo', attempt_count: 0, cost: { audio_seconds: 12 }, last_error: null });
    expect(lesson.transcript).toContain('Shall we start?');
    expect(assemblyai.state.paidJobs).toBe(lessons);
  });
  expect(points).toEqual(
    expect.arrayContaining([
      'before assemblyai POST /v2/upload',
      'after assemblyai POST /v2/upload',
      'before update zoom_summaries: upload',
      'before assemblyai POST /v2/transcript',
      'after assemblyai POST /v2/transcript',
      'before update zoom_summaries: job',
      'after update zoom_summaries: job',
      'after assemblyai GET /v2/transcript/:id',
      'after update zoom_summaries: pending_processing',
    ]),
  );
  // Every one of them was submitted, none twice.
  expect(assemblyai.state.jobs.map((job) => job.audio_url)).toHaveLength(
    new Set(assemblyai.state.jobs.map((job) => job.audio_url)).size,
  );
}, 360_000);
