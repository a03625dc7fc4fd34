import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { StorageAudioStore } from '@tulkka/shared/audio-storage';
import { type AudioStore, FolderAudioStore } from '@tulkka/shared/audio-store';
import { quoteKey } from '@tulkka/shared/clips';
import { withSetItem } from '@tulkka/shared/exercises';
import { connectSupabase, type ExerciseSet, ExerciseSetStore, LessonNews, LessonStore } from '@tulkka/shared/lessons';
import { Publisher } from '@tulkka/shared/publishing';
import { ClipRepository, RecordingAudioRepository, WatermarkRepository } from '@tulkka/shared/repositories';
import { listen, toneFile } from '../../../../tests/harness/lesson-sound.ts';
import { createTestDatabase, type TestDatabase } from '../../../../tests/harness/test-databases.ts';
import { startTestSupabase, type TestSupabase } from '../../../../tests/harness/test-supabase.ts';
import { keepLines } from '../../../shared/tests/zoom/harness.ts';
import { cutForChangedSets } from '../../src/clips/follow-sets.ts';

const folder = mkdtempSync(join(tmpdir(), 'tulkka-follow-'));
const store = new FolderAudioStore(folder);
let supabase: TestSupabase;
let games: TestDatabase;
let sets: ExerciseSetStore;
beforeAll(async () => {
  [supabase, games] = await Promise.all([startTestSupabase(), createTestDatabase('sqlite')]);
  sets = new ExerciseSetStore(connectSupabase(supabase.url, supabase.key));
}, 90_000);
afterAll(async () => {
  await supabase.close();
  await games.drop();
  rmSync(folder, { recursive: true, force: true });
});

/** Every sentence in a tone of its own. */
const spoken = ['I bought a suitcase.', 'The train was late.', 'We missed the ferry.'];
const hertz = [500, 900, 1300];
const cues = spoken.map((text, i) => ({ start_ms: i * 3000, end_ms: i * 3000 + 2000, speaker: 'Iris', text }));
const sound = toneFile(
  10_000,
  cues.map(({ start_ms, end_ms }, i) => ({ startMs: start_ms, endMs: end_ms, hertz: hertz[i] ?? 0 })),
);

const card = (word: string, quote: string) => ({
  word,
  translation: null,
  definition: `what ${word} means`,
  part_of_speech: 'noun' as const,
  example_sentence: quote,
  difficulty: 'easy' as const,
  source_quote: quote,
});

/** A set with one card, of a lesson whose sound is kept. */
async function makeSet(recording_id: string): Promise<ExerciseSet> {
  const lessons = new LessonStore(connectSupabase(supabase.url, supabase.key));
  const { lesson } = await lessons.add({
    recording_id,
    source: 'inbox',
    topic: recording_id,
    started_at: '2026-11-20T09:00:00.000Z',
    status: 'completed',
    resume_status: 'pending_processing',
    class_id: 'b1',
    cues,
    speakers: ['Iris'],
  });
  const audio_name = `recordings/${recording_id}.wav`;
  await store.put(audio_name, Readable.from([sound]));
  await new RecordingAudioRepository(games.db).keep(recording_id, 'b1', [{ audio_name, offset_ms: 0 }]);
  const { set } = await sets.add({
    recording_id,
    zoom_summary_id: lesson.id,
    class_id: 'b1',
    teacher_id: 'iris',
    user_id: null,
    lesson_number: 1,
    title: recording_id,
    prompt_version: null,
    status: 'pending_review',
    exercises: {
      lesson_number: 1,
      flashcards: [card('suitcase', spoken[0] ?? '')],
      spelling: [],
      fill_in_blank: [],
      grammar: [],
      sentence_builder: [],
      total_exercises: 1,
      quality_passed: false,
      quality: { rules_checked: [], dropped: [], notes: [] },
      analysis: { vocabulary: [], corrections: [], sentences: [] },
      engine: 'rules',
    },
  });
  return set;
}

const log = keepLines();
const follow = (audioStore: AudioStore = store) => {
  const { db } = games;
  const recordings = new RecordingAudioRepository(db);
  const clips = { audioStore, clips: new ClipRepository(db), recordings, listening: null };
  const news = new LessonNews(connectSupabase(supabase.url, supabase.key));
  return cutForChangedSets({ news, sets, watermarks: new WatermarkRepository(db), clips }, log);
};
const clipsOf = (recordingId: string) => new ClipRepository(games.db).listOfRecordings([recordingId]);
const withCard = (set: ExerciseSet, i: number) =>
  withSetItem(set.exercises, { kind: 'flashcards', item: card(`word ${i}`, spoken[i] ?? '') });

test('what is added to a set, and what is mended in the games, is heard as it was said', async () => {
  const set = await makeSet('followed');
  await follow();
  expect(await clipsOf('followed')).toHaveLength(1);

  const edited = await sets.edit(set, withCard(set, 1), { by: 'iris' });
  expect(await follow()).toBe(1);
  const publisher = new Publisher(games.db, sets);
  const published = await publisher.approve(edited, 'iris');
  await publisher.mend(published, withCard(published, 2), { by: 'iris' });
  expect(await follow()).toBe(1);
  expect(await follow()).toBe(0);

  const clip = (await clipsOf('followed')).find(({ quote_key }) => quote_key === quoteKey(spoken[2] ?? ''));
  const heard = listen(await buffer(await store.read(clip?.audio_name ?? '')), hertz);
  expect(heard.msOf).toEqual({ 500: 0, 900: 0, 1300: expect.any(Number) });
  expect(heard.msOf[1300]).toBeGreaterThan(1800);
});

test('without its recording a set is left as it is', async () => {
  const set = await makeSet('let-go');
  await new RecordingAudioRepository(games.db).forget('let-go');
  await sets.edit(set, withCard(set, 1), { by: 'iris' });
  expect(await follow()).toBe(0);
});

test('what is wrong with the sound of a recording is noted until it can be read', async () => {
  const set = await makeSet('damaged');
  const recordings = new RecordingAudioRepository(games.db);
  await store.put('recordings/damaged.wav', Readable.from([Buffer.from('no sound')]));
  expect(await follow()).toBe(0);
  expect(await recordings.findProblem('damaged')).toBe('unreadable');
  await store.put('recordings/damaged.wav', Readable.from([sound]));
  await sets.edit(set, withCard(set, 1), { by: 'iris' });
  expect(await follow()).toBe(2);
  expect(await recordings.findProblem('damaged')).toBeNull();
});

test('a store that is away is asked again, and nothing is missed', async () => {
  await follow();
  await makeSet('away');
  await expect(follow(new StorageAudioStore('http://127.0.0.1:9', 'key'))).rejects.toMatchObject({ retryable: true });
  expect(await clipsOf('away')).toEqual([]);
  expect(await follow()).toBe(1);
});

test('a set that cannot be read holds up no other', async () => {
  const broken = await makeSet('broken');
  await connectSupabase(supabase.url, supabase.key)
    .from('lesson_exercises')
    .update({ exercises: { flashcards: 'none' } })
    .eq('id', broken.id);
  await makeSet('behind-it');
  expect(await follow()).toBe(1);
  expect(await clipsOf('behind-it')).toHaveLength(1);
  expect(log.lines.map(({ message }) => message)).toContain('a changed set has no new clips');
});
