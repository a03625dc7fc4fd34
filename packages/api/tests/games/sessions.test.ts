import { seedStarterContent } from '@tulkka/shared/database';
import type TestAgent from 'supertest/lib/agent.js';
import { onEveryDatabase } from '../../../../tests/harness/test-databases.ts';
import { createTestApi, type TestApi } from '../test-api.ts';
import { answer, buildWords, start } from './play.ts';

const lesson = { mode: 'lesson', reference_id: 'article-a-an-the-or-nothing' };

onEveryDatabase((database) => {
  let api: TestApi;
  let learner: TestAgent;
  beforeAll(async () => {
    await seedStarterContent(database().db);
    api = await createTestApi(database());
    learner = api.as('learner');
  });
  afterAll(() => api.close());

  const grammar = (body: object, user = learner) => start(user, { game_type: 'grammar_challenge', ...body });
  const refused = async (body: object) => {
    const { status, body: problem } = await learner.post('/api/v1/sessions/start').send(body);
    return { status, code: problem.code, paths: (problem.errors ?? []).map((one: { path: string }) => one.path) };
  };

  test('a lesson is played in its order, and a session resumes as it was', async () => {
    const session = await grammar(lesson);
    expect(session.item_ids[0]).toBe('article-a-an-the-or-nothing-1');
    expect(session.total_items).toBe(session.item_ids.length);
    await answer(learner, session.id, { item_id: session.item_ids[0], answer: 'an' });
    const resumed = await learner.get(`/api/v1/sessions/${session.id}?include=items`);
    expect(resumed.body).toMatchObject({ item_ids: session.item_ids, progress: { current: 1, correct: 1 } });
    expect(resumed.body.items.map((item: { id: string }) => item.id)).toEqual(session.item_ids);
  });

  test('a shuffled lesson has the same items in another order, which is stored', async () => {
    const plain = await grammar(lesson);
    const mixed = await grammar({ ...lesson, shuffle: true });
    expect(mixed.item_ids).not.toEqual(plain.item_ids);
    expect([...mixed.item_ids].sort()).toEqual([...plain.item_ids].sort());
    expect((await learner.get(`/api/v1/sessions/${mixed.id}`)).body.item_ids).toEqual(mixed.item_ids);
  });

  test('topics, difficulties, limits and references without a mode', async () => {
    const topic = await grammar({ mode: 'topic', reference_id: 'article', difficulty: 'easy', limit: 4 });
    expect(topic).toMatchObject({ total_items: 4, mode: 'topic', reference_id: 'article' });
    const shown = await learner.get(`/api/v1/sessions/${topic.id}?include=items`);
    for (const item of shown.body.items) expect(item).toMatchObject({ category_id: 'article', difficulty: 'easy' });
    expect(await grammar({ reference_id: lesson.reference_id, limit: 1 })).toMatchObject({ mode: 'lesson' });
    expect(await grammar({ reference_id: 'article', limit: 1 })).toMatchObject({ mode: 'topic' });
    expect(await grammar({ limit: 2 })).toMatchObject({ mode: 'custom', total_items: 2 });
    expect(await grammar({})).toMatchObject({ total_items: 20 });
  });

  test('item_ids win over the mode, keep their order, and unknown ones are named', async () => {
    const item_ids = [
      'article-a-an-the-or-nothing-3',
      'article-a-an-the-or-nothing-1',
      'article-a-an-the-or-nothing-3',
    ];
    const session = await grammar({ ...lesson, item_ids });
    expect(session.item_ids).toEqual(item_ids.slice(0, 2));
    const wrong = await learner
      .post('/api/v1/sessions/start')
      .send({ game_type: 'grammar_challenge', item_ids: ['nope', item_ids[0], 'nada'] });
    expect(wrong.status).toBe(400);
    expect(wrong.body.errors).toMatchObject([{ path: 'item_ids.0' }, { path: 'item_ids.2' }]);
    expect(wrong.body.errors[1].message).toContain('nada');
  });

  test('what cannot be played is refused with its reason', async () => {
    const game_type = 'grammar_challenge';
    expect(await refused({ game_type: 'chess' })).toMatchObject({ status: 400, paths: ['game_type'] });
    expect(await refused({ game_type, mode: 'lesson' })).toMatchObject({ status: 400, paths: ['reference_id'] });
    expect(await refused({ game_type, mode: 'review' })).toMatchObject({ status: 400, paths: ['mode'] });
    expect(await refused({ game_type, mode: 'mistakes' })).toMatchObject({ status: 400, paths: ['mode'] });
    expect(await refused({ game_type, mode: 'lesson', reference_id: 'article' })).toMatchObject({ status: 404 });
    expect(await refused({ game_type, reference_id: 'nowhere' })).toMatchObject({ status: 404, code: 'not_found' });
    expect(await refused({ game_type, limit: 0, shuffle: 'yes', wish: 1 })).toMatchObject({
      status: 400,
      paths: ['limit', 'shuffle', 'wish'],
    });
    expect((await learner.post('/api/v1/cloze/sessions').send({ game_type })).status).toBe(400);
    const nobodys = api.as('without-words');
    expect((await nobodys.post('/api/v1/sessions/start').send({ game_type: 'flashcards' })).status).toBe(400);
  });

  test('word games take a list, a class or all of the learner’s own words', async () => {
    const own = api.as('word-learner');
    const one = await buildWords(own, [{ word: 'one', difficulty: 'easy' }, { word: 'two' }], { class_id: 'c1' });
    const other = await buildWords(own, [{ word: 'three' }]);
    const ids = async (body: object) =>
      (await start(own, { game_type: 'spelling_bee', shuffle: false, ...body })).item_ids.toSorted();
    expect(await ids({ reference_id: one.listId })).toEqual(one.wordIds.toSorted());
    expect(await ids({ class_id: 'c1' })).toEqual(one.wordIds.toSorted());
    expect(await ids({})).toEqual([...one.wordIds, ...other.wordIds].toSorted());
    expect(await ids({ difficulty: 'easy' })).toEqual([one.wordIds[0]]);
    const theirs = { game_type: 'flashcards', reference_id: one.listId };
    expect((await learner.post('/api/v1/sessions/start').send(theirs)).status).toBe(404);
    const stolen = { game_type: 'flashcards', item_ids: one.wordIds };
    expect((await learner.post('/api/v1/sessions/start').send(stolen)).status).toBe(400);
  });

  test('mistakes come back, worst first', async () => {
    const own = api.as('mistaken');
    const session = await grammar({ ...lesson, limit: 3 }, own);
    const [first, second, third] = session.item_ids;
    for (const item_id of [first, second, second]) await answer(own, session.id, { item_id, answer: 'nonsense' });
    await answer(own, session.id, { item_id: third, is_correct: true });
    const repeated = await grammar({ mode: 'mistakes' }, own);
    expect(repeated.item_ids).toEqual([second, first]);
    expect((await grammar({ mode: 'mistakes', limit: 1 }, own)).item_ids).toEqual([second]);
  });

  test('a session belongs to its learner and to its game', async () => {
    const session = await grammar({ ...lesson, limit: 1 });
    const stranger = api.as('stranger');
    for (const path of [`/api/v1/sessions/${session.id}`, `/api/v1/grammar/sessions/${session.id}`]) {
      expect((await stranger.get(path)).status).toBe(404);
      expect((await learner.get(path)).status).toBe(200);
    }
    for (const game of ['cloze', 'sentence', 'flashcards']) {
      expect((await learner.get(`/api/v1/${game}/sessions/${session.id}`)).status).toBe(404);
    }
    const result = { item_id: session.item_ids[0], is_correct: true };
    expect((await answer(stranger, session.id, result)).status).toBe(404);
    expect((await stranger.post(`/api/v1/sessions/${session.id}/complete`).send({})).status).toBe(404);
    expect((await learner.post(`/api/v1/cloze/sessions/${session.id}/complete`).send({})).status).toBe(404);
    expect((await api.agent.get(`/api/v1/sessions/${session.id}`)).status).toBe(401);
    const teacher = api.as('a-teacher', 'teacher');
    expect((await teacher.get(`/api/v1/sessions/${session.id}?user_id=learner`)).status).toBe(403);
    const admin = api.as('an-admin', 'admin');
    expect((await admin.get(`/api/v1/sessions/${session.id}?user_id=learner`)).status).toBe(200);
  });

  test('a completed session says what was mastered and what needs practice, again the same', async () => {
    const session = await grammar({ ...lesson, limit: 4 });
    const [right = '', wrong = '', mended = ''] = session.item_ids;
    const { body: shown } = await learner.get(`/api/v1/sessions/${session.id}?include=items`);
    const answerOf = (id: string) => shown.items.find((item: { id: string }) => item.id === id).correct_answer;
    await answer(learner, session.id, { item_id: right, answer: answerOf(right) });
    await answer(learner, session.id, { item_id: wrong, answer: 'never' });
    await answer(learner, session.id, { item_id: mended, answer: 'never' });
    await answer(learner, session.id, { item_id: mended, answer: answerOf(mended), attempts: 2 });
    const complete = () => learner.post(`/api/v1/sessions/${session.id}/complete`).send({});
    const first = await complete();
    expect(first.body.mastered_ids).toEqual([right]);
    expect(first.body.needs_practice_ids).toEqual([wrong, mended].sort());
    expect((await complete()).body).toEqual(first.body);
  });

  test('a session that nobody touched for a day is abandoned, until a late result brings it back', async () => {
    const session = await grammar({ ...lesson, limit: 2 });
    const show = async () => (await learner.get(`/api/v1/sessions/${session.id}`)).body.status;
    const { db } = database();
    const ago = (hours: number) => new Date(Date.now() - hours * 3_600_000);
    await db('game_sessions')
      .where({ id: session.id })
      .update({ updated_at: ago(23) });
    expect(await show()).toBe('active');
    await db('game_sessions')
      .where({ id: session.id })
      .update({ updated_at: ago(25) });
    expect(await show()).toBe('abandoned');
    const late = await answer(learner, session.id, { item_id: session.item_ids[0], answer: 'an' });
    expect(late.body).toMatchObject({ recorded: true });
    expect(await show()).toBe('active');
    await db('game_sessions')
      .where({ id: session.id })
      .update({ updated_at: ago(25) });
    expect((await learner.post(`/api/v1/sessions/${session.id}/complete`).send({})).status).toBe(200);
    expect(await show()).toBe('completed');
  });

  test('only what was never practised, in words and in a catalogue', async () => {
    const fresh = api.as('never-practised');
    const first = await grammar({ ...lesson, limit: 2, never_practised: true }, fresh);
    await answer(fresh, first.id, { item_id: first.item_ids[0], answer: 'an' });
    const next = await grammar({ ...lesson, never_practised: true }, fresh);
    expect(next.item_ids).not.toContain(first.item_ids[0]);
    expect(next.item_ids).toContain(first.item_ids[1]);

    const { body: list } = await fresh.post('/api/v1/word-lists').send({ name: 'Words' });
    for (const word of ['harbour', 'pier']) await fresh.post(`/api/v1/word-lists/${list.id}/words`).send({ word });
    const cards = { game_type: 'flashcards', never_practised: true };
    const both = await start(fresh, cards);
    expect(both.total_items).toBe(2);
    await answer(fresh, both.id, { item_id: both.item_ids[0], is_correct: true });
    expect((await start(fresh, cards)).item_ids).toEqual([both.item_ids[1]]);
    await answer(fresh, both.id, { item_id: both.item_ids[1], is_correct: true });
    const none = await fresh.post('/api/v1/sessions/start').send(cards);
    expect([none.status, none.body.errors[0].message]).toEqual([400, expect.stringContaining('never_practised')]);
  });

  test('the flashcards of a lesson are started by its recording', async () => {
    const { db } = database();
    const fresh = api.as('by-recording');
    const { body: list } = await fresh.post('/api/v1/word-lists').send({ name: 'Of a lesson' });
    await fresh.post('/api/v1/word-lists').send({ name: 'Another' });
    await fresh.post(`/api/v1/word-lists/${list.id}/words`).send({ word: 'quay' });
    await db('word_lists').where({ id: list.id }).update({ recording_id: 'rec/of=lesson' });
    const session = await start(fresh, { game_type: 'flashcards', mode: 'lesson', reference_id: 'rec/of=lesson' });
    expect(session).toMatchObject({ mode: 'lesson', total_items: 1 });
    const other = await api.as('stranger').post('/api/v1/sessions/start').send({
      game_type: 'flashcards',
      reference_id: 'rec/of=lesson',
    });
    expect(other.status).toBe(404);
  });
});
