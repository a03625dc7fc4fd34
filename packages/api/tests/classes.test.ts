import { PublicationRepository } from '@tulkka/shared/repositories';
import { onEveryDatabase } from '../../../tests/harness/test-databases.ts';
import { createTestApi, type TestApi } from './test-api.ts';

const classes = '/api/v1/classes';

onEveryDatabase((database) => {
  let api: TestApi;
  beforeAll(async () => {
    api = await createTestApi(database());
  });
  afterAll(() => api.close());
  const teacher = () => api.as('ms-lee', 'teacher');
  const admin = () => api.as('root', 'admin');

  test('a teacher’s class is the teacher’s own, with the id that was chosen', async () => {
    const made = await teacher().post(classes).send({
      id: 'tuesday-b1',
      name: 'Tuesday B1',
      teacher_email: 'Lee@School.example',
      zoom_meeting_id: '857 4606 5432',
      native_language: 'pt-BR',
    });
    expect(made.status).toBe(201);
    expect(made.headers.location).toBe(`${classes}/tuesday-b1`);
    expect(made.body).toMatchObject({
      id: 'tuesday-b1',
      teacher_id: 'ms-lee',
      teacher_email: 'lee@school.example',
      zoom_meeting_id: '85746065432',
      auto_approve: false,
      students: [],
    });
    expect((await teacher().get(`${classes}/tuesday-b1`)).body).toEqual(made.body);
    expect((await teacher().post(classes).send({ id: 'tuesday-b1', name: 'Again' })).body.code).toBe('conflict');
    expect((await teacher().post(classes).send({ name: 'No id' })).body.id).toMatch(/^[0-9a-f-]{36}$/);
  });

  test('ids and fields that would not work are refused by name', async () => {
    const send = async (body: object) =>
      (
        await teacher()
          .post(classes)
          .send({ name: 'x', ...body })
      ).body.errors?.[0]?.path;
    expect(await send({ id: '../up' })).toBe('id');
    expect(await send({ id: '.hidden' })).toBe('id');
    expect(await send({ zoom_meeting_id: 'abc' })).toBe('zoom_meeting_id');
    expect(await send({ native_language: 'Spanish!' })).toBe('native_language');
    expect(await send({ teacher_email: 'lee' })).toBe('teacher_email');
    expect(await send({ students: ['a', 'b c'] })).toBe('students.1');
    expect(await send({ name: '   ' })).toBe('name');
  });

  test('a class is another teacher’s neither to see nor to change; students stay outside', async () => {
    await teacher().post(classes).send({ id: 'own', name: 'Own' });
    const other = api.as('mr-kim', 'teacher');
    const answers = [
      await other.get(`${classes}/own`),
      await other.patch(`${classes}/own`).send({ name: 'Mine' }),
      await other.delete(`${classes}/own`),
    ];
    expect(answers.map((answer) => answer.status)).toEqual([404, 404, 404]);
    expect((await other.get(classes)).body.data).toEqual([]);
    expect((await other.post(classes).send({ name: 'For her', teacher_id: 'ms-lee' })).status).toBe(403);
    expect((await teacher().patch(`${classes}/own`).send({ teacher_id: 'mr-kim' })).status).toBe(403);
    expect((await api.as('mia').get(classes)).status).toBe(403);
    expect((await api.agent.get(classes)).status).toBe(401);
    expect((await admin().patch(`${classes}/own`).send({ teacher_id: 'mr-kim' })).body.teacher_id).toBe('mr-kim');
    expect((await other.get(`${classes}/own`)).status).toBe(200);
  });

  test('a teacher keeps, removes and re-orders learners; only an admin or a service adds them', async () => {
    const named = { id: 'joined', name: 'Joined', students: ['zoe'] };
    const refused = await teacher().post(classes).send(named);
    expect([refused.status, refused.body.detail]).toEqual([403, expect.stringContaining('admin or a service')]);
    await admin()
      .post(classes)
      .send({ ...named, teacher_id: 'ms-lee', students: ['zoe', 'yan', 'xi'] });
    const change = (students: string[]) => teacher().patch(`${classes}/joined`).send({ students });
    expect((await change(['zoe', 'yan', 'xi'])).status).toBe(200);
    expect((await change(['xi', 'zoe'])).body.students).toEqual(['xi', 'zoe']);
    for (const students of [['xi', 'zoe', 'yan'], ['mia']]) expect((await change(students)).status).toBe(403);
    expect((await teacher().get('/api/v1/progress/yan')).status).toBe(403);
    expect(
      (
        await api
          .as('bot', 'service')
          .patch(`${classes}/joined`)
          .send({ students: ['yan'] })
      ).status,
    ).toBe(200);
  });

  test('what a recording finds its class by is taken over by an admin alone', async () => {
    const claims = { zoom_meeting_id: '900100200', teacher_email: 'vera@school.example' };
    const vera = api.as('vera', 'teacher');
    expect((await vera.post(classes).send({ id: 'vera-1', name: 'One', ...claims })).status).toBe(201);
    // A room of one's own may serve several classes: the topic tells them apart.
    expect((await vera.post(classes).send({ id: 'vera-2', name: 'Two', ...claims, topic_pattern: 'Two' })).status).toBe(
      201,
    );
    const thief = api.as('thief', 'teacher');
    await thief.post(classes).send({ id: 'thief-1', name: 'Mine' });
    for (const [field, value] of Object.entries({ ...claims, teacher_email: 'Vera@School.example' })) {
      const made = await thief.post(classes).send({ name: 'Hers', [field]: value });
      const changed = await thief.patch(`${classes}/thief-1`).send({ [field]: value });
      expect([field, made.status, changed.status, changed.body.detail]).toEqual([
        field,
        403,
        403,
        expect.stringContaining('an admin can give it'),
      ]);
      expect(
        (
          await admin()
            .patch(`${classes}/thief-1`)
            .send({ [field]: value })
        ).status,
      ).toBe(200);
    }
  });

  test('a class that is gone leaves its lessons to nobody who takes its id', async () => {
    await admin().post(classes).send({ id: 'gone', name: 'Gone', teacher_id: 'ms-lee' });
    await new PublicationRepository(database().db).publish({
      recordingId: 'rec-gone',
      exerciseSetId: 'set-gone',
      revision: 1,
      classId: 'gone',
      title: 'Lesson 1',
      isOneToOne: false,
      words: [],
      cloze: [],
      grammar: [],
      sentence: [],
    });
    await admin().delete(`${classes}/gone`);
    expect((await api.as('thief', 'teacher').post(classes).send({ id: 'gone', name: 'Mine now' })).status).toBe(409);
    expect((await admin().post(classes).send({ id: 'gone', name: 'Back' })).status).toBe(201);
  });

  test('an admin sees all classes, page by page', async () => {
    const { body } = await admin().get(classes).query({ limit: 2 });
    const total = body.pagination.total as number;
    expect([body.count, total >= 3]).toEqual([2, true]);
    const ids: string[] = [];
    for (let page = 1; ids.length < total; page++) {
      const { data } = (await admin().get(classes).query({ limit: 2, page })).body;
      ids.push(...data.map((one: { id: string }) => one.id));
    }
    expect(new Set(ids).size).toBe(total);
  });

  test('who joins a class gets the word lists of its past lessons, once; who leaves keeps them', async () => {
    await teacher().post(classes).send({ id: 'past', name: 'Past' });
    await new PublicationRepository(database().db).publish({
      recordingId: 'rec-1',
      exerciseSetId: 'set-1',
      revision: 1,
      classId: 'past',
      title: 'Lesson 1',
      isOneToOne: false,
      words: [
        {
          word: 'ticket',
          translation: null,
          notes: null,
          example_sentence: null,
          picture: null,
          difficulty: 'easy',
          set_item_id: null,
          source_quote: null,
          source_ms: null,
          source_by: null,
        },
      ],
      cloze: [],
      grammar: [],
      sentence: [],
    });
    const listsOfAnn = async () => (await api.as('ann').get('/api/v1/word-lists')).body.data;
    const change = (students: string[]) => admin().patch(`${classes}/past`).send({ students });
    expect((await change(['ann', 'bob'])).body.students).toEqual(['ann', 'bob']);
    expect(await listsOfAnn()).toMatchObject([{ name: 'Lesson 1', class_id: 'past', word_count: 1 }]);
    expect((await change(['bob'])).body.students).toEqual(['bob']);
    await change(['ann']);
    expect(await listsOfAnn()).toHaveLength(1);
    expect((await teacher().delete(`${classes}/past`)).body).toEqual({ success: true, id: 'past' });
    expect(await listsOfAnn()).toHaveLength(1);
    expect(await database().db('class_students').where({ class_id: 'past' })).toEqual([]);
  });
});
