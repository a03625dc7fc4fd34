import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { seedStarterContent } from '@tulkka/shared/database';
import { onEveryDatabase } from '../../../../tests/harness/test-databases.ts';
import { Speech } from '../../src/speech/speech.ts';
import { createTestApi, type TestApi } from '../test-api.ts';

onEveryDatabase((database) => {
  const folder = mkdtempSync(join(tmpdir(), 'tulkka-speech-'));
  const apis: TestApi[] = [];
  const boot = async (engines: ConstructorParameters<typeof Speech>[0]): Promise<TestApi> => {
    const plain = await createTestApi(database());
    const speech = new Speech(engines, folder, plain.context.log);
    const api = await createTestApi(database(), { overrides: { speech } });
    apis.push(plain, api);
    return api;
  };
  beforeAll(() => seedStarterContent(database().db));
  afterAll(async () => {
    for (const api of apis) await api.close();
    rmSync(folder, { recursive: true, force: true });
  });

  const firstItem = async (api: TestApi) => (await api.agent.get('/api/v1/sentence/items?limit=1')).body.items[0];

  test('without an engine the device speaks', async () => {
    const api = await boot([]);
    const item = await firstItem(api);
    const { body } = await api.agent.get(`/api/v1/sentence/items/${item.id}/tts`);
    expect(body).toEqual({ item_id: item.id, sentence: item.english_sentence, tts_url: null, source: 'device' });
    expect((await api.agent.get('/api/v1/sentence/items/nowhere/tts')).status).toBe(404);
  });

  test('with an engine the sentence is spoken once and can be played, and a stored recording wins', async () => {
    const spoken: string[] = [];
    const speak = async (text: string): Promise<Buffer> => {
      spoken.push(text);
      return Buffer.from(`RIFF${text}`);
    };
    const api = await boot([{ name: 'test', extension: 'wav', speak }]);
    const item = await firstItem(api);
    const ask = async () => (await api.agent.get(`/api/v1/sentence/items/${item.id}/tts`)).body;
    const first = await ask();
    expect(first).toMatchObject({ source: 'generated', tts_url: expect.stringContaining('/api/v1/audio/sentences/') });
    // The test agent listens on a new port for each call, so only the paths are alike.
    expect(new URL((await ask()).tts_url).pathname).toBe(new URL(first.tts_url).pathname);
    expect(spoken).toEqual([item.english_sentence]);
    const heard = await api.agent.get(new URL(first.tts_url).pathname);
    expect(heard.status).toBe(200);
    expect(heard.body.toString()).toBe(`RIFF${item.english_sentence}`);
    const stored = 'https://media.example/a.mp3';
    await database().db('sentence_items').where({ id: item.id }).update({ audio_url: stored });
    expect(await ask()).toMatchObject({ source: 'stored', tts_url: stored });
  });
});
