import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { ClipCutter } from '@tulkka/processor';
import { FolderAudioStore } from '@tulkka/shared/audio-store';
import { quoteKey } from '@tulkka/shared/clips';
import { seedStarterContent } from '@tulkka/shared/database';
import type { GameType } from '@tulkka/shared/games';
import { connectSupabase, type ExerciseSet, ExerciseSetStore, type Lesson, LessonStore } from '@tulkka/shared/lessons';
import { ClipRepository, RecordingAudioRepository } from '@tulkka/shared/repositories';
import { parseTranscript } from '@tulkka/shared/transcripts';
import { toneFile } from '../../../tests/harness/lesson-sound.ts';
import type { TestDatabase } from '../../../tests/harness/test-databases.ts';
import { startTestSupabase } from '../../../tests/harness/test-supabase.ts';
import { startZoom, type ZoomStandIn } from '../../../tests/vendors/zoom.ts';
import type { Role } from '../src/access/caller.ts';
import { exampleExercises, exampleTranscript } from './example-lesson.ts';
import { startSpeech } from './speech-stand-in.ts';
import { createTestApi, type TestApi, type TestApiOptions } from './test-api.ts';

export const webhookSecret = 'a webhook secret of the tests';
export const jwtSecret = 'a secret of the tests, longer than 32 characters';

/** Who makes the right calls: the learner of a class, its teacher, and whoever may everything. */
export const people = {
  learner: { userId: 'mia', role: 'student' },
  teacher: { userId: 'ms-lee', role: 'teacher' },
  admin: { userId: 'root', role: 'admin' },
} as const satisfies Record<string, { userId: string; role: Role }>;

export type Person = keyof typeof people;

/** A small company with everything in it, to call each operation in. */
export interface World {
  api: TestApi;
  classId: string;
  otherClassId: string;
  /** A name that nothing has yet. */
  fresh(): string;
  makeList(): Promise<string>;
  makeWord(): Promise<{ listId: string; wordId: string }>;
  startSession(gameType: GameType): Promise<{ id: string; itemIds: string[] }>;
  makeLesson(status?: 'pending_processing' | 'failed'): Promise<Lesson>;
  makeExerciseSet(): Promise<ExerciseSet>;
  /** A published set of the class, and a clip of the teacher's voice in it. */
  makeClip(): Promise<{ id: string; setId: string; recordingId: string }>;
  /** The same application on the same databases, with other settings. */
  another(options: TestApiOptions): Promise<TestApi>;
  close(): Promise<void>;
}

