import { seedStarterContent } from '@tulkka/shared/database';
import type TestAgent from 'supertest/lib/agent.js';
import { onEveryDatabase } from '../../../../tests/harness/test-databases.ts';
import { createTestApi, type TestApi } from '../test-api.ts';
import { answer, buildWords, start } from './play.ts';

onEveryDatabase((database) => {
  let api: TestApi;
  let learner: TestAgent;
  beforeAll(async () => {
    await seedStarterContent(database().db);
    api = await createTestApi(database());
    learner = api.as('learner');
  });
  afterAll(() => api.close());

  test('flashcards: the learner is the judge', async () => {
    const { listId, wordIds } = await buildWords(learner, [
      { word: 'luggage', translation: 'equipaje' },
      { word: 'boarding pass' },
    ]);
    const session = await start(learner, { game_type: 'flashcards', reference_id: listId, shuffle: false });
    expect(session).toMatchObject({ item_ids: wordIds, total_items: 2, status: 'active', user_id: 'learner' });
    expect(session.progress).toEqual({ current: 0, total: 2, correct: 0, incorrect: 0 });
    const known = await answer(learner, session.id, { item_id: wordIds[0], is_correct: true, answer: 'I knew it' });
    expect(known.body).toMatchObject({ is_correct: true, graded_by: 'learner', correct_answer: 'equipaje' });
    const unknown = await answer(learner, session.id, { item_id: wordIds[1], is_correct: false });
    expect(unknown.body.progress).toEqual({ current: 2, total: 2, correct: 1, incorrect: 1 });
    expect((await answer(learner, session.id, { item_id: wordIds[1], answer: 'x' })).status).toBe(400);
    const done = await learner.post(`/api/v1/sessions/${session.id}/complete`).send({});
    expect(done.body).toMatchObject({
      success: true,
      session: { id: session.id, score: 50, correct: 1, incorrect: 1 },
    });
    const read = await learner.get(`/api/v1/flashcards/sessions/${session.id}?include=items`);
    expect(read.body).toMatchObject({ status: 'completed', score: 50 });
    expect(read.body.items.map((item: { word: string }) => item.word)).toEqual(['luggage', 'boarding pass']);
    const stats = await learner.get('/api/v1/flashcards/stats/me');
    expect(stats.body.totals).toEqual({
      total_sessions: 1,
      completed_sessions: 1,
      avg_score: 50,
      total_correct: 1,
      total_incorrect: 1,
    });
    const words = await learner.get(`/api/v1/word-lists/${listId}/words`);
    expect(words.body.words).toMatchObject([
      { practice_count: 1, correct_count: 1, accuracy: 100 },
      { practice_count: 1, correct_count: 0, accuracy: 0 },
    ]);
    expect(words.body.words[0].last_practiced).toMatch(/^\d{4}-.*Z$/);
  });

  test('spelling bee: the server says which letters differ', async () => {
    const { listId, wordIds } = await buildWords(learner, [{ word: 'receive' }, { word: 'don’t' }]);
    const session = await start(learner, { game_type: 'spelling_bee', reference_id: listId, shuffle: false });
    const wrong = await answer(learner, session.id, { item_id: wordIds[0], answer: 'recieve', is_correct: true });
    expect(wrong.body).toMatchObject({
      is_correct: false,
      graded_by: 'server',
      correct_answer: 'receive',
      letter_differences: [
        { position: 3, expected: 'e', given: 'i' },
        { position: 4, expected: 'i', given: 'e' },
      ],
    });
    const right = await answer(learner, session.id, { item_id: wordIds[1], answer: " DON'T " });
    expect(right.body).toMatchObject({ is_correct: true, letter_differences: [] });
    const done = await learner
      .post(`/api/v1/sessions/${session.id}/complete`)
      .send({ final_score: 100, correct_count: 2 });
    expect(done.body.session).toMatchObject({ score: 50, correct: 1, incorrect: 1 });
    expect(done.body.differences).toEqual([
      { field: 'final_score', claimed: 100, recorded: 50 },
      { field: 'correct_count', claimed: 2, recorded: 1 },
    ]);
    const again = await learner.post(`/api/v1/sessions/${session.id}/complete`).send({ final_score: 7 });
    expect(again.status).toBe(200);
    expect(again.body).toEqual(done.body);
  });

  test('cloze: every blank counts', async () => {
    const topics = await learner.get('/api/v1/cloze/topics');
    const topic = topics.body.topics[0];
    expect(Object.keys(topic)).toEqual(['id', 'name', 'icon', 'description']);
    const lessons = await learner.get(`/api/v1/cloze/lessons?topic_id=${topic.id}`);
    const lesson = lessons.body.lessons[0];
    expect(lesson).toMatchObject({ topic_id: topic.id, item_count: expect.any(Number) });
    const items = await learner.get(`/api/v1/cloze/items?lesson_id=${lesson.id}&limit=100`);
    expect(items.body.items).toHaveLength(lesson.item_count);
    const session = await start(learner, { mode: 'lesson', reference_id: lesson.id }, '/api/v1/cloze/sessions');
    expect(session.item_ids).toEqual(items.body.items.map((item: { id: string }) => item.id));
    for (const [i, item] of items.body.items.entries()) {
      const isLast = i === items.body.items.length - 1;
      const recorded = await learner
        .post(`/api/v1/cloze/sessions/${session.id}/results`)
        .send({ item_id: item.id, time_spent_ms: 10, answer: isLast ? [] : item.correct_answers });
      expect(recorded.body).toMatchObject({ is_correct: !isLast, credit: isLast ? 0 : 1 });
      expect(recorded.body.correct_answer).toEqual(item.correct_answers);
      expect(recorded.body.blanks).toHaveLength(item.correct_answers.length);
    }
    const done = await learner.post(`/api/v1/cloze/sessions/${session.id}/complete`).send({});
    expect(done.body.session).toMatchObject({ correct: lesson.item_count - 1, incorrect: 1 });
    const mistakes = await learner.get('/api/v1/cloze/mistakes');
    expect(mistakes.body).toMatchObject({ success: true, count: 1, pagination: { page: 1, limit: 10, total: 1 } });
    expect(mistakes.body.mistakes[0]).toMatchObject({
      mistake_count: 1,
      last_answer: [],
      item: items.body.items.at(-1),
    });
  });

  test('grammar: by index or text, and skipping', async () => {
    const session = await start(
      learner,
      { mode: 'lesson', reference_id: 'article-a-an-the-or-nothing', limit: 3, game_type: 'grammar_challenge' },
      '/api/v1/grammar/sessions',
    );
    const [first, second, third] = session.item_ids;
    const results = `/api/v1/grammar/sessions/${session.id}/results`;
    const byText = await learner.post(results).send({ item_id: first, time_spent_ms: 1, answer: 'AN' });
    expect(byText.body).toMatchObject({ is_correct: true, correct_answer: 'an', graded_by: 'server' });
    const byIndex = await learner.post(results).send({ item_id: second, time_spent_ms: 1, answer: 0 });
    expect(byIndex.body).toMatchObject({ is_correct: false });
    const skipped = await learner.post(`/api/v1/grammar/sessions/${session.id}/skip`).send({ question_id: third });
    expect(skipped.body).toMatchObject({ recorded: true, skipped: true, is_correct: false });
    expect(skipped.body.progress).toEqual({ current: 3, total: 3, correct: 1, incorrect: 1 });
    const later = await learner.post(results).send({ item_id: third, time_spent_ms: 1, answer: 'a' });
    expect(later.body.progress.current).toBe(3);
    for (const body of [{}, { item_id: third, question_id: third }]) {
      expect((await learner.post(`/api/v1/grammar/sessions/${session.id}/skip`).send(body)).status).toBe(400);
    }
    const done = await learner.post(`/api/v1/grammar/sessions/${session.id}/complete`).send();
    expect(done.body.session.completed_at).toMatch(/Z$/);
    const late = await learner.post(results).send({ item_id: first, time_spent_ms: 1, answer: 'an' });
    expect(late.body).toMatchObject({ status: 409, code: 'session_completed' });
  });

  test('sentence: any accepted order, and why another is wrong', async () => {
    const items = await learner.get('/api/v1/sentence/items?limit=3');
    expect(items.body.items).toHaveLength(3);
    const ids: string[] = items.body.items.map((item: { id: string }) => item.id);
    const session = await start(learner, { item_ids: ids }, '/api/v1/sentence/sessions');
    expect(session).toMatchObject({ item_ids: ids, mode: 'custom' });
    const results = `/api/v1/sentence/sessions/${session.id}/results`;
    const [one, two, three] = items.body.items;
    expect(one.accepted).toEqual(one.accepted_sequences);
    const send = (item_id: string, tokens: string[]) =>
      learner.post(results).send({ item_id, time_spent_ms: 1, answer: tokens });
    expect((await send(one.id, one.accepted.at(-1))).body).toMatchObject({ is_correct: true, explanation: null });
    const short = await send(two.id, two.sentence_tokens.slice(1));
    expect(short.body).toMatchObject({ is_correct: false, error_type: 'missing_words' });
    expect(short.body.correct_answer).toBe(two.english_sentence);
    const long = await send(three.id, [...three.sentence_tokens, 'banana']);
    expect(long.body).toMatchObject({ is_correct: false, error_type: 'extra_words' });
    expect((await learner.post(`/api/v1/sentence/sessions/${session.id}/complete`).send({})).body.session.score).toBe(
      33,
    );
  });
});
