import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { inTransaction } from '@tulkka/shared/database';
import type { ExerciseSet } from '@tulkka/shared/lessons';
import { ClassRepository } from '@tulkka/shared/repositories';
import { decodeTranscript, parseTranscript, transcriptText } from '@tulkka/shared/transcripts';
import { z } from 'zod';
import { call } from '../harness/http.ts';
import { KillingProxy, type KillPoint, nameDatabaseStep } from '../harness/killing-proxy.ts';
import { type Dialect, dialects } from '../harness/test-databases.ts';
import { eventually, root, type TestProcess, TestStack } from '../harness/test-stack.ts';

const sample = readFileSync(join(root, 'packages/shared/sample-lesson/sample.vtt'), 'utf8');
const transcript = parseTranscript(decodeTranscript(Buffer.from(sample)));
const variant = (note: string): string => sample.replace(/^WEBVTT[^\n]*\n/, (head) => `${head}\nNOTE ${note}\n`);
const admin = { userId: 'the-admin', role: 'admin' } as const;
const Anything = z.looseObject({});

/** More kills than attempts: what is tested is that nothing is lost, not when a lesson is given up. */
const variables = { MAX_ATTEMPTS: '20' };

let stack: TestStack;
let proxy: KillingProxy;
let supabaseUrl = '';

/** A stack with a class that approves by itself and one that does not, and the proxy in front of its lessons database. */
async function createStack(dialect: Dialect): Promise<void> {
  stack = await TestStack.create({ dialect, backend: 'pglite', variables });
  proxy = new KillingProxy();
  supabaseUrl = await proxy.front(stack.supabase.url, nameDatabaseStep);
  for (const [id, auto_approve] of [
    ['auto', true],
    ['reviewed', false],
  ] as const)
    await inTransaction(stack.games.db, (transaction) =>
      new ClassRepository(transaction).add({
        id,
        name: id,
        teacher_id: 'tess',
        auto_approve,
        students: ['tom', 'mia'],
      }),
    );
}

async function closeStack(): Promise<void> {
  await stack?.close();
  await proxy?.close();
}

const names = (points: KillPoint[]): string[] => points.map(({ step, moment }) => `${moment} ${step}`);

/** A lesson that has its transcript and waits for the worker. */
async function addLesson(topic: string, classId: string): Promise<string> {
  const recording_id = `test:${topic}`;
  await stack.lessons.add({
    recording_id,
    source: 'upload',
    status: 'pending_processing',
    resume_status: 'pending_processing',
    topic,
    started_at: new Date().toISOString(),
    class_id: classId,
    transcript: transcriptText(transcript),
    cues: transcript.cues,
    speakers: transcript.speakers,
  });
  return recording_id;
}

const setWith = (recordingId: string, status: ExerciseSet['status']): Promise<ExerciseSet> =>
  eventually(`the set of ${recordingId} to be ${status}`, async () => {
    const set = await stack.sets.findByRecording(recordingId);
    return set?.status === status && set;
  });

/** The rows that a recording has in the games: one list for each student, one lesson for each catalogue, and their items. */
async function rowsInGames(recordingId: string): Promise<Record<string, number>> {
  const { db } = stack.games;
  const of = { recording_id: recordingId };
  const tables = [
    'publications',
    'word_lists',
    'cloze_lessons',
    'cloze_items',
    'grammar_lessons',
    'grammar_questions',
    'sentence_lessons',
    'sentence_items',
  ];
  const counts: Record<string, number> = {};
  for (const table of tables) counts[table] = (await db(table).where(of)).length;
  counts.words = (await db('words').whereIn('word_list_id', db('word_lists').where(of).select('id'))).length;
  return counts;
}

