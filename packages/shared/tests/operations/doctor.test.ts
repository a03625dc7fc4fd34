import { createServer } from 'node:net';
import { readSettings } from '@tulkka/shared/config';
import { migrateDown, migrateUp } from '@tulkka/shared/database';
import { diagnose, formatDiagnosis } from '@tulkka/shared/operations';
import { onEveryDatabase, type TestDatabase } from '../../../../tests/harness/test-databases.ts';
import { startTestSupabase, type TestSupabase } from '../../../../tests/harness/test-supabase.ts';
import { startAssemblyai } from '../../../../tests/vendors/assemblyai.ts';
import { modelServerAnswers, startModelServer } from '../../../../tests/vendors/model-servers.ts';
import { startOpenai } from '../../../../tests/vendors/openai.ts';
import { startTranscription } from '../../../../tests/vendors/transcription.ts';
import { startZoom } from '../../../../tests/vendors/zoom.ts';
import { judgeSkew, judgeVersion } from '../../src/operations/checks/databases.ts';
import { checkListening, checkNode, checkSpeech } from '../../src/operations/checks/machine.ts';
import { judgeShutdown } from '../../src/operations/checks/vendors.ts';

const key = Buffer.alloc(32, 7).toString('base64');

async function examine(env: Record<string, string>, database?: TestDatabase) {
  const { settings, issues } = readSettings(env);
  const { config, secrets } = settings;
  const own = database && {
    config: { ...config, games: database.games },
    secrets: { ...secrets, mysqlPassword: database.password },
  };
  const diagnosis = await diagnose(own ?? settings, issues);
  return { ...diagnosis, states: Object.fromEntries(diagnosis.checks.map((check) => [check.name, check])) };
}

