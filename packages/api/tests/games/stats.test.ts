import { seedStarterContent } from '@tulkka/shared/database';
import type TestAgent from 'supertest/lib/agent.js';
import { onEveryDatabase } from '../../../../tests/harness/test-databases.ts';
import { createTestApi, type TestApi } from '../test-api.ts';
import { answer, buildWords, start } from './play.ts';

onEveryDatabase((database) => {
  let api: TestApi;
  let learner: TestAgent;
  beforeAll(async () => {
    const { db } = database();
    await seedStarterContent(db);
    api = await createTestApi(database());
    learner = api.as('learner');
    const at = new Date();
    await db('classes').insert({ id: 'class-1', name: 'C', teacher_id: 'teacher-1', created_at: at, updated_at: at });
    const students = ['learner', 'lazy'].map((user_id) => ({ class_id: 'class-1', user_id, created_at: at }));
    await db('class_students').insert(students);
    const { listId, wordIds } = await buildWords(learner, [{ word: 'one' }, { word: 'two' }]);
    // Three spelling sessions with 2, 1 and 0 right answers, and a grammar session that is not completed.
    for (const right of [2, 1, 0]) {
      const session = await start(learner, { game_type: 'spelling_bee', reference_id: listId, shuffle: false });
      for (const [i, item_id] of wordIds.entries()) {
        await answer(learner, session.id, { item_id, is_correct: i < right });
      }
      await learner.post(`/api/v1/sessions/${session.id}/complete`).send({});
    }
    const open = await start(learner, { game_type: 'grammar_challenge', mode: 'topic', reference_id: 'article' });
    await answer(learner, open.id, { item_id: open.item_ids[0], is_correct: false });
  });
  afterAll(() => api.close());

  test('progress totals cover all completed sessions, not only the page', async () => {
    const { body } = await learner.get('/api/v1/progress/learner?limit=1');
    expect(body.totals).toEqual({ sessions: 3, correct: 3, incorrect: 3, average_score: 50 });
    expect(body).toMatchObject({ success: true, count: 1, pagination: { page: 1, limit: 1, total: 4 } });
    expect(body.sessions[0]).toMatchObject({ game_type: 'grammar_challenge', status: 'active', score: null });
    const spelling = await learner.get('/api/v1/progress/learner?game_type=spelling_bee');
    expect(spelling.body.sessions.map((one: { score: number }) => one.score)).toEqual([0, 50, 100]);
    const none = await learner.get('/api/v1/progress/learner?game_type=flashcards');
    expect(none.body).toMatchObject({ totals: { sessions: 0, average_score: 0 }, sessions: [] });
  });

  test('a learner’s own totals by game', async () => {
    const { body } = await learner.get('/api/v1/stats/me');
    expect(body).toMatchObject({ success: true, user_id: 'learner', total_mistakes: 4 });
    expect(body.game_stats).toMatchObject([
      { game_type: 'grammar_challenge', sessions: 1, completed_sessions: 0, correct: 0, incorrect: 1, accuracy: 0 },
      {
        game_type: 'spelling_bee',
        sessions: 3,
        completed_sessions: 3,
        average_score: 50,
        accuracy: 50,
        mistaken_items: 2,
        mistakes: 3,
        time_spent_ms: 600,
      },
    ]);
    const flashcards = await learner.get('/api/v1/flashcards/stats/me');
    expect(flashcards.body.totals).toMatchObject({ total_sessions: 0, avg_score: 0 });
  });

  test('mistakes, one row an item, worst first, page by page', async () => {
    const all = await learner.get('/api/v1/mistakes/learner');
    expect(all.body.mistakes.map((one: { mistake_count: number }) => one.mistake_count)).toEqual([2, 1, 1]);
    expect(all.body.pagination).toEqual({ page: 1, limit: 20, total: 3 });
    const pages = await Promise.all(
      [1, 2, 3].map((page) => learner.get(`/api/v1/mistakes/learner?limit=1&page=${page}`)),
    );
    expect(pages.flatMap((page) => page.body.mistakes)).toEqual(all.body.mistakes);
    const spelling = await learner.get('/api/v1/mistakes/learner?game_type=spelling_bee');
    expect(spelling.body.pagination.total).toBe(2);
  });

  test('only the learner, their teacher, admins and services may look', async () => {
    for (const path of ['/api/v1/progress/learner', '/api/v1/mistakes/learner']) {
      expect((await api.as('stranger').get(path)).status).toBe(403);
      expect((await api.as('teacher-2', 'teacher').get(path)).status).toBe(403);
      expect((await api.as('teacher-1', 'teacher').get(path)).status).toBe(200);
      expect((await api.as('admin-1', 'admin').get(path)).status).toBe(200);
      // In trusted mode the path is one of the places that name the caller.
      expect((await api.agent.get(path)).status).toBe(200);
    }
  });

  test('a class: every student, also who has not played', async () => {
    const path = '/api/v1/stats/class/class-1';
    const { body } = await api.as('teacher-1', 'teacher').get(path);
    expect(body).toMatchObject({ success: true, class_id: 'class-1', count: 2, pagination: { total: 2 } });
    expect(body.students).toMatchObject([
      { user_id: 'lazy', sessions: 0, accuracy: 0, mistakes: 0, last_played_at: null },
      {
        user_id: 'learner',
        sessions: 4,
        completed_sessions: 3,
        correct: 3,
        incorrect: 4,
        accuracy: 42.86,
        mistakes: 4,
      },
    ]);
    expect(body.students[1].last_played_at).toMatch(/Z$/);
    expect((await api.as('teacher-2', 'teacher').get(path)).status).toBe(403);
    expect((await learner.get(path)).status).toBe(403);
    expect((await api.as('admin-1', 'admin').get('/api/v1/stats/class/nowhere')).status).toBe(404);
  });
});
