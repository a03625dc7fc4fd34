import { randomBytes } from 'node:crypto';
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { StorageAudioStore } from '@tulkka/shared/audio-storage';
import { type AudioStore, FolderAudioStore } from '@tulkka/shared/audio-store';
import { NotFoundError } from '@tulkka/shared/errors';
import { startTestSupabase } from '../../../../tests/harness/test-supabase.ts';
import type { StandIn } from '../../../../tests/vendors/stand-in.ts';
import { type SupabaseStorageState, startSupabaseStorage } from '../../../../tests/vendors/supabase-storage.ts';

interface Place {
  store: AudioStore;
  close(): Promise<void>;
}

/** The same rules for every store, also for servers that we did not write. */
const places: Record<string, () => Promise<Place>> = {
  'a folder': async () => {
    const folder = mkdtempSync(join(tmpdir(), 'tulkka-sound-'));
    return { store: new FolderAudioStore(folder), close: async () => rmSync(folder, { recursive: true }) };
  },
  'hosted Storage': async () => {
    const server = await startSupabaseStorage();
    return { store: new StorageAudioStore(server.url, server.state.key), close: () => server.close() };
  },
  'the Storage of Supabase Lite': async () => {
    const lite = await startTestSupabase('pglite', { storage: true });
    return { store: new StorageAudioStore(lite.url, lite.key), close: () => lite.close() };
  },
};

const namesIn = async (store: AudioStore) =>
  (await Array.fromAsync(store.list('recordings'))).map(({ name, size }) => `${name} ${size}`).sort();

describe.each(Object.entries(places))('in %s', (_, open) => {
  let place: Place;
  beforeAll(async () => {
    place = await open();
  }, 90_000);
  afterAll(() => place.close());
  const store = () => place.store;

  test('there is nothing before something is put', async () => {
    expect(await namesIn(store())).toEqual([]);
    expect(await store().sizeOf('recordings/none.m4a')).toBeUndefined();
    await expect(store().read('recordings/none.m4a')).rejects.toThrow(NotFoundError);
    await store().delete(['recordings/none.m4a']);
  });

  test('what was put comes back whole and in parts, is listed, replaced and removed', async () => {
    const content = randomBytes(300_000);
    await store().put('recordings/a.m4a', Readable.from([content.subarray(0, 100_000), content.subarray(100_000)]));
    await store().put('clips/a.m4a', Readable.from([Buffer.from('clip')]));
    expect(await store().sizeOf('recordings/a.m4a')).toBe(300_000);
    expect(Buffer.compare(await buffer(await store().read('recordings/a.m4a')), content)).toBe(0);
    for (const [from, to] of [
      [0, 0],
      [99_990, 100_010],
      [299_999, 299_999],
    ] as const) {
      const part = await buffer(await store().read('recordings/a.m4a', { from, to }));
      expect(Buffer.compare(part, content.subarray(from, to + 1))).toBe(0);
    }
    await store().put('recordings/a.m4a', Readable.from([Buffer.from('shorter')]));
    expect(await namesIn(store())).toEqual(['recordings/a.m4a 7']);
    const [listed] = await Array.fromAsync(store().list('recordings'));
    expect(Math.abs(Date.now() - (listed?.storedAt.getTime() ?? 0))).toBeLessThan(60_000);
    await store().delete(['recordings/a.m4a', 'recordings/none.m4a']);
    expect(await namesIn(store())).toEqual([]);
    expect((await buffer(await store().read('clips/a.m4a'))).toString()).toBe('clip');
  });

  test('an upload that breaks off leaves nothing', async () => {
    async function* breaking() {
      yield randomBytes(50_000);
      throw new Error('the line is cut');
    }
    await expect(store().put('recordings/cut.m4a', Readable.from(breaking()))).rejects.toThrow();
    expect(await store().sizeOf('recordings/cut.m4a')).toBeUndefined();
    expect(await namesIn(store())).toEqual([]);
  });

  test('what broke off before it was asked for is refused, and waits for nothing', async () => {
    const gone = Readable.from([randomBytes(10)]).on('error', () => undefined);
    gone.destroy(new Error('the line is cut'));
    await expect(store().put('recordings/gone.m4a', gone)).rejects.toThrow();
    expect(await namesIn(store())).toEqual([]);
  });

  test.each(['../keys.json', 'recordings/../../keys.json', 'recordings/a/b', '/etc/passwd', 'recordings/.hidden', ''])(
    'a name that leads elsewhere is refused: %s',
    async (name) => {
      await expect(store().put(name, Readable.from([Buffer.from('x')]))).rejects.toThrow(RangeError);
      await expect(store().read(name)).rejects.toThrow(RangeError);
      await expect(store().delete([name])).rejects.toThrow(RangeError);
    },
  );
});

describe('hosted Storage that refuses', () => {
  let server: StandIn<SupabaseStorageState>;
  beforeEach(async () => {
    server = await startSupabaseStorage({ fileSizeLimit: 10 });
  });
  afterEach(() => server.close());
  const put = (bytes: number) =>
    new StorageAudioStore(server.url, server.state.key).put('recordings/a.m4a', Readable.from([randomBytes(bytes)]));

  test('a file above the project’s limit is refused for good, with the remedy', async () => {
    await expect(put(11)).rejects.toMatchObject({
      retryable: false,
      message: expect.stringContaining('raise the file size limit'),
    });
  });

  test('a server that is away or overloaded is worth another try', async () => {
    server.script.push({ on: 'upload', answer: { status: 503, body: {} } });
    await expect(put(1)).rejects.toMatchObject({ code: 'dependency_unavailable', retryable: true });
    server.script.push({ on: 'bucket', answer: { drop: true } });
    await expect(put(1)).rejects.toMatchObject({ code: 'dependency_unavailable', retryable: true });
    await put(1);
    expect(Object.keys(server.state.files)).toEqual(['lesson-audio/recordings/a.m4a']);
  });
});

test('what a crash left half written is no file of a folder', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'tulkka-sound-'));
  const store = new FolderAudioStore(folder);
  await store.put('recordings/a.m4a', Readable.from([Buffer.from('sound')]));
  expect(readdirSync(join(folder, 'recordings'))).toEqual(['a.m4a']);
  rmSync(folder, { recursive: true });
});
