import { inTransaction, seedStarterContent } from '@tulkka/shared/database';
import { PublicationRepository } from '@tulkka/shared/repositories';
import { onEveryDatabase } from '../../../tests/harness/test-databases.ts';
import { buildWords } from './games/play.ts';
import { createTestApi, type TestApi } from './test-api.ts';

onEveryDatabase((database) => {
  let api: TestApi;
  let questions: string[];
  let ownWord: string;
  const report = (userId: string, item: string, body: object) =>
    api.as(userId).post(`/api/v1/items/${item}/reports`).send(body);
  const listed = async (caller = api.as('ms-lee', 'teacher'), query = {}) =>
    (await caller.get('/api/v1/reports').query(query).expect(200)).body;

  beforeAll(async () => {
    const { db } = database();
    await seedStarterContent(db);
    api = await createTestApi(database());
    const admin = api.as('root', 'admin');
    const students = ['ana', 'ben'];
    await admin.post('/api/v1/classes').send({ id: 'b1', name: 'B1', teacher_id: 'ms-lee', students }).expect(201);
    for (const id of students) await api.as(id).patch('/api/v1/me').send({ name: id.toUpperCase() }).expect(200);
    const question = (answer: string) => ({
      category_id: 'article',
      difficulty: 'easy' as const,
      hint: 'h',
      explanation: 'e',
      question: 'I bought ___ umbrella.',
      options: ['a', 'an', '—'],
      correct_answer: answer,
      set_item_id: null,
      source_quote: 'I bought a umbrella',
      source_ms: 90_000,
      source_by: null,
    });
    const word = {
      word: 'gate',
      translation: null,
      notes: null,
      example_sentence: null,
      picture: null,
      difficulty: 'easy' as const,
      set_item_id: null,
      source_quote: 'at the gate',
      source_ms: 5000,
      source_by: null,
    };
    const content = {
      recordingId: 'rec-1',
      exerciseSetId: 'set-1',
      revision: 1,
      classId: 'b1',
      title: 'Travel',
      isOneToOne: false,
      words: [word],
      cloze: [],
      grammar: [question('an'), question('—')],
      sentence: [],
    };
    await inTransaction(db, (transaction) => new PublicationRepository(transaction).publish(content));
    questions = (await db('grammar_questions').where({ recording_id: 'rec-1' }).orderBy('position').pluck('id')).map(
      (id) => `grammar_challenge/${id}`,
    );
    ownWord = (await buildWords(api.as('ana'), [{ word: 'mine' }])).wordIds[0] ?? '';
  });
  afterAll(() => api.close());

  test('a report reaches the teacher with its item, and said again it is changed', async () => {
    const [item = ''] = questions;
    const first = await report('ana', item, { reason: 'unclear' });
    expect([first.status, first.body]).toEqual([
      201,
      expect.objectContaining({ reason: 'unclear', text: null, status: 'open' }),
    ]);
    const again = await report('ana', item, { reason: 'also_right', text: '  “a” is said, too  ' });
    expect([again.status, again.body.id]).toEqual([200, first.body.id]);
    const { data, pagination } = await listed();
    expect(pagination.total).toBe(1);
    expect(data).toEqual([
      expect.objectContaining({
        id: first.body.id,
        reason: 'also_right',
        text: '“a” is said, too',
        class_id: 'b1',
        recording_id: 'rec-1',
        reported_by: { id: 'ana', name: 'ANA' },
        item: { text: 'I bought an umbrella.', title: 'Travel', quote: 'I bought a umbrella', cue_ms: 90_000 },
        answers: null,
      }),
    ]);
  });

  test('beside a report stands how the learners of the class did with its item', async () => {
    const [item = ''] = questions;
    const { db } = database();
    const { lesson_id } = await db('grammar_questions').where({ recording_id: 'rec-1' }).first('lesson_id');
    const start = { game_type: 'grammar_challenge', mode: 'lesson', reference_id: lesson_id };
    const item_id = item.split('/')[1] ?? '';
    for (const [student, answers] of [
      ['ana', ['an', 'a']],
      ['ben', ['an']],
    ] as const) {
      const { body } = await api.as(student).post('/api/v1/sessions/start').send(start).expect(201);
      for (const answer of answers) {
        const result = { item_id, answer, attempts: 1, time_spent_ms: 900 };
        await api.as(student).post(`/api/v1/sessions/${body.id}/result`).send(result).expect(200);
      }
    }
    expect((await listed()).data[0]).toMatchObject({ answers: { count: 3, wrong: 1 } });
  });

  test('a closed report is not open, and a learner may open it again', async () => {
    const [, item = ''] = questions;
    const { body } = await report('ben', item, { reason: 'wrong_answer' });
    const teacher = api.as('ms-lee', 'teacher');
    const closed = await teacher.patch(`/api/v1/reports/${body.id}`).send({ status: 'closed' }).expect(200);
    expect(closed.body.closed_at).not.toBeNull();
    expect((await listed(teacher, { status: 'closed' })).data.map(({ id }: { id: string }) => id)).toEqual([body.id]);
    await report('ben', item, { reason: 'wrong_answer' }).expect(200);
    expect((await listed(teacher, { status: 'closed' })).data).toEqual([]);
  });

  test('two taps at once make one report', async () => {
    const { db } = database();
    const [item = ''] = questions;
    const before = (await listed()).pagination.total;
    const twice = await Promise.all([
      report('ben', item, { reason: 'sound' }),
      report('ben', item, { reason: 'sound' }),
    ]);
    expect(twice.map(({ status }) => status).sort()).toEqual([200, 201]);
    expect((await listed()).pagination.total).toBe(before + 1);
    await db('item_reports').where({ user_id: 'ben', reason: 'sound' }).delete();
  });

  test('a learner’s copy of a word of the lesson can be reported, a word of their own making cannot', async () => {
    const copy = await database()
      .db('words')
      .join('word_lists', 'word_lists.id', 'word_list_id')
      .where({ user_id: 'ana', word: 'gate' })
      .first('words.id');
    await report('ana', `flashcards/${copy?.id}`, { reason: 'private' }).expect(201);
    expect((await listed()).data[0]).toMatchObject({ class_id: 'b1', item: { text: 'gate', title: 'Travel' } });
    await report('ben', `flashcards/${copy?.id}`, { reason: 'private' }).expect(404);
    await report('ana', `flashcards/${ownWord}`, { reason: 'other' }).expect(409);
  });

  test('who left the class is not named any more, and what is gone is told to be gone', async () => {
    await database().db('grammar_questions').where({ recording_id: 'rec-1' }).delete();
    await api
      .as('root', 'admin')
      .patch('/api/v1/classes/b1')
      .send({ students: ['ana'] })
      .expect(200);
    const { data } = await listed(undefined, { class_id: 'b1' });
    const ofBen = data.find(({ reason }: { reason: string }) => reason === 'wrong_answer');
    expect([ofBen.reported_by, ofBen.item]).toEqual([null, null]);
  });

  test('reports about the starter content are for admins', async () => {
    const starter = await database().db('cloze_items').where({ class_id: '' }).first('id');
    await report('ana', `advanced_cloze/${starter?.id}`, { reason: 'unclear' }).expect(201);
    expect((await listed()).data.every(({ class_id }: { class_id: string }) => class_id === 'b1')).toBe(true);
    const all = (await listed(api.as('root', 'admin'))).data;
    expect(all[0]).toMatchObject({ class_id: null, reported_by: { id: 'ana' } });
    expect((await listed(api.as('mr-kim', 'teacher'))).data).toEqual([]);
    await api.as('ms-lee', 'teacher').patch(`/api/v1/reports/${all[0].id}`).send({ status: 'closed' }).expect(404);
  });

  test('reading a page of reports costs few statements', async () => {
    const { db } = database();
    const statements: string[] = [];
    const hear = ({ sql }: { sql: string }) => statements.push(sql);
    db.on('query', hear);
    await listed();
    db.removeListener('query', hear);
    // The teacher’s classes, the reports, and one for each game among them.
    expect(statements.length).toBeLessThanOrEqual(6);
  });
});