describe('fetcher and worker', () => {
  beforeAll(() => createStack('sqlite'), 180_000);
  afterAll(closeStack);

  test('a worker killed at any step leaves a lesson that the next one completes, once', async () => {
    const through = { SUPABASE_URL: supabaseUrl };
    let worker = await stack.start('worker', through);
    proxy.startRecording();
    await setWith(await addLesson('undisturbed', 'auto'), 'published');
    const points = proxy.killPoints();
    const undisturbed = await rowsInGames('test:undisturbed');
    expect(undisturbed).toMatchObject({
      publications: 1,
      word_lists: 2,
      cloze_lessons: 1,
      grammar_lessons: 1,
      sentence_lessons: 1,
    });
    expect(names(points)).toEqual(
      expect.arrayContaining([
        'after update zoom_summaries: claim',
        'before insert into lesson_exercises: approved',
        'after insert into lesson_exercises: approved',
        'before update zoom_summaries: completed',
        'after update zoom_summaries: completed',
        'before update lesson_exercises: published',
        'after update lesson_exercises: published',
      ]),
    );

    for (const point of points) {
      const killed = proxy.killAt(point, () => worker.kill());
      const recordingId = await addLesson(`worker ${point.moment} ${point.step}`, 'auto');
      await killed;
      worker = await stack.start('worker', through);
      await setWith(recordingId, 'published');
      const lesson = await eventually('the lesson to be completed', async () => {
        const found = await stack.lessons.findByRecording(recordingId);
        return found?.status === 'completed' && found;
      });
      expect([point, lesson.lease_owner, lesson.last_error]).toEqual([point, null, null]);
      expect([point, await rowsInGames(recordingId)]).toEqual([point, undisturbed]);
    }
    await worker.stop();
    const { total } = await stack.sets.list({ classIds: ['auto'], page: 1, limit: 1 });
    expect(total).toBe(points.length + 1);
  }, 240_000);

  test('a fetcher killed at any step leaves a file that the next one stores, once', async () => {
    const through = { SUPABASE_URL: supabaseUrl };
    let fetcher = await stack.start('fetcher', through);
    proxy.startRecording();
    stack.drop('undisturbed/lesson.vtt', variant('undisturbed'));
    await eventually('the file to be done', () => existsSync(join(stack.inboxDir, 'done/undisturbed/lesson.vtt')));
    const points = proxy.killPoints();
    expect(names(points)).toEqual([
      'before insert into zoom_summaries: pending_processing',
      'after insert into zoom_summaries: pending_processing',
    ]);

    for (const point of points) {
      const classId = `killed-${point.moment}`;
      const killed = proxy.killAt(point, () => fetcher.kill());
      stack.drop(`${classId}/lesson.vtt`, variant(classId));
      await killed;
      expect(existsSync(join(stack.inboxDir, classId, 'lesson.vtt'))).toBe(true);
      fetcher = await stack.start('fetcher', through);
      await eventually('the file to be done', () => existsSync(join(stack.inboxDir, 'done', classId, 'lesson.vtt')));
      const { lessons } = await stack.lessons.list({ classIds: [classId], page: 1, limit: 10 });
      expect(lessons.map(({ status, topic }) => [status, topic])).toEqual([['pending_processing', 'lesson']]);
      expect(await stack.games.db('class_students').where({ class_id: classId }).pluck('user_id')).toEqual([
        `${classId}-student`,
      ]);
    }
    await fetcher.stop();
  });
});

describe.each(dialects)('web on %s', (dialect) => {
  let web: TestProcess;
  let url = '';
  let worker: TestProcess;
  const recordings: string[] = [];

  const startWeb = async (): Promise<void> => {
    ({ process: web, url } = await stack.startWeb({ SUPABASE_URL: supabaseUrl }));
  };
  const approve = async (id: string): Promise<number> =>
    (await call(Anything, 'POST', `${url}/api/v1/exercises/${id}/approve`, admin)).status;

  beforeAll(async () => {
    await createStack(dialect);
    worker = await stack.start('worker');
    for (let n = 0; n < 12; n++) recordings.push(await addLesson(`web ${n}`, 'reviewed'));
    for (const recordingId of recordings) await setWith(recordingId, 'pending_review');
    await worker.stop();
    await startWeb();
  }, 180_000);

  afterAll(closeStack);

  const nextSet = (): Promise<ExerciseSet> => {
    const recordingId = recordings.shift();
    if (recordingId === undefined) throw new Error('More sets are needed.');
    return setWith(recordingId, 'pending_review');
  };

  test('killed at any step of an approval, it publishes once when it is asked again', async () => {
    const first = await nextSet();
    proxy.startRecording();
    expect(await approve(first.id)).toBe(200);
    const undisturbed = await rowsInGames(first.recording_id);
    const points = proxy.killPoints();
    expect(names(points)).toEqual([
      'after read lesson_exercises by id',
      'before update lesson_exercises: approved',
      'after update lesson_exercises: approved',
      'after read zoom_summaries by id',
      'before update lesson_exercises: published',
      'after update lesson_exercises: published',
    ]);
    for (const point of points) {
      const set = await nextSet();
      const killed = proxy.killAt(point, () => web.kill());
      await Promise.all([killed, expect(approve(set.id)).rejects.toThrow()]);
      await startWeb();
      expect(await approve(set.id)).toBe(200);
      expect((await stack.sets.get(set.id)).status).toBe('published');
      expect([point, await rowsInGames(set.recording_id)]).toEqual([point, undisturbed]);
    }
  }, 180_000);

  test('killed at any moment at all, again and again', async () => {
    const kills: string[] = [];
    for (let n = 0; n < 4; n++) {
      const set = await nextSet();
      const answer = approve(set.id).then(String, () => 'no answer');
      await new Promise((resolve) => setTimeout(resolve, n * 8));
      await web.kill();
      kills.push(await answer);
      await startWeb();
      expect(await approve(set.id)).toBe(200);
      expect(await rowsInGames(set.recording_id)).toMatchObject({ publications: 1, word_lists: 2, grammar_lessons: 1 });
    }
    expect(kills).toContain('no answer');
  }, 180_000);

  test('what it left approved, a worker publishes', async () => {
    const set = await nextSet();
    const killed = proxy.killAt({ step: 'update lesson_exercises: approved', moment: 'after' }, () => web.kill());
    await Promise.all([killed, expect(approve(set.id)).rejects.toThrow()]);
    expect((await stack.sets.get(set.id)).status).toBe('approved');
    worker = await stack.start('worker');
    await setWith(set.recording_id, 'published');
    expect(await rowsInGames(set.recording_id)).toMatchObject({ publications: 1, word_lists: 2 });
  });
});
