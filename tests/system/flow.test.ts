import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { ExerciseSet } from '@tulkka/shared/lessons';
import { z } from 'zod';
import { call } from '../harness/http.ts';
import { findPublished, type Game, games, playGame } from '../harness/play-games.ts';
import { dialects } from '../harness/test-databases.ts';
import { eventually, root, type StackParts, type TestProcess, TestStack } from '../harness/test-stack.ts';
import { backends } from '../harness/test-supabase.ts';

/** The embedded stack of a laptop, and the servers of a production, as far as this machine has them. */
const stacks: [string, StackParts][] = [
  ['embedded: SQLite and PGlite', { dialect: 'sqlite', backend: 'pglite' }],
  ...(dialects.includes('mysql')
    ? [
        [
          `MySQL and ${backends.includes('postgres') ? 'PostgreSQL' : 'PGlite'}`,
          { dialect: 'mysql', backend: backends.at(-1) ?? 'pglite' },
        ] satisfies [string, StackParts],
      ]
    : []),
];

const lessonFile = (name: string): Buffer =>
  readFileSync(join(root, 'packages/processor/tests/lessons', `${name}.vtt`));
const sample = readFileSync(join(root, 'packages/shared/sample-lesson/sample.vtt'));
/** The same lesson with other content: a comment that no reader sees. */
const variant = (note: string): Buffer =>
  Buffer.from(sample.toString('utf8').replace(/^WEBVTT[^\n]*\n/, (head) => `${head}\nNOTE ${note}\n`));

const teacher = { userId: 'demo-teacher', role: 'teacher' } as const;
const student = { userId: 'demo-student' } as const;
const admin = { userId: 'the-admin', role: 'admin' } as const;

const Reviewed = z.looseObject({ data: z.looseObject({ id: z.string(), status: z.string() }) });
const Problem = z.looseObject({ code: z.string() });
const Lessons = z.looseObject({
  lessons: z.array(z.looseObject({ id: z.string(), topic: z.string(), status: z.string() })),
});
const OneLesson = z.looseObject({ lesson: z.looseObject({ id: z.string(), status: z.string() }) });
const Anything = z.looseObject({});

