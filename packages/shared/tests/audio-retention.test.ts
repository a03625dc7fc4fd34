import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { removeOutdatedAudio } from '@tulkka/shared/audio-retention';
import { FolderAudioStore } from '@tulkka/shared/audio-store';
import { ClassRepository, ClipRepository, type KeepAudio, RecordingAudioRepository } from '@tulkka/shared/repositories';
import { onEveryDatabase } from '../../../tests/harness/test-databases.ts';

const hour = 3_600_000;
const day = 24 * hour;

onEveryDatabase((database) => {
  let folder: string;
  let store: FolderAudioStore;
  beforeEach(async () => {
    folder = mkdtempSync(join(tmpdir(), 'tulkka-sound-'));
    store = new FolderAudioStore(folder);
    for (const table of ['clips', 'recording_audio', 'publications', 'classes']) await database().db(table).delete();
  });
  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  const put = (name: string) => store.put(name, Readable.from([Buffer.from('sound')]));

  /** A recording with one clip, of a class of its own. */
  async function makeRecording(id: string, keep_audio: KeepAudio | 'no class', isPublished = false): Promise<void> {
    const { db } = database();
    if (keep_audio !== 'no class') await new ClassRepository(db).add({ id, name: id, keep_audio });
    const recording = `recordings/${id}.m4a`;
    await put(recording);
    await new RecordingAudioRepository(db).keep(id, id, [{ audio_name: recording, offset_ms: 0 }]);
    const clip = { id, recording_id: id, class_id: id, quote_key: 'key', said_by: 'teacher' as const };
    await put(`clips/${id}.m4a`);
    await new ClipRepository(db).add({ ...clip, start_ms: 0, end_ms: 900, audio_name: `clips/${id}.m4a` });
    if (!isPublished) return;
    const row = { recording_id: id, exercise_set_id: id, class_id: id, published: '{}', created_at: new Date() };
    await db('publications').insert(row);
  }

  const run = (at = Date.now(), awaited: string[] = []) =>
    removeOutdatedAudio({ games: database().db, audioStore: store, listAwaited: async () => new Set(awaited) }, at);

  const left = async () =>
    [...(await Array.fromAsync(store.list('recordings'))), ...(await Array.fromAsync(store.list('clips')))].map(
      ({ name }) => name,
    );

  test('the recording goes once its exercises are published, and the clips stay', async () => {
    await makeRecording('published', 'clips', true);
    await makeRecording('waiting', 'clips');
    await makeRecording('kept', 'all', true);
    expect(await run()).toEqual({ recordings: 1, clips: 0, uploads: 0, orphans: 0 });
    expect(await left()).toEqual([
      'recordings/kept.m4a',
      'recordings/waiting.m4a',
      'clips/kept.m4a',
      'clips/published.m4a',
      'clips/waiting.m4a',
    ]);
    expect(await run()).toEqual({ recordings: 0, clips: 0, uploads: 0, orphans: 0 });
  });

  test('what is never published goes after thirty days; whole recordings stay where the class keeps them', async () => {
    await makeRecording('waiting', 'clips');
    await makeRecording('kept', 'all');
    expect((await run(Date.now() + 29 * day)).recordings).toBe(0);
    expect((await run(Date.now() + 31 * day)).recordings).toBe(1);
    expect(await left()).toEqual(['recordings/kept.m4a', 'clips/kept.m4a', 'clips/waiting.m4a']);
  });

  test('all sound goes with the class, and with its change of mind', async () => {
    await makeRecording('changed', 'all', true);
    await makeRecording('gone', 'no class', true);
    await new ClassRepository(database().db).update('changed', { keep_audio: 'none' });
    await run();
    expect(await left()).toEqual([]);
    expect(await database().db('clips')).toEqual([]);
    expect(await database().db('recording_audio')).toEqual([]);
  });

  test('a file that nothing names goes after a day; one that a lesson waits for stays', async () => {
    for (const name of ['recordings/lost.m4a', 'recordings/awaited.m4a', 'clips/lost.m4a']) await put(name);
    expect((await run(Date.now() + 23 * hour)).orphans).toBe(0);
    expect((await run(Date.now() + 25 * hour, ['recordings/awaited.m4a'])).orphans).toBe(2);
    expect(await left()).toEqual(['recordings/awaited.m4a']);
  });

  test('a removed clip leaves no file behind, also where its removal broke off', async () => {
    await makeRecording('kept', 'all');
    await new ClipRepository(database().db).remove('kept');
    await run(Date.now() + 25 * hour);
    expect(await left()).toEqual(['recordings/kept.m4a']);
    expect((await new ClipRepository(database().db).listKeys('kept')).has('key')).toBe(true);
  });
});
