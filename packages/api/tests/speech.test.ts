import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { findSpeakingPrograms } from '@tulkka/shared/programs';
import { onEveryDatabase } from '../../../tests/harness/test-databases.ts';
import { Espeak } from '../src/speech/espeak.ts';
import { Flite } from '../src/speech/flite.ts';
import { Speech } from '../src/speech/speech.ts';
import { SpeechServer } from '../src/speech/speech-server.ts';
import { startSpeech } from './speech-stand-in.ts';
import { createTestApi, type TestApi } from './test-api.ts';

const engines = findSpeakingPrograms();
const withEngine = engines.length > 0 ? test : test.skip;
const withFlite = engines.includes('flite') ? test : test.skip;
for (const name of ['flite', 'espeak-ng'] as const) {
  if (!engines.includes(name)) process.stderr.write(`NOT COVERED on this machine: the real ${name} (none found)\n`);
}

onEveryDatabase((database) => {
  let speech: Awaited<ReturnType<typeof startSpeech>>;
  let api: TestApi;
  beforeAll(async () => {
    speech = await startSpeech();
    api = await createTestApi(database(), {
      env: { SPEECH_BASE_URL: `${speech.url}/v1`, SPEECH_API_KEY: 'sk-speech-key' },
    });
  });
  afterAll(async () => {
    await api.close();
    await speech.close();
  });

  async function makeWord(word: string, audio: string | null = null): Promise<string> {
    const list = await api.as('mia').post('/api/v1/word-lists').send({ name: 'List', class_id: 'b1' });
    const made = await api.as('mia').post(`/api/v1/word-lists/${list.body.id}/words`).send({ word });
    await database().db('words').where({ id: made.body.id }).update({ pronunciation_audio_url: audio });
    return String(made.body.id);
  }
  const pronounce = (id: string, user = 'mia') => api.as(user).get(`/api/v1/spelling/pronunciations/${id}`);

  test('a stored recording is used as it is', async () => {
    const id = await makeWord('ticket', 'https://cdn.example/ticket.mp3');
    expect((await pronounce(id)).body).toEqual({
      word: 'ticket',
      language: 'en',
      pronunciation_url: 'https://cdn.example/ticket.mp3',
      source: 'stored',
    });
  });

  test('a recording is generated once, and served with caching and ranges', async () => {
    const id = await makeWord('queue');
    const [first, ...others] = await Promise.all([pronounce(id), pronounce(id), pronounce(id)]);
    expect(first?.body.source).toBe('generated');
    const pathOf = (url: string) => new URL(url).pathname;
    for (const other of others) {
      expect(pathOf(other.body.pronunciation_url)).toBe(pathOf(first?.body.pronunciation_url));
    }
    expect(speech.state.spoken.filter((text) => text === 'queue')).toHaveLength(1);
    expect(speech.requests[0]?.headers.authorization).toBe('Bearer sk-speech-key');
    const { pathname } = new URL(first?.body.pronunciation_url);
    const whole = await api.agent.get(pathname).buffer();
    expect([whole.status, whole.type, whole.body.toString()]).toEqual([200, 'audio/mpeg', 'ID3 queue']);
    expect(whole.headers['cache-control']).toBe('public, max-age=31536000, immutable');
    expect(whole.headers['cross-origin-resource-policy']).toBe('cross-origin');
    const part = await api.agent.get(pathname).set('Range', 'bytes=4-6').buffer();
    expect([part.status, part.body.toString(), part.headers['content-range']]).toEqual([206, 'que', 'bytes 4-6/9']);
    expect((await api.agent.get(pathname).set('Range', 'bytes=99-')).body.code).toBe('validation_error');
    expect((await api.agent.get(pathname).set('If-None-Match', whole.headers.etag ?? '')).status).toBe(304);
  });

  test('another process, whose folder is empty, makes the recording anew', async () => {
    const id = await makeWord('harbour');
    const { pathname } = new URL((await pronounce(id)).body.pronunciation_url);
    const other = await createTestApi(database(), { env: { SPEECH_BASE_URL: `${speech.url}/v1` } });
    expect((await other.agent.get(pathname)).status).toBe(200);
    await other.close();
  });

  test('only who knows the text finds its recording', async () => {
    const [one, two] = [await makeWord('lighthouse'), await makeWord('anchor')];
    const { pathname } = new URL((await pronounce(one)).body.pronunciation_url);
    expect((await api.agent.get(pathname.replace(one, two))).status).toBe(404);
    expect((await api.agent.get(pathname.replace(/[0-9a-f]{40}/, '0'.repeat(40)))).status).toBe(404);
    expect((await api.agent.get(pathname.replace(/[^/]+$/, '..%2f..%2fgames.sqlite'))).status).toBe(400);
    expect((await pronounce(one, 'tom')).status).toBe(404);
  });

  test('without an engine, or with one that fails, the device is to speak, and a failing one is not asked again at once', async () => {
    const id = await makeWord('silence');
    const path = `/api/v1/spelling/pronunciations/${id}`;
    const { config, secrets, log } = api.context;
    if (!config.speech) throw new Error('The tests have a speech server.');
    // The machine's own engine would step in.
    const [server, folder] = [
      new SpeechServer(config.speech, secrets.speechApiKey),
      mkdtempSync(join(tmpdir(), 'tulkka-speech-')),
    ];
    const failing = await createTestApi(database(), { overrides: { speech: new Speech([server], folder, log) } });
    speech.script.push({ on: 'speak', answer: { status: 500, body: 'broken' } });
    const first = await failing.as('mia').get(path);
    expect(first.body).toMatchObject({ pronunciation_url: null, source: 'device' });
    const asked = speech.requests.length;
    expect((await failing.as('mia').get(path)).body.source).toBe('device');
    expect(speech.requests).toHaveLength(asked);
    await failing.close();
    rmSync(folder, { recursive: true });
    const mute = await createTestApi(database(), { overrides: { speech: new Speech([], '/nowhere', log) } });
    expect((await mute.as('mia').get(path)).body.source).toBe('device');
    await mute.close();
  });

  withEngine('where the speech server fails, the machine’s own engine speaks', async () => {
    const id = await makeWord('whisper');
    speech.script.push({ on: 'speak', answer: { status: 500, body: 'broken' } });
    const { body } = await pronounce(id);
    expect(body).toMatchObject({ source: 'generated', pronunciation_url: expect.stringMatching(/\.wav$/) });
    const recording = await api.agent.get(new URL(body.pronunciation_url).pathname).buffer();
    expect(recording.headers['content-type']).toMatch(/^audio\//);
    expect(recording.body.subarray(0, 4).toString()).toBe('RIFF');
  });

  test('espeak-ng gets the text on its standard input, and what it writes is the recording', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'tulkka-espeak-'));
    const command = join(folder, 'espeak-ng');
    writeFileSync(command, '#!/bin/sh\nprintf "RIFF "; cat\n');
    chmodSync(command, 0o755);
    const engine = new Espeak(command);
    expect((await engine.speak('--help $(id)')).toString()).toBe('RIFF --help $(id)');
    writeFileSync(command, '#!/bin/sh\nexit 1\n');
    await expect(engine.speak('word')).rejects.toThrow(/ended with code 1/);
    await expect(new Espeak(join(folder, 'missing')).speak('word')).rejects.toThrow();
    rmSync(folder, { recursive: true });
  });

  test('flite gets the text on its standard input, and what it leaves in its file is the recording', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'tulkka-flite-'));
    const command = join(folder, 'flite');
    const stand = (script: string) => {
      writeFileSync(command, `#!/bin/sh\n${script}\n`);
      chmodSync(command, 0o755);
    };
    const engine = new Flite(command);
    stand('{ printf "%044d" 0; cat; } > "$4"');
    expect((await engine.speak('--help $(id) café')).subarray(44).toString()).toBe('--help $(id) cafe');
    stand('printf "%044d" 0 > "$4"');
    await expect(engine.speak('word')).rejects.toThrow(/said nothing/);
    stand('exit 1');
    await expect(engine.speak('word')).rejects.toThrow(/ended with code 1/);
    await expect(new Flite(join(folder, 'missing')).speak('word')).rejects.toThrow();
    rmSync(folder, { recursive: true });
  });

  withFlite('the real flite takes more time for more words, and says letters with accents', async () => {
    const lengthOf = async (text: string) => (await new Flite().speak(text)).length;
    expect((await new Flite().speak('word')).subarray(0, 4).toString()).toBe('RIFF');
    expect(await lengthOf('How long have you been learning English?')).toBeGreaterThan(2 * (await lengthOf('English')));
    expect(await lengthOf('résumé')).toBe(await lengthOf('resume'));
  });

  test('words to spell are the caller’s own of that class, in an order left to chance', async () => {
    const learner = api.as('zoe');
    const list = await learner.post('/api/v1/word-lists').send({ name: 'Spell', class_id: 'spell' });
    for (let i = 0; i < 12; i++) {
      const difficulty = i < 4 ? 'easy' : 'hard';
      await learner.post(`/api/v1/word-lists/${list.body.id}/words`).send({ word: `word ${i}`, difficulty });
    }
    const words = async (query: object, user = 'zoe'): Promise<string[]> =>
      (
        await api
          .as(user)
          .get('/api/v1/spelling/words')
          .query({ class_id: 'spell', ...query })
      ).body.words.map((word: { word: string }) => word.word);
    const orders = new Set<string>();
    for (let i = 0; i < 8; i++) orders.add((await words({})).join());
    expect(orders.size).toBeGreaterThan(1);
    expect((await words({ difficulty: 'easy' })).sort()).toEqual(['word 0', 'word 1', 'word 2', 'word 3']);
    expect(await words({ limit: 5 })).toHaveLength(5);
    expect(await words({}, 'tom')).toEqual([]);
    expect((await learner.get('/api/v1/spelling/words')).status).toBe(400);
  });
});