describe.each(stacks)('%s', (_name, parts) => {
  let stack: TestStack;
  let processes: TestProcess[] = [];
  let url = '';

  beforeAll(async () => {
    stack = await TestStack.create(parts);
    const [web, fetcher, worker] = await Promise.all([stack.startWeb(), stack.start('fetcher'), stack.start('worker')]);
    processes = [web.process, fetcher, worker];
    url = web.url;
  }, 180_000);

  afterAll(() => stack?.close());

  const setOf = (title: string): Promise<ExerciseSet> =>
    eventually(`the exercises of ${title}`, async () => {
      const { sets } = await stack.sets.list({ classIds: null, page: 1, limit: 50 });
      return sets.find((set) => set.title === title);
    });

  const approve = async (id: string) => {
    const { status, body } = await call(Reviewed, 'POST', `${url}/api/v1/exercises/${id}/approve`, teacher);
    expect({ status, set: body.data.status }).toEqual({ status: 200, set: 'published' });
  };

  test('lessons of the inbox become sets of exercises; approved, each of the five games is played to the end', async () => {
    const titles = ['Planning a trip', '21', '22', '23', '24'];
    stack.drop('demo/Planning a trip.vtt', sample);
    for (const name of titles.slice(1)) stack.drop(`demo/${name}.vtt`, lessonFile(name));
    const sets: ExerciseSet[] = [];
    for (const title of titles) sets.push(await setOf(title));

    expect(sets.map((set) => [set.title, set.class_id, set.status, set.quality_passed])).toEqual(
      titles.map((title) => [title, 'demo', 'pending_review', true]),
    );
    expect(sets.map((set) => set.lesson_number).sort()).toEqual([1, 2, 3, 4, 5]);

    for (const set of sets) await approve(set.id);
    const played: Record<string, Partial<Record<Game, number>>> = {};
    for (const { title } of sets) {
      const scores: Partial<Record<Game, number>> = {};
      for (const game of games) {
        const reference = await findPublished(url, student, game, title);
        if (reference === undefined) continue;
        const { items, correct, incorrect, score } = await playGame(url, student, game, reference);
        expect([title, game, correct, incorrect]).toEqual([title, game, items - 1, 1]);
        expect(score).toBe(Math.round(((items - 1) / items) * 100));
        scores[game] = items;
      }
      played[title] = scores;
    }
    // A lesson without corrections has no grammar to publish; the sample, which newcomers play, has everything.
    expect(Object.keys(played['Planning a trip'] ?? {}).sort()).toEqual([...games].sort());
    for (const set of sets) {
      const { exercises } = set;
      const expected = {
        advanced_cloze: exercises.fill_in_blank.length,
        grammar_challenge: exercises.grammar.length,
        sentence_builder: exercises.sentence_builder.length,
      };
      const there = Object.fromEntries(Object.entries(expected).filter(([, count]) => count > 0));
      expect(played[set.title]).toMatchObject(there);
      expect(played[set.title]?.flashcards).toBeGreaterThanOrEqual(exercises.flashcards.length);
    }
    // What was played wrong is there to practise.
    const mistakes = await stack.games.db('user_mistakes').where({ user_id: student.userId }).pluck('game_type');
    expect([...new Set(mistakes)].sort()).toEqual([...games].sort());
  }, 240_000);

  test('a set that is approved again, or by two at once, is published once', async () => {
    stack.drop('demo/Twice.vtt', variant('twice'));
    const set = await setOf('Twice');
    await Promise.all(
      [1, 2, 3, 4].map(() => call(Anything, 'POST', `${url}/api/v1/exercises/${set.id}/approve`, teacher)),
    );
    await approve(set.id);
    const { db } = stack.games;
    const of = { recording_id: set.recording_id };
    expect(await db('publications').where(of)).toHaveLength(1);
    expect(await db('word_lists').where(of).pluck('user_id')).toEqual(['demo-student']);
    expect(await db('grammar_lessons').where(of)).toHaveLength(1);
    expect((await stack.sets.get(set.id)).status).toBe('published');
  });

  test('a class that approves by itself has its lesson in the games without anybody', async () => {
    const made = await call(Anything, 'POST', `${url}/api/v1/classes`, admin, {
      id: 'trusting',
      name: 'Trusting',
      teacher_id: 'tess',
      auto_approve: true,
      students: ['tom', 'mia'],
    });
    expect(made.status).toBe(201);
    stack.drop('trusting/By itself.vtt', variant('by itself'));
    const set = await eventually('the set to be published', async () => {
      const found = await setOf('By itself');
      return found.status === 'published' && found;
    });
    expect(set).toMatchObject({ class_id: 'trusting', teacher_id: 'tess', user_id: null });
    for (const userId of ['tom', 'mia']) {
      for (const game of games) {
        const reference = await findPublished(url, { userId }, game, 'By itself');
        expect([userId, game, typeof reference]).toEqual([userId, game, 'string']);
      }
    }
    expect(await findPublished(url, student, 'grammar_challenge', 'By itself')).toBeUndefined();
  });

  test('a rejected set never reaches the games', async () => {
    stack.drop('demo/Rejected.vtt', variant('rejected'));
    const set = await setOf('Rejected');
    const reason = 'Half of the lesson was about the Wi-Fi.';
    const rejected = await call(Reviewed, 'POST', `${url}/api/v1/exercises/${set.id}/reject`, teacher, { reason });
    expect([rejected.status, rejected.body.data.status]).toEqual([200, 'rejected']);
    expect((await call(Problem, 'POST', `${url}/api/v1/exercises/${set.id}/approve`, teacher)).status).toBe(409);
    expect(await stack.games.db('publications').where({ recording_id: set.recording_id })).toEqual([]);
    expect(await stack.sets.get(set.id)).toMatchObject({ status: 'rejected', reject_reason: reason });
  });

  test('a file without a class waits until somebody names it', async () => {
    stack.drop('Whose is it.vtt', variant('unassigned'));
    const waiting = await eventually('the unassigned lesson', async () => {
      const { body } = await call(Lessons, 'GET', `${url}/api/v1/lessons?status=unassigned`, admin);
      return body.lessons.find(({ topic }) => topic === 'Whose is it');
    });
    const nobody = await call(Problem, 'PATCH', `${url}/api/v1/lessons/${waiting.id}`, admin, {
      class_id: 'no-such-class',
    });
    expect([nobody.status, nobody.body.code]).toEqual([400, 'validation_error']);
    const assigned = await call(OneLesson, 'PATCH', `${url}/api/v1/lessons/${waiting.id}`, admin, { class_id: 'demo' });
    expect([assigned.status, assigned.body.lesson.status]).toEqual([200, 'pending_processing']);
    expect(await setOf('Whose is it')).toMatchObject({ class_id: 'demo', status: 'pending_review' });
  });

  test('a lesson is uploaded, and the same content is taken once', async () => {
    const upload = () => {
      const form = new FormData();
      form.set('class_id', 'demo');
      form.set('topic', 'Uploaded');
      form.set('file', new Blob([variant('uploaded').toString('utf8')]), 'lesson.vtt');
      return call(OneLesson, 'POST', `${url}/api/v1/lessons`, teacher, form);
    };
    const [first, second] = [await upload(), await upload()];
    expect([first.status, second.status]).toEqual([201, 200]);
    expect(second.body.lesson.id).toBe(first.body.lesson.id);
    expect(await setOf('Uploaded')).toMatchObject({ class_id: 'demo', zoom_summary_id: first.body.lesson.id });
  });

  test('nothing went wrong on the way, and every process ends when it is asked to', async () => {
    const troubles = processes.flatMap(({ name, ...process }) =>
      process.output
        .split('\n')
        .filter((line) => /"level":"error"/.test(line))
        .map((line) => `${name}: ${line}`),
    );
    expect(troubles).toEqual([]);
    expect(await stack.games.db('publications').pluck('recording_id')).toHaveLength(7);
    const endings = await Promise.all(processes.map((process) => process.stop()));
    expect(endings).toEqual(endings.map(() => ({ code: 0, signal: null })));
  });
});