export async function createWorld(database: TestDatabase): Promise<World> {
  const supabase = await startTestSupabase();
  await seedStarterContent(database.db);
  const [speech, zoom] = await Promise.all([startSpeech(), startZoomWithLesson()]);
  const vendors = {
    SUPABASE_URL: supabase.url,
    SUPABASE_KEY: supabase.key,
    SUPABASE_PUBLISHABLE_KEY: supabase.publishable,
    JWT_SECRET: supabase.jwtSecret,
    SPEECH_BASE_URL: `${speech.url}/v1`,
    ...zoomEnv(zoom),
  };
  const soundFolder = mkdtempSync(join(tmpdir(), 'tulkka-sound-'));
  const audioStore = new FolderAudioStore(soundFolder);
  const another = (options: TestApiOptions): Promise<TestApi> =>
    createTestApi(database, {
      ...options,
      env: { ...vendors, ...options.env },
      overrides: { audioStore, ...options.overrides },
    });
  const api = await another({});
  const connection = connectSupabase(supabase.url, supabase.key);
  const [lessons, sets] = [new LessonStore(connection), new ExerciseSetStore(connection)];
  const admin = api.as('root', 'admin');
  const learner = api.as('mia');
  await admin.post('/api/v1/classes').send({ id: 'b1', name: 'B1', teacher_id: 'ms-lee', students: ['mia'] });
  await admin.post('/api/v1/classes').send({ id: 'c2', name: 'C2', teacher_id: 'mr-kim', students: ['ken'] });

  let count = 0;
  const fresh = (): string => `thing-${++count}`;
  const makeList = async (): Promise<string> => {
    const { body } = await learner.post('/api/v1/word-lists').send({ name: fresh(), class_id: 'b1' });
    return String(body.id);
  };
  const makeWord = async () => {
    const listId = await makeList();
    const { body } = await learner.post(`/api/v1/word-lists/${listId}/words`).send({ word: fresh() });
    return { listId, wordId: String(body.id) };
  };
  const startSession = async (gameType: GameType) => {
    if (gameType === 'flashcards' || gameType === 'spelling_bee') await makeWord();
    const { body } = await learner.post('/api/v1/sessions/start').send({ game_type: gameType, mode: 'custom' });
    return { id: String(body.id), itemIds: body.item_ids as string[] };
  };
  const makeLesson = async (status: 'pending_processing' | 'failed' = 'pending_processing'): Promise<Lesson> => {
    const recording = fresh();
    const said = parseTranscript(exampleTranscript);
    const { lesson } = await lessons.add({
      recording_id: recording,
      source: 'inbox',
      topic: `Lesson ${recording}`,
      started_at: '2026-11-20T09:00:00.000Z',
      status,
      resume_status: 'pending_processing',
      class_id: 'b1',
      teacher_id: 'ms-lee',
      transcript: exampleTranscript,
      cues: said.cues,
      speakers: said.speakers,
    });
    return lessons.get(lesson.id);
  };
  const makeExerciseSet = async (): Promise<ExerciseSet> => {
    const lesson = await makeLesson();
    const { set } = await sets.add({
      recording_id: lesson.recording_id,
      zoom_summary_id: lesson.id,
      class_id: 'b1',
      teacher_id: 'ms-lee',
      user_id: null,
      lesson_number: 1,
      title: lesson.topic,
      exercises: exampleExercises,
      prompt_version: 'test',
      status: 'pending_review',
    });
    return set;
  };
  const makeClip = async () => {
    const set = await makeExerciseSet();
    const { id: setId, recording_id: recordingId } = set;
    const audio_name = `recordings/${setId}.wav`;
    await audioStore.put(audio_name, Readable.from([toneFile(20_000, [{ startMs: 2000, endMs: 4000, hertz: 700 }])]));
    await new RecordingAudioRepository(database.db).keep(recordingId, 'b1', [{ audio_name, offset_ms: 0 }]);
    const key = quoteKey(exampleExercises.flashcards[0]?.source_quote ?? '');
    const cutter = new ClipCutter(audioStore, recordingId, [{ audio_name, offset_ms: 0 }]);
    const cut = await cutter.cut(key, 2000, 4000);
    if (!cut) throw new Error('The tone can be cut.');
    const clip = { ...cut, recording_id: recordingId, class_id: 'b1', quote_key: key, said_by: 'teacher' as const };
    await new ClipRepository(database.db).add(clip);
    await api.as('ms-lee', 'teacher').post(`/api/v1/exercises/${setId}/approve`).send({});
    return { id: cut.id, setId, recordingId };
  };
  return {
    api,
    classId: 'b1',
    otherClassId: 'c2',
    fresh,
    makeList,
    makeWord,
    startSession,
    makeLesson,
    makeExerciseSet,
    makeClip,
    another,
    close: async () => {
      await api.close();
      rmSync(soundFolder, { recursive: true, force: true });
      await Promise.all([supabase.close(), speech.close(), zoom.close()]);
    },
  };
}

/** Zoom, with one recorded meeting of ms-lee's. */
function startZoomWithLesson(): Promise<ZoomStandIn> {
  const [start, end] = ['2026-11-20T09:00:00Z', '2026-11-20T09:50:00Z'];
  const file = { recording_start: start, recording_end: end, status: 'completed' };
  return startZoom({
    users: [{ id: 'host-1', email: 'lee@school.example' }],
    meetings: [
      {
        uuid: 'zoom/uuid==',
        id: 85_746_065_432,
        host_id: 'host-1',
        topic: 'B1 on Friday',
        start_time: start,
        duration: 50,
        files: [{ ...file, file_type: 'M4A', recording_type: 'audio_only', content: { text: 'audio' } }],
      },
    ],
  });
}

const zoomEnv = (zoom: ZoomStandIn) => ({
  ZOOM_CLIENT_ID: zoom.state.oauth.clientId,
  ZOOM_CLIENT_SECRET: zoom.state.oauth.clientSecret,
  ZOOM_ACCOUNT_ID: zoom.state.oauth.accountId,
  ZOOM_API_BASE_URL: zoom.apiBaseUrl,
  ZOOM_OAUTH_BASE_URL: zoom.oauthBaseUrl,
  ZOOM_WEBHOOK_SECRET: webhookSecret,
  TOKEN_ENCRYPTION_KEY: Buffer.alloc(32, 7).toString('base64'),
});
