import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { connectSupabase, erasedTopic, LessonArchive, LessonQueue, type NewLesson } from '@tulkka/shared/lessons';
import { eraseLearner, exportLearner, writeExportedClips } from '@tulkka/shared/operations';
import { Publisher } from '@tulkka/shared/publishing';
import {
  ClassRepository,
  ClipRepository,
  learnerTables,
  placeholderStudentOf,
  uploadPartName,
} from '@tulkka/shared/repositories';
import type { Knex } from 'knex';
import { onEveryDatabase } from '../../../../tests/harness/test-databases.ts';
import { startTestSupabase, type TestSupabase } from '../../../../tests/harness/test-supabase.ts';
import { companion, exercisesAbout, learner, ownSentence, secret, storeLearners } from './learner-data.ts';

const newLesson: Omit<NewLesson, 'recording_id' | 'class_id'> = {
  source: 'zoom',
  topic: 'One to one',
  started_at: '2026-11-20T09:00:00.000Z',
  status: 'completed',
  resume_status: 'pending_processing',
  transcript: 'Teacher: Hello.\nLearner: I went to the harbour.',
  cues: [
    { start_ms: 0, end_ms: 900, speaker: 'Teacher', text: 'Hello.' },
    { start_ms: 900, end_ms: 1900, speaker: 'Learner', text: 'I went to the harbour.' },
  ],
  speakers: ['Teacher', 'Learner'],
};

/** Every table of the games database, its columns, and all its rows as one text. */
async function dumpGames(db: Knex): Promise<Map<string, { columns: string[]; text: string }>> {
  const mysql = db.client.dialect === 'mysql';
  const rows = await (mysql
    ? db('information_schema.tables').whereRaw('table_schema = database()').select({ name: 'table_name' })
    : db('sqlite_master').where({ type: 'table' }).select('name'));
  const dump = new Map<string, { columns: string[]; text: string }>();
  for (const table of rows.map(({ name }: { name: string }) => name)) {
    const columns = Object.keys(await db(table).columnInfo());
    dump.set(table, { columns, text: JSON.stringify(await db(table).select('*')) });
  }
  return dump;
}

async function dumpLessons({ url, key }: TestSupabase): Promise<string> {
  const connection = connectSupabase(url, key);
  const lessons = await connection.from('zoom_summaries').select('*');
  const sets = await connection.from('lesson_exercises').select('*');
  expect(lessons.error ?? sets.error).toBeNull();
  return JSON.stringify([lessons.data, sets.data]);
}

let supabase: TestSupabase;
beforeAll(async () => {
  supabase = await startTestSupabase('pglite');
}, 90_000);
afterAll(() => supabase?.close());

