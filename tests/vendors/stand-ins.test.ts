import { Ajv } from 'ajv';
import { startAssemblyai } from './assemblyai.ts';
import { assemblyaiAnswers, openaiAnswers, zoomAnswers } from './descriptions.ts';
import { answers, rateLimited, startOpenai } from './openai.ts';
import type { SeenRequest } from './stand-in.ts';
import { startZoom } from './zoom.ts';

const ajv = new Ajv({ allErrors: true, allowUnionTypes: true });

/** Every JSON answer that was given keeps its description; returns the kinds of answers that were given. */
function checkAnswers(requests: readonly SeenRequest[], descriptions: Record<string, object>): string[] {
  const kinds = requests.flatMap(({ operation, status, answer }) =>
    answer === undefined ? [] : [`${operation} ${status}`],
  );
  for (const { operation, status, answer } of requests) {
    if (answer === undefined) continue;
    const schema = descriptions[`${operation} ${status}`];
    if (!schema) throw new Error(`There is no description of ${operation} ${status}.`);
    // What travels is JSON: a field that is undefined is not there.
    const valid = ajv.validate(schema, JSON.parse(JSON.stringify(answer)));
    expect([operation, status, valid ? [] : ajv.errors]).toEqual([operation, status, []]);
  }
  return [...new Set(kinds)].sort();
}

const post = (url: string, headers: Record<string, string>, body: string | Uint8Array) =>
  fetch(url, { method: 'POST', headers, body });

test('Zoom’s stand-in answers as described', async () => {
  const file = {
    recording_start: '2026-11-20T09:00:20Z',
    recording_end: '2026-11-20T09:31:02Z',
    content: { zeros: 9 },
  };
  const running = { ...file, recording_end: '', file_type: '', status: 'processing', content: { zeros: 0 } };
  const meeting = { id: 6840331990, host_id: 'u', topic: 'Lesson', start_time: '2026-11-20T09:00:12Z' };
  const zoom = await startZoom({
    users: [{ id: 'u', email: 'u@example.com' }, { email: 'pending@example.com' }],
    meetings: [
      {
        ...meeting,
        uuid: 'done==',
        files: [
          { ...file, file_type: 'M4A' },
          { ...file, file_type: 'TIMELINE' },
        ],
      },
      { ...meeting, uuid: 'running==', files: [running] },
    ],
  });
  const basic = { authorization: `Basic ${Buffer.from('client-id:client-secret').toString('base64')}` };
  const grant = (form: Record<string, string>) =>
    fetch(`${zoom.oauthBaseUrl}/token`, { method: 'POST', headers: basic, body: new URLSearchParams(form) });
  const granted = await (await grant({ grant_type: 'refresh_token', refresh_token: 'refresh-0' })).json();
  await grant({ grant_type: 'refresh_token', refresh_token: 'refresh-0' });
  await grant({ grant_type: 'account_credentials', account_id: 'account-id' });
  const get = (path: string, token = String((granted as { access_token: string }).access_token)) =>
    fetch(`${zoom.apiBaseUrl}${path}`, { headers: { authorization: `Bearer ${token}` } });
  await get('/users');
  await get('/users', 'wrong');
  const listed = await (await get('/users/u/recordings?from=2026-11-01&to=2026-11-24')).json();
  expect(listed).toMatchObject({
    meetings: [{ uuid: 'done==' }, { uuid: 'running==', total_size: 0, recording_count: 0 }],
  });
  // Without dates Zoom gives almost nothing, and a longer span than a month it cuts without a word.
  expect(await (await get('/users/u/recordings')).json()).toMatchObject({ meetings: [] });
  const clipped = await (await get('/users/u/recordings?from=2026-06-01&to=2026-11-24')).json();
  expect(clipped).toMatchObject({ from: '2026-10-24', to: '2026-11-24' });
  await get('/users/u/recordings?from=yesterday');
  await get('/users/gone/recordings');
  await get(`/meetings/${encodeURIComponent('done==')}/recordings`);
  await get('/meetings/gone/recordings');
  expect(checkAnswers(zoom.requests, zoomAnswers)).toEqual(Object.keys(zoomAnswers).sort());
  expect(zoom.state.oauth.reusedRefreshTokens).toBe(1);
  await zoom.close();
});