/** A Redis that wants this password. */
async function startRedis(password: string) {
  const server = createServer((socket) => {
    socket.on('data', (data) => {
      const right = data.toString().includes(`\r\n${password}\r\n`);
      socket.write(right ? '+OK\r\n+PONG\r\n' : '-NOAUTH Authentication required.\r\n');
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  const port = typeof address === 'object' && address ? address.port : 0;
  return { port, close: () => new Promise((resolve) => server.close(resolve)) };
}

let supabase: TestSupabase;
beforeAll(async () => {
  supabase = await startTestSupabase('pglite');
}, 90_000);
afterAll(() => supabase?.close());

test.each([
  [true, true, 'ok', 'pocketsphinx'],
  [true, false, 'skipped', 'apt install pocketsphinx pocketsphinx-en-us cuts'],
  [false, false, 'skipped', 'apt install ffmpeg pocketsphinx pocketsphinx-en-us cuts'],
])('clips with a decoder %s and an aligner %s are %s', (canDecode, canAlign, state, says) => {
  expect(checkListening(canDecode, canAlign)).toMatchObject({ state, detail: expect.stringContaining(says) });
});

test.each([
  [['flite', 'espeak-ng'], false, 'ok', 'flite speaks', undefined],
  [['espeak-ng'], false, 'note', 'espeak-ng speaks', 'apt install flite'],
  [[], false, 'note', 'the learner’s device', 'SPEECH_BASE_URL'],
  [['espeak-ng'], true, 'ok', 'the speech server speaks, espeak-ng where it fails', undefined],
] as const)('with %p and a server %s, the doctor says who speaks', (programs, hasServer, state, says, remedy) => {
  const finding = checkSpeech(programs, hasServer);
  expect(finding).toMatchObject({ state, detail: expect.stringContaining(says) });
  expect(finding.remedy).toEqual(remedy && expect.stringContaining(remedy));
});

onEveryDatabase((database, dialect) => {
  test('a deployment that has everything is healthy', async () => {
    const [zoom, assemblyai, openai] = await Promise.all([
      startZoom({ users: [{ id: 'u1', email: 'teacher@example.org' }] }),
      startAssemblyai(),
      startOpenai(),
    ]);
    const redis = await startRedis('pass word');
    const { healthy, checks, states } = await examine(
      {
        SUPABASE_URL: supabase.url,
        SUPABASE_KEY: supabase.key,
        REDIS_URL: `redis://:pass%20word@127.0.0.1:${redis.port}`,
        ZOOM_CLIENT_ID: zoom.state.oauth.clientId,
        ZOOM_CLIENT_SECRET: zoom.state.oauth.clientSecret,
        ZOOM_REFRESH_TOKEN: zoom.state.oauth.refreshToken,
        ZOOM_HOSTS: 'u1',
        ZOOM_API_BASE_URL: zoom.apiBaseUrl,
        ZOOM_OAUTH_BASE_URL: zoom.oauthBaseUrl,
        TOKEN_ENCRYPTION_KEY: key,
        ASSEMBLYAI_API_KEY: assemblyai.state.apiKey,
        ASSEMBLYAI_BASE_URL: assemblyai.url,
        OPENAI_API: 'responses',
        OPENAI_API_KEY: openai.state.apiKey,
        OPENAI_BASE_URL: openai.baseUrl,
        SPEECH_BASE_URL: openai.baseUrl,
        SPEECH_API_KEY: openai.state.apiKey,
        MAX_AUDIO_BYTES: '1000000',
      },
      database(),
    );
    await Promise.all([zoom.close(), assemblyai.close(), openai.close(), redis.close()]);
    expect(checks.filter(({ state }) => state === 'failed')).toEqual([]);
    expect(healthy).toBe(true);
    const clock = { state: dialect === 'mysql' ? 'ok' : 'skipped' };
    expect(states).toMatchObject({
      'games database': { state: 'ok', detail: expect.stringMatching(/SQLite 3|MariaDB|MySQL/) },
      migrations: { state: 'ok', detail: 'none pending' },
      'games database’s clock': clock,
      'lessons database': { state: 'ok', detail: expect.stringContaining('0 in zoom_summaries') },
      Redis: { state: 'ok' },
      Zoom: { state: 'ok', detail: 'recordings of u1 can be listed' },
      AssemblyAI: { state: 'ok' },
      OpenAI: { state: 'ok', detail: 'gpt-6-luna' },
      'speech server': { state: 'ok' },
    });
  }, 60_000);

  test('whatever is wrong is named with its remedy, and keys are never shown', async () => {
    const [zoom, assemblyai, openai] = await Promise.all([startZoom(), startAssemblyai(), startOpenai()]);
    const redis = await startRedis('right');
    await migrateDown(database().db, 1);
    const wrong = 'wrong-key-that-nobody-may-read';
    const { healthy, checks, states } = await examine(
      {
        LOG_LEVEL: 'loud',
        SUPABASE_URL: supabase.url,
        SUPABASE_KEY: 'sb_publishable_x',
        REDIS_URL: `redis://:${wrong}@127.0.0.1:${redis.port}`,
        ZOOM_CLIENT_ID: zoom.state.oauth.clientId,
        ZOOM_CLIENT_SECRET: wrong,
        ZOOM_ACCOUNT_ID: 'account',
        ZOOM_API_BASE_URL: zoom.apiBaseUrl,
        ZOOM_OAUTH_BASE_URL: zoom.oauthBaseUrl,
        TOKEN_ENCRYPTION_KEY: key,
        ASSEMBLYAI_API_KEY: wrong,
        ASSEMBLYAI_BASE_URL: assemblyai.url,
        OPENAI_API: 'responses',
        OPENAI_API_KEY: openai.state.apiKey,
        OPENAI_BASE_URL: openai.baseUrl,
        OPENAI_MODEL: 'gpt-0',
        SPEECH_BASE_URL: 'http://127.0.0.1:9',
        INBOX_DIR: 'package.json/inbox',
      },
      database(),
    );
    await migrateUp(database().db);
    await Promise.all([zoom.close(), assemblyai.close(), openai.close(), redis.close()]);
    const failures = checks.filter(({ state }) => state === 'failed');
    expect(failures.map(({ name }) => name).sort()).toEqual(
      [
        'configuration',
        'inbox',
        'migrations',
        'lessons database',
        'Redis',
        'Zoom',
        'AssemblyAI',
        'OpenAI',
        'speech server',
      ].sort(),
    );
    expect(failures.every(({ remedy }) => (remedy ?? '').length > 10)).toBe(true);
    expect(states.configuration).toMatchObject({ detail: 'LOG_LEVEL' });
    expect(states.migrations).toMatchObject({ remedy: 'npm run db:migrate' });
    expect(healthy).toBe(false);
    expect(formatDiagnosis({ healthy, checks })).toContain('✗ OpenAI');
    expect(JSON.stringify(checks)).not.toContain(wrong);
  }, 60_000);
});

test.each([
  ['one that keeps schemas', {}, 'ok', /local-model at .*keeps schemas/],
  ['one that does not', { keepsSchemas: false }, 'note', /does not keep schemas/],
  [
    'one that still loads',
    { script: [{ on: 'chat/completions', answer: modelServerAnswers.loading }] },
    'note',
    /not ready/,
  ],
  ['one without this model', { model: 'another' }, 'failed', /no local-model/],
])('of a model server of one’s own it says what it is: %s', async (_, change, state, detail) => {
  const server = await startModelServer('vLLM', change);
  const { states } = await examine({ OPENAI_BASE_URL: server.baseUrl, OPENAI_MODEL: 'local-model' });
  await server.close();
  expect(states['model server']).toMatchObject({ state, detail: expect.stringMatching(detail) });
});

test.each([
  ['one that lists no models', {}, 'ok', /answers/],
  ['one with the model', { models: ['whisper-1'] }, 'ok', /whisper-1 at/],
  ['one with others', { models: ['tiny'] }, 'note', /not among the models/],
  ['one that wants a key', { models: [], apiKey: 'k' }, 'failed', /the key is refused/],
])('of a transcription server of one’s own it says what it is: %s', async (_, change, state, detail) => {
  const server = await startTranscription(change);
  const { states } = await examine({ TRANSCRIBE_BASE_URL: server.baseUrl, ASSEMBLYAI_API_KEY: 'not-asked' });
  await server.close();
  expect(states['transcription server']).toMatchObject({ state, detail: expect.stringMatching(detail) });
  expect(states).not.toHaveProperty('AssemblyAI');
});

test.each([
  ['8.0.35', 'ok'],
  ['8.4.3-log', 'ok'],
  ['5.7.44', 'failed'],
  ['10.11.6-MariaDB-0+deb12u1', 'ok'],
  ['11.4.2-MariaDB', 'ok'],
  ['10.6.18-MariaDB', 'failed'],
])('a server that says %s is judged %s', (said, state) => {
  expect(judgeVersion(said)).toMatchObject({ state });
});

test('clocks, versions of Node and models that end are judged', () => {
  expect(judgeSkew(-4000, 0)).toMatchObject({ state: 'ok' });
  expect(judgeSkew(-9000, 100)).toMatchObject({ state: 'failed', detail: '9.0 s apart' });
  expect([checkNode('20.1.0').state, checkNode('22.1.0').state, checkNode('24.0.0').state]).toEqual([
    'failed',
    'note',
    'ok',
  ]);
  const now = Date.parse('2026-11-23');
  const states = [null, '2027-11-01', '2026-12-20', '2026-11-01'].map((date) => judgeShutdown('m', date, now).state);
  expect(states).toEqual(['ok', 'ok', 'note', 'failed']);
});
