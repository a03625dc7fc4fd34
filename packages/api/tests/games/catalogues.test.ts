import { seedStarterContent } from '@tulkka/shared/database';
import { revealsAnswer } from '@tulkka/shared/grading';
import fc from 'fast-check';
import { onEveryDatabase } from '../../../../tests/harness/test-databases.ts';
import { createTestApi, type TestApi } from '../test-api.ts';

const games = [
  { tag: 'cloze', groups: 'topics', items: 'items', key: 'topic_id', count: 'item_count' },
  { tag: 'grammar', groups: 'categories', items: 'questions', key: 'category_id', count: 'question_count' },
  { tag: 'sentence', groups: 'topics', items: 'items', key: 'topic_id', count: 'item_count' },
] as const;

onEveryDatabase((database) => {
  let api: TestApi;
  beforeAll(async () => {
    const { db } = database();
    await seedStarterContent(db);
    api = await createTestApi(database());
    const at = new Date();
    await db('classes').insert({ id: 'class-1', name: 'C', teacher_id: 'teacher-1', created_at: at, updated_at: at });
    await db('class_students').insert({ class_id: 'class-1', user_id: 'student-1', created_at: at });
    const owner = { class_id: 'class-1', recording_id: 'r1', created_at: at, updated_at: at };
    await db('grammar_lessons').insert({
      id: 'published-lesson',
      category_id: 'article',
      title: 'Ours',
      description: 'd',
      difficulty: 'easy',
      question_count: 1,
      ...owner,
    });
    await db('grammar_questions').insert({
      id: 'published-question',
      category_id: 'article',
      lesson_id: 'published-lesson',
      difficulty: 'easy',
      question: 'She is ___ engineer.',
      options: JSON.stringify(['a', 'an']),
      correct_answer: 'an',
      hint: 'Listen.',
      explanation: 'e',
      ...owner,
    });
  });
  afterAll(() => api.close());

  describe.each(games)('$tag', ({ tag, groups, items, key, count }) => {
    const base = `/api/v1/${tag}`;

    test('anybody reads the catalogue from its groups down to its items', async () => {
      const found = await api.agent.get(`${base}/${groups}`);
      expect(found.status).toBe(200);
      expect(found.body.count).toBe(found.body[groups].length);
      expect(found.body.pagination).toEqual({ page: 1, limit: 100, total: found.body.count });
      for (const group of found.body[groups]) {
        const lessons = await api.agent.get(`${base}/lessons`).query({ [key]: group.id });
        expect(lessons.body.lessons.length).toBeGreaterThan(0);
        for (const lesson of lessons.body.lessons) {
          expect(lesson[key]).toBe(group.id);
          const page = await api.agent.get(`${base}/${items}`).query({ lesson_id: lesson.id, limit: 1 });
          expect(page.body.pagination.total).toBe(lesson[count]);
        }
      }
    });

    test('filters narrow, and unknown ones are refused', async () => {
      const hard = await api.agent.get(`${base}/${items}?difficulty=hard&limit=100`);
      expect(hard.body[items].length).toBeGreaterThan(0);
      for (const item of hard.body[items]) expect(item.difficulty).toBe('hard');
      expect((await api.agent.get(`${base}/${items}`)).body.count).toBe(10);
      expect((await api.agent.get(`${base}/${items}?lesson_id=nowhere`)).body).toMatchObject({ count: 0 });
      for (const query of ['limit=101', 'limit=0', 'page=0', 'difficulty=extreme', 'colour=red']) {
        expect((await api.agent.get(`${base}/${items}?${query}`)).status).toBe(400);
      }
      const everything = await api.agent.get(`${base}/lessons`);
      expect(everything.body.pagination.total).toBeGreaterThan(1);
    });

    test('paging visits each item once, whatever the page size', async () => {
      const { total } = (await api.agent.get(`${base}/${items}?limit=1`)).body.pagination;
      await fc.assert(
        fc.asyncProperty(fc.integer({ min: 7, max: 100 }), async (limit) => {
          const ids: string[] = [];
          for (let page = 1; (page - 1) * limit < total; page++) {
            const response = await api.agent.get(`${base}/${items}`).query({ page, limit });
            ids.push(...response.body[items].map((item: { id: string }) => item.id));
          }
          expect(ids).toHaveLength(total);
          expect(new Set(ids).size).toBe(total);
        }),
        { numRuns: 6 },
      );
    });

    test('hints help more with each attempt and never tell', async () => {
      const [item] = (await api.agent.get(`${base}/${items}?limit=1`)).body[items];
      const answers: string[] = [item.correct_answers ?? item.correct_answer ?? item.english_sentence].flat();
      const hints: string[] = [];
      for (const attempt of [1, 2, 3, 4]) {
        const { body } = await api.agent.get(`${base}/${items}/${item.id}/hint?attempt=${attempt}`);
        expect(body.item_id).toBe(item.id);
        for (const right of answers) expect(revealsAnswer(body.hint, right)).toBe(false);
        hints.push(body.hint);
      }
      expect(new Set(hints.slice(0, 3)).size).toBe(3);
      expect(hints[3]).toBe(hints[2]);
      expect((await api.agent.get(`${base}/${items}/${item.id}/hint`)).body.hint).toBe(hints[0]);
      expect((await api.agent.get(`${base}/${items}/nowhere/hint`)).status).toBe(404);
    });
  });

  test('what was published from a lesson is for its class only', async () => {
    const readers = {
      nobody: api.agent,
      stranger: api.as('stranger'),
      teacherElsewhere: api.as('teacher-2', 'teacher'),
      student: api.as('student-1'),
      teacher: api.as('teacher-1', 'teacher'),
      admin: api.as('admin-1', 'admin'),
      service: api.as('service-1', 'service'),
    };
    for (const [name, reader] of Object.entries(readers)) {
      const sees = ['student', 'teacher', 'admin', 'service'].includes(name);
      const lessons = await reader.get('/api/v1/grammar/lessons?category_id=article');
      const ids = lessons.body.lessons.map((lesson: { id: string }) => lesson.id);
      expect({ name, sees: ids.includes('published-lesson') }).toEqual({ name, sees });
      const questions = await reader.get('/api/v1/grammar/questions?lesson_id=published-lesson');
      expect({ name, count: questions.body.count }).toEqual({ name, count: sees ? 1 : 0 });
      const hint = await reader.get('/api/v1/grammar/questions/published-question/hint');
      expect({ name, status: hint.status }).toEqual({ name, status: sees ? 200 : 404 });
      if (name === 'nobody') continue;
      const byId = await reader.post('/api/v1/grammar/sessions').send({ item_ids: ['published-question'] });
      expect({ name, status: byId.status }).toEqual({ name, status: sees ? 201 : 400 });
      const wholeLesson = { mode: 'lesson', reference_id: 'published-lesson' };
      const byLesson = await reader.post('/api/v1/grammar/sessions').send(wholeLesson);
      expect({ name, status: byLesson.status }).toEqual({ name, status: sees ? 201 : 404 });
    }
  });

  test('who leaves a class sees its questions no more, not even among the mistakes', async () => {
    const { db } = database();
    await db('class_students').insert({ class_id: 'class-1', user_id: 'leaver', created_at: new Date() });
    const leaver = api.as('leaver');
    const session = (await leaver.post('/api/v1/grammar/sessions').send({ item_ids: ['published-question'] })).body;
    const result = { item_id: 'published-question', time_spent_ms: 1, answer: 'a' };
    await leaver.post(`/api/v1/grammar/sessions/${session.id}/results`).send(result);
    const before = await leaver.get('/api/v1/grammar/mistakes');
    expect(before.body.mistakes[0].item).toMatchObject({ id: 'published-question' });
    await db('class_students').where({ user_id: 'leaver' }).delete();
    const after = await leaver.get('/api/v1/grammar/mistakes');
    expect(after.body.mistakes).toMatchObject([{ item_id: 'published-question', item: null }]);
    expect((await leaver.get(`/api/v1/sessions/${session.id}?include=items`)).body.items).toEqual([]);
    expect((await leaver.post(`/api/v1/grammar/sessions/${session.id}/results`).send(result)).status).toBe(404);
  });

  test('what is from one\u2019s lessons is found under that topic, whatever kind of error it asks', async () => {
    const { db } = database();
    const at = new Date();
    const stamps = { created_at: at, updated_at: at };
    const owner = { class_id: 'class-2', recording_id: 'r2', ...stamps };
    await db('classes').insert({ id: 'class-2', name: 'D', teacher_id: 'teacher-1', ...stamps });
    await db('class_students').insert({ class_id: 'class-2', user_id: 'student-2', created_at: at });
    const group = { id: 'lessons', name: 'From your lessons', icon: '🎓', description: 'd', position: 1000 };
    await db('grammar_categories').insert({ ...group, ...stamps });
    const lesson = { id: 'our-lesson', category_id: 'lessons', title: 'Ours', description: 'd', difficulty: 'easy' };
    await db('grammar_lessons').insert({ ...lesson, question_count: 1, ...owner });
    await db('grammar_questions').insert({
      id: 'our-question',
      category_id: 'word-choice',
      lesson_id: 'our-lesson',
      difficulty: 'easy',
      question: 'She ___ a photo.',
      options: JSON.stringify(['made', 'took']),
      correct_answer: 'took',
      hint: 'Listen.',
      explanation: 'e',
      ...owner,
    });
    const learner = api.as('student-2');
    const found = await learner.get('/api/v1/grammar/questions').query({ category_id: 'lessons' });
    expect(found.body.questions).toMatchObject([{ id: 'our-question', category_id: 'word-choice' }]);
    const started = await learner.post('/api/v1/grammar/sessions').send({ mode: 'topic', reference_id: 'lessons' });
    expect([started.status, started.body.item_ids]).toEqual([201, ['our-question']]);
    expect((await api.as('student-1').get('/api/v1/grammar/questions?category_id=lessons')).body.questions).toEqual([]);
  });
});