test('AssemblyAI’s stand-in answers as described', async () => {
  const vendor = await startAssemblyai();
  const headers = { authorization: 'aai-key' };
  await post(`${vendor.url}/v2/upload`, { authorization: 'Bearer aai-key' }, new Uint8Array(5));
  const upload = (await (await post(`${vendor.url}/v2/upload`, headers, new Uint8Array(5))).json()) as {
    upload_url: string;
  };
  vendor.state.results = [{ error: 'Audio duration is too short.' }, ...vendor.state.results];
  const submit = (params: object) => post(`${vendor.url}/v2/transcript`, headers, JSON.stringify(params));
  await submit({ audio_url: upload.upload_url, speaker_labels: true });
  await submit({ audio_url: upload.upload_url, speaker_labels: true });
  await submit({ audio_url: upload.upload_url, speech_model: 'best' });
  for (const { id } of [...vendor.state.jobs]) {
    for (let poll = 0; poll < 3; poll += 1) await fetch(`${vendor.url}/v2/transcript/${id}`, { headers });
  }
  await fetch(`${vendor.url}/v2/transcript/gone`, { headers });
  await fetch(`${vendor.url}/v2/transcript?limit=1`, { headers });
  expect(checkAnswers(vendor.requests, assemblyaiAnswers)).toEqual(Object.keys(assemblyaiAnswers).sort());
  expect(vendor.state.paidJobs).toBe(2);
  await vendor.close();
});

test('OpenAI’s stand-in answers as described', async () => {
  const vendor = await startOpenai();
  const headers = { authorization: 'Bearer openai-key' };
  const ask = (body: object, key = headers) =>
    post(`${vendor.baseUrl}/responses`, key, JSON.stringify({ model: 'gpt-6-luna', ...body }));
  await ask({ input: 'Ana: Naughty means he does bad things.' });
  await ask({ input: 'x', temperature: 1 });
  await ask({ input: 'x', model: 'gpt-4' });
  await ask({ input: 'x' }, { authorization: 'Bearer wrong' });
  const scripted = [
    answers.refusal,
    answers.cutOff,
    answers.filtered,
    answers.failed,
    answers.noQuota,
    answers.serverError,
  ];
  for (const answer of [...scripted, rateLimited(3)]) {
    vendor.script.push({ on: 'responses', answer });
    await ask({ input: 'x' });
  }
  await fetch(`${vendor.baseUrl}/models`, { headers });
  expect(checkAnswers(vendor.requests, openaiAnswers)).toEqual(Object.keys(openaiAnswers).sort());
  await vendor.close();
});

test('the speech of OpenAI’s stand-in is audio', async () => {
  const vendor = await startOpenai();
  const speak = async (format: string) => {
    const body = JSON.stringify({ model: 'tts', voice: 'alloy', input: 'Hello.', response_format: format });
    const response = await post(`${vendor.baseUrl}/audio/speech`, { authorization: 'Bearer openai-key' }, body);
    return { type: response.headers.get('content-type'), bytes: Buffer.from(await response.arrayBuffer()) };
  };
  const mp3 = await speak('mp3');
  expect(mp3.type).toBe('audio/mpeg');
  expect(mp3.bytes.readUInt16BE(0)).toBe(0xfffb);
  expect(mp3.bytes.readUInt16BE(417)).toBe(0xfffb);
  const wav = await speak('wav');
  expect(wav.bytes.toString('latin1', 0, 4)).toBe('RIFF');
  expect(wav.bytes.readUInt32LE(4)).toBe(wav.bytes.length - 8);
  await vendor.close();
});

test('a stand-in is steered from another process', async () => {
  const vendor = await startOpenai();
  const script = [{ on: 'models', answer: { status: 418, body: 'no' } }];
  await post(`${vendor.url}/__control`, {}, JSON.stringify({ script, state: { models: ['other'] } }));
  const models = () => fetch(`${vendor.baseUrl}/models`, { headers: { authorization: 'Bearer openai-key' } });
  expect((await models()).status).toBe(418);
  expect(await (await models()).json()).toMatchObject({ data: [{ id: 'other' }] });
  const seen = (await (await fetch(`${vendor.url}/__control`)).json()) as { requests: unknown[] };
  expect(seen.requests).toHaveLength(2);
  await vendor.close();
});