onEveryDatabase((database) => {
  let stored: Awaited<ReturnType<typeof storeLearners>>;
  beforeAll(async () => {
    await new LessonArchive(connectSupabase(supabase.url, supabase.key)).clear();
    stored = await storeLearners(database().db, supabase);
  });

  test('every table that names a learner is known to export and erasure', async () => {
    const naming = [...(await dumpGames(database().db))].filter(([, { columns }]) => columns.includes('user_id'));
    expect(naming.map(([table]) => table).sort()).toEqual([...learnerTables].sort());
  });

  test('an export holds all that is theirs, and nothing of another learner', async () => {
    const exported = await exportLearner(stored.sources, learner);
    expect(exported.lessons.map((lesson) => lesson.recording_id).sort()).toEqual(['rec-named', 'rec-solo']);
    expect(exported.group_lessons).toEqual([
      expect.objectContaining({ topic: 'Group lesson', you_said: [{ at_ms: 900, text: ownSentence }] }),
    ]);
    expect(exported.profile).toEqual([expect.objectContaining({ name: `Ana ${secret}`, settings: { locale: 'es' } })]);
    expect(exported.exercise_sets).toHaveLength(2);
    expect(exported.classes.map(({ id }) => id).sort()).toEqual(['group', 'solo']);
    expect(exported.words.map(({ word }) => word).sort()).toEqual(['harbour', 'lighthouse', secret].sort());
    expect(exported.sessions).toEqual([
      expect.objectContaining({ item_ids: ['w1'], started_at: '2026-11-21T10:00:00.123Z' }),
    ]);
    expect(exported.results).toEqual([expect.objectContaining({ answer: `answer of ${learner}` })]);
    expect([exported.mistakes.length, exported.stats.length]).toEqual([1, 1]);
    expect(exported.memories).toEqual([
      expect.objectContaining({ thing: 'harbour', due_at: '2026-11-21T10:00:00.123Z' }),
    ]);
    expect(exported.reports).toEqual([expect.objectContaining({ text: `report of ${learner}` })]);
    expect(JSON.stringify(exported)).not.toContain(companion);
  });

  test('an export brings their own voice as files, and nobody else’s', async () => {
    const { clips } = await exportLearner(stored.sources, learner);
    expect(clips.map(({ file }) => file)).toEqual(['rec-solo-student.m4a']);
    const folder = join(mkdtempSync(join(tmpdir(), 'tulkka-export-')), 'clips');
    const withLost = [...clips, { file: 'lost.m4a' }];
    expect(await writeExportedClips(stored.sources.audioStore, withLost, folder)).toBe(1);
    expect(readdirSync(folder)).toEqual(['rec-solo-student.m4a']);
    const path = join(folder, 'rec-solo-student.m4a');
    expect([readFileSync(path, 'utf8'), statSync(path).mode & 0o077]).toEqual(['student', 0]);
    rmSync(dirname(folder), { recursive: true });
    expect((await exportLearner(stored.sources, companion)).clips).toEqual([]);
  });

  test('nothing is erased while a process works on a lesson', async () => {
    const connection = connectSupabase(supabase.url, supabase.key);
    await connection.from('zoom_summaries').update({ status: 'pending_processing' }).eq('id', stored.solo.id);
    const queue = new LessonQueue(connection, { owner: 'worker', leaseSeconds: 60, maxAttempts: 5 });
    const claimed = await queue.claimById(stored.solo.id, 'pending_processing');
    await expect(eraseLearner(stored.sources, learner)).rejects.toMatchObject({ code: 'conflict', retryable: true });
    if (claimed) await queue.finish(claimed, 'completed');
    expect(await database().db('game_sessions').where({ user_id: learner })).toHaveLength(1);
  });

  test('an erasure that broke off in the middle is finished by repeating it, and nothing remains', async () => {
    const games = database().db;
    const broken = new Proxy(games, {
      get: (target, name, receiver) => {
        if (name === 'client') throw new Error('the games database went away');
        return Reflect.get(target, name, receiver);
      },
    });
    await expect(eraseLearner({ ...stored.sources, games: broken }, learner)).rejects.toThrow('went away');
    expect(await dumpLessons(supabase)).not.toContain(secret);

    const { stays } = await eraseLearner(stored.sources, learner);
    for (const [table, { text }] of await dumpGames(games)) {
      expect({ table, holds: text.includes(learner) || text.includes(secret) }).toEqual({ table, holds: false });
    }
    const lessons = await dumpLessons(supabase);
    expect(lessons).not.toContain(learner);
    expect(lessons).not.toContain(secret);
    expect(stays.join(' ')).toContain('1 lesson(s) of groups (group)');
  });

  test('their voice is gone: all sound of their own lessons, and of a group’s all but the teacher’s clips', async () => {
    const { audioStore } = stored.sources;
    const files = [
      ...(await Array.fromAsync(audioStore.list('recordings'))),
      ...(await Array.fromAsync(audioStore.list('clips'))),
    ];
    expect(files.map(({ name }) => name)).toEqual(['clips/rec-group-teacher.m4a']);
    expect(await database().db('clips').pluck('id')).toEqual(['rec-group-teacher']);
    expect(await database().db('recording_audio')).toEqual([]);
    const [upload, ...others] = await database().db('uploads');
    expect([JSON.parse(upload.lesson_fields), others]).toEqual([{ class_id: 'group' }, []]);
    const parts = await Array.fromAsync(audioStore.list('uploads'));
    expect(parts.map(({ name }) => name)).toEqual([uploadPartName(upload.id, 1)]);
  });

  test('their own words leave the group’s transcript, its set and the games of everybody; the others’ stay', async () => {
    const group = await stored.lessons.findByRecording('rec-group');
    const [whole] = await stored.sources.lessons.listWhole([group?.id ?? '']);
    expect(whole?.speakers).toEqual(['Teacher', 'Ben']);
    expect(whole?.cues?.map(({ speaker }) => speaker)).toEqual(['Teacher', 'Ben']);
    expect(whole?.transcript).not.toContain('lighthouse');
    const set = await stored.sets.findByRecording('rec-group');
    expect(JSON.stringify(set)).not.toContain('lighthouse');
    expect(set?.trail).toMatchObject([
      { what: 'edited', by: null, reason: null },
      { what: 'approved', by: null },
      { what: 'published', by: null },
      { what: 'mended', by: null },
    ]);
    expect(set?.exercises.flashcards.map(({ word }) => word)).toEqual(['harbour']);
    expect(await database().db('words').where({ word: 'lighthouse' })).toEqual([]);
    expect(JSON.stringify(await database().db('publications'))).not.toContain('lighthouse');
    expect(await database().db('words').where({ word: 'harbour' })).toHaveLength(1);
  });

  test('what belongs to others is untouched, and the recordings stay known', async () => {
    const games = database().db;
    const other = await exportLearner(stored.sources, companion);
    expect(other.profile).toEqual([expect.objectContaining({ name: 'Ben', email: 'ben@mail.example' })]);
    expect(await games('invitations').pluck('place_user_id')).toEqual([companion]);
    expect(other.word_lists).toHaveLength(1);
    expect([other.sessions.length, other.results.length, other.mistakes.length]).toEqual([1, 1, 1]);
    expect(await games('cloze_items').where({ recording_id: 'rec-group' })).toHaveLength(1);
    expect(await games('idempotency_keys')).toHaveLength(1);
    expect(await games('classes').pluck('id')).toEqual(['group']);
    for (const recording of ['rec-solo', 'rec-named']) {
      const row = await stored.lessons.findByRecording(recording);
      expect(row).toMatchObject({ topic: erasedTopic, status: 'completed', user_id: null, class_id: null });
    }
    const group = await stored.lessons.findByRecording('rec-group');
    expect(group).toMatchObject({ topic: 'Group lesson', class_id: 'group' });
  });

  test('erasing once more finds nothing and says so', async () => {
    const { erased } = await eraseLearner(stored.sources, learner);
    expect(Object.values(erased).every((count) => count === 0)).toBe(true);
  });

  test('a class that goes from one learner to another takes nobody’s voice along', async () => {
    const { db } = database();
    const add = async (recording_id: string): Promise<void> => {
      const times = { start_ms: 0, end_ms: 900, audio_name: `clips/${recording_id}.m4a` };
      const clip = { id: recording_id, recording_id, class_id: 'handed', quote_key: 'said', ...times };
      await new ClipRepository(db).add({ ...clip, said_by: 'student' });
    };
    const lesson = (recording_id: string) => ({ ...newLesson, recording_id, class_id: 'handed' });
    const classes = new ClassRepository(db);
    await classes.add({ id: 'handed', name: 'Handed on', teacher_id: 'teacher', students: ['anna'] });
    const { lesson: annas } = await stored.lessons.add(lesson('rec-anna'));
    const { set } = await stored.sets.add({
      ...{ recording_id: 'rec-anna', zoom_summary_id: annas.id, class_id: 'handed', teacher_id: 'teacher' },
      ...{ user_id: 'anna', lesson_number: 1, title: 'Of Anna', prompt_version: null, status: 'pending_review' },
      exercises: exercisesAbout('harbour'),
    });
    await new Publisher(db, stored.sets).approve(set, 'teacher');
    // Two voices were heard in it, so that its publication knows whose it is.
    await db('publications').where({ recording_id: 'rec-anna' }).update({ learner_id: 'anna' });
    await add('rec-anna');
    const clipsOf = async (userId: string) =>
      (await exportLearner(stored.sources, userId)).clips.map(({ recording_id }) => recording_id);
    expect(await clipsOf('anna')).toEqual(['rec-anna']);
    await classes.removeStudent('handed', 'anna');
    await classes.addStudent('handed', 'leo');
    await stored.lessons.add({ ...lesson('rec-leo'), user_id: 'leo' });
    await add('rec-leo');
    // What is not published yet is told by its lesson.
    expect(await clipsOf('leo')).toEqual(['rec-leo']);
    expect(await clipsOf('anna')).toEqual(['rec-anna']);
  });

  test('a class that goes from one learner to another takes no lesson of the first along, nor one of a group', async () => {
    const { db } = database();
    const classes = new ClassRepository(db);
    await classes.add({ id: 'passed', name: 'Passed on', teacher_id: 'teacher', students: ['nora'] });
    const add = async (recording_id: string, userId: string | null, speakers: string[]): Promise<void> => {
      const { lesson } = await stored.lessons.add({ ...newLesson, recording_id, class_id: 'passed', speakers });
      await stored.sets.add({
        ...{ recording_id, zoom_summary_id: lesson.id, class_id: 'passed', teacher_id: 'teacher' },
        ...{ user_id: userId, lesson_number: 1, title: 'A lesson', prompt_version: null, status: 'pending_review' },
        exercises: exercisesAbout('harbour'),
      });
    };
    await add('rec-of-nora', 'nora', ['Teacher', 'Nora']);
    await add('rec-of-more', null, ['Teacher', 'Nora', 'Omar']);
    await add('rec-of-somebody', null, ['Teacher', 'Learner']);
    await add('rec-of-nobody-yet', placeholderStudentOf('passed'), ['Teacher', 'Learner']);
    await classes.removeStudent('passed', 'nora');
    await classes.addStudent('passed', 'omar');
    const lessonsOf = async (userId: string) =>
      (await exportLearner(stored.sources, userId)).lessons.map(({ recording_id }) => recording_id).sort();
    expect(await lessonsOf('nora')).toEqual(['rec-of-nora']);
    expect(await lessonsOf('omar')).toEqual(['rec-of-nobody-yet', 'rec-of-somebody']);
  });
});
