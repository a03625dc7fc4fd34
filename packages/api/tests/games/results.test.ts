import { seedStarterContent } from '@tulkka/shared/database';
import fc from 'fast-check';
import type TestAgent from 'supertest/lib/agent.js';
import { onEveryDatabase } from '../../../../tests/harness/test-databases.ts';
import { createTestApi, type TestApi } from '../test-api.ts';
import { answer, buildWords, start } from './play.ts';

onEveryDatabase((database) => {
  let api: TestApi;
  beforeAll(async () => {
    await seedStarterContent(database().db);
    api = await createTestApi(database());
  });
  afterAll(() => api.close());

  const oneWord = async (user: string, word = 'until') => {
    const learner = api.as(user);
    const { listId, wordIds } = await buildWords(learner, [{ word }, { word: `${word}-2` }]);
    const session = await start(learner, { game_type: 'spelling_bee', reference_id: listId, shuffle: false });
    return { learner, session, wordId: wordIds[0] ?? '', otherId: wordIds[1] ?? '' };
  };
  const daysAgo = (days: number) => new Date(Date.now() - days * 86_400_000);
  const practice = (id: string) => database().db('words').where({ id }).first('practice_count', 'correct_count');
  const counters = (id: string) =>
    database().db('game_sessions').where({ id }).first('answered_count', 'correct_count', 'incorrect_count');
  const rowsOf = async (user: string) => ({
    results: await database().db('game_results').where({ user_id: user }),
    mistakes: await database().db('user_mistakes').where({ user_id: user }),
    stats: await database().db('user_game_stats').where({ user_id: user }).first(),
  });

  test('20 results at once on one session and one word are all counted', async () => {
    const { learner, session, wordId } = await oneWord('parallel');
    const sent = Array.from({ length: 20 }, (_, i) =>
      answer(learner, session.id, {
        item_id: wordId,
        answer: i % 2 === 0 ? 'until' : 'untill',
        client_result_id: `r${i}`,
      }),
    );
    const responses = await Promise.all(sent);
    expect(responses.map((response) => response.status)).toEqual(Array(20).fill(200));
    expect(await practice(wordId)).toEqual({ practice_count: 20, correct_count: 10 });
    expect(await counters(session.id)).toEqual({ answered_count: 1, correct_count: 10, incorrect_count: 10 });
    const { results, mistakes, stats } = await rowsOf('parallel');
    expect(results).toHaveLength(20);
    expect(mistakes).toMatchObject([{ item_id: wordId, mistake_count: 10 }]);
    expect(stats).toMatchObject({ correct: 10, incorrect: 10, mistakes: 10, mistaken_items: 1, time_spent_ms: 2000 });
    // Every answer told a progress of its own: none was counted twice or not at all.
    const seen = responses.map(({ body }) => body.progress.correct + body.progress.incorrect);
    expect(seen.sort((a, b) => a - b)).toEqual(Array.from({ length: 20 }, (_, i) => i + 1));
  });

  test('one client_result_id sent ten times at once is one result with one answer', async () => {
    const { learner, session, wordId } = await oneWord('repeated');
    const result = { item_id: wordId, answer: 'untill', client_result_id: 'the same' };
    const responses = await Promise.all(Array.from({ length: 10 }, () => answer(learner, session.id, result)));
    for (const response of responses) {
      expect(response.status).toBe(200);
      expect(response.body).toEqual(responses[0]?.body);
    }
    expect(await practice(wordId)).toEqual({ practice_count: 1, correct_count: 0 });
    const { results, mistakes, stats } = await rowsOf('repeated');
    expect(results).toHaveLength(1);
    expect(mistakes).toMatchObject([{ mistake_count: 1 }]);
    expect(stats).toMatchObject({ correct: 0, incorrect: 1 });
    await learner.post(`/api/v1/sessions/${session.id}/complete`).send({});
    expect((await answer(learner, session.id, result)).body).toEqual(responses[0]?.body);
  });

  test('the same client_result_id in two sessions is two results', async () => {
    const one = await oneWord('two-sessions');
    const again = await start(one.learner, { game_type: 'spelling_bee', item_ids: [one.wordId] });
    const result = { item_id: one.wordId, answer: 'until', client_result_id: 'x' };
    await answer(one.learner, one.session.id, result);
    await answer(one.learner, again.id, result);
    expect(await practice(one.wordId)).toEqual({ practice_count: 2, correct_count: 2 });
  });

  test('ten completions at once are one, and results racing with it are counted or refused', async () => {
    const { learner, session, wordId } = await oneWord('racing');
    await answer(learner, session.id, { item_id: wordId, answer: 'until' });
    const complete = () => learner.post(`/api/v1/sessions/${session.id}/complete`).send({});
    const result = () => answer(learner, session.id, { item_id: wordId, answer: 'until' });
    const responses = await Promise.all([complete(), result(), complete(), result(), complete(), result()]);
    const completions = responses.filter((_, i) => i % 2 === 0);
    for (const response of completions) expect(response.body).toEqual(completions[0]?.body);
    const accepted = responses.filter((response, i) => i % 2 === 1 && response.status === 200).length;
    for (const response of responses) expect([200, 409]).toContain(response.status);
    expect(completions[0]?.body.session.correct).toBe(1 + accepted);
    const { results, stats } = await rowsOf('racing');
    expect(results).toHaveLength(1 + accepted);
    expect(stats).toMatchObject({ completed_sessions: 1, score_sum: 100, completed_correct: 1 + accepted });
  });

  test('a failure in the middle leaves nothing behind', async () => {
    const { learner, session, wordId } = await oneWord('crash');
    // The totals are the last thing written; without their table the transaction fails at its very end.
    await database().db.schema.renameTable('user_game_stats', 'user_game_stats_away');
    try {
      const failed = await answer(learner, session.id, { item_id: wordId, answer: 'wrong', client_result_id: 'c' });
      expect(failed.body).toMatchObject({ status: 500, code: 'internal_error' });
    } finally {
      await database().db.schema.renameTable('user_game_stats_away', 'user_game_stats');
    }
    expect(await practice(wordId)).toEqual({ practice_count: 0, correct_count: 0 });
    expect(await counters(session.id)).toEqual({ answered_count: 0, correct_count: 0, incorrect_count: 0 });
    expect(await rowsOf('crash')).toMatchObject({ results: [], mistakes: [] });
    expect(
      (await answer(learner, session.id, { item_id: wordId, answer: 'until', client_result_id: 'c' })).status,
    ).toBe(200);
  });

  test('a repeated result gets its answer when nothing could be recorded any more, and only from its own learner', async () => {
    const { learner, session, wordId } = await oneWord('late');
    const result = { item_id: wordId, answer: 'untill', client_result_id: 'late-1' };
    const first = await answer(learner, session.id, result);
    expect(first.status).toBe(200);
    await learner.post(`/api/v1/sessions/${session.id}/complete`).expect(200);
    const again = await answer(learner, session.id, result);
    expect([again.status, again.body]).toEqual([200, first.body]);
    const another = await answer(learner, session.id, { ...result, client_result_id: 'late-2' });
    expect(another.body).toMatchObject({ status: 409, code: 'session_completed' });
    expect((await answer(api.as('somebody-else'), session.id, result)).status).toBe(404);
    await database().db('words').where({ id: wordId }).delete();
    expect((await answer(learner, session.id, result)).body).toEqual(first.body);
  });

  test('what comes after the end counts in a session of its own: once, however often and late it is sent, at its own time', async () => {
    const { learner, session, wordId, otherId } = await oneWord('after-end');
    await database()
      .db('game_sessions')
      .where({ id: session.id })
      .update({ started_at: daysAgo(3) });
    await learner.post(`/api/v1/sessions/${session.id}/complete`).expect(200);
    const answered = daysAgo(2).toISOString();
    const late = { item_id: wordId, answer: 'untill', client_result_id: 'late', answered_at: answered };
    const wished = { ...late, after_end: 'own_session' };
    expect((await answer(learner, session.id, late)).body).toMatchObject({ status: 409, code: 'session_completed' });
    expect((await answer(learner, session.id, { ...wished, client_result_id: undefined })).body).toMatchObject({
      status: 400,
      errors: [{ path: 'client_result_id' }],
    });
    const responses = await Promise.all(Array.from({ length: 6 }, () => answer(learner, session.id, wished)));
    for (const response of responses) expect([response.status, response.body]).toEqual([200, responses[0]?.body]);
    expect(responses[0]?.body).toMatchObject({ is_correct: false, progress: { current: 1, total: 1, incorrect: 1 } });
    // Long after all that was kept of single calls is forgotten, the answer is still known, also when its word is gone.
    await database().db('idempotency_keys').delete();
    await database().db('words').where({ id: wordId }).delete();
    expect((await answer(learner, session.id, wished)).body).toEqual(responses[0]?.body);
    const { results, stats } = await rowsOf('after-end');
    expect(results).toHaveLength(1);
    expect(new Date(results[0]?.answered_at).toISOString()).toBe(answered);
    expect(stats).toMatchObject({ sessions: 2, completed_sessions: 2, incorrect: 1 });
    const own = await learner.get(`/api/v1/sessions/${results[0]?.session_id}`);
    expect(own.body).toMatchObject({ game_type: 'spelling_bee', status: 'completed', item_ids: [wordId] });
    expect(await counters(session.id)).toEqual({ answered_count: 0, correct_count: 0, incorrect_count: 0 });
    expect((await answer(learner, session.id, { ...wished, item_id: 'another' })).status).toBe(422);
    expect((await answer(api.as('somebody-else'), session.id, wished)).status).toBe(404);
    // As in any session, the same id again gets the first answer, whatever else is said.
    expect((await answer(learner, session.id, { ...wished, item_id: otherId })).body).toEqual(responses[0]?.body);
  });

  test('an answer by ear counts by ear after the end, and one in time where it was given', async () => {
    const learner: TestAgent = api.as('after-end-by-ear');
    const { wordIds } = await buildWords(learner, [{ word: 'colour' }, { word: 'grey' }]);
    const session = await start(learner, { game_type: 'spelling_bee', item_ids: wordIds, listen: true });
    const wished = (place: number, text: string) => ({
      item_id: wordIds[place],
      answer: text,
      client_result_id: text,
      after_end: 'own_session',
    });
    expect((await answer(learner, session.id, wished(0, 'color'))).body.progress.total).toBe(2);
    await learner.post(`/api/v1/sessions/${session.id}/complete`).expect(200);
    // By eye the other country's spelling is wrong; by ear it is right.
    expect((await answer(learner, session.id, wished(1, 'gray'))).body).toMatchObject({
      is_correct: true,
      progress: { total: 1 },
    });
    const { results } = await rowsOf('after-end-by-ear');
    expect(results.map(({ session_id }) => session_id === session.id)).toEqual([true, false]);
  });

  test('what does not belong to the session is refused', async () => {
    const { learner, session, wordId } = await oneWord('foreign');
    const other = await oneWord('foreign');
    const notInSession = await answer(learner, session.id, { item_id: other.wordId, answer: 'until' });
    expect(notInSession.body).toMatchObject({ status: 422, code: 'not_in_session' });
    const send = async (body: object) => (await answer(learner, session.id, body)).body;
    expect(await send({ item_id: wordId })).toMatchObject({ status: 400, errors: [{ path: 'answer' }] });
    expect(await send({ item_id: wordId, answer: 3 })).toMatchObject({ status: 400, errors: [{ path: 'answer' }] });
    expect(await send({ item_id: wordId, answer: 'x', attempts: 0, time_spent_ms: -1 })).toMatchObject({
      errors: [{ path: 'attempts' }, { path: 'time_spent_ms' }],
    });
    expect(await send({ item_id: wordId, answer: 'x', metadata: { big: 'x'.repeat(20_000) } })).toMatchObject({
      errors: [{ path: 'metadata' }],
    });
    expect(await counters(session.id)).toEqual({ answered_count: 0, correct_count: 0, incorrect_count: 0 });
  });

  test('any unicode survives the round trip', async () => {
    const odd = '𝔘nicode 👩‍👩‍👧 العربية ñ\u0301 "quotes" \\ \u2028 % _';
    const learner: TestAgent = api.as('unicode');
    const { wordIds, listId } = await buildWords(learner, [{ word: odd, translation: odd }]);
    const session = await start(learner, { game_type: 'spelling_bee', reference_id: listId });
    const wrong = await answer(learner, session.id, { item_id: wordIds[0], answer: `${odd}!`, client_result_id: odd });
    expect(wrong.body).toMatchObject({ is_correct: false, correct_answer: odd });
    const mistakes = await learner.get('/api/v1/mistakes/unicode');
    expect(mistakes.body.mistakes[0].last_answer).toBe(`${odd}!`);
    const right = await answer(learner, session.id, { item_id: wordIds[0], answer: odd });
    expect(right.body.is_correct).toBe(true);
  });

  test('any answer comes back as it was given, whatever its characters', async () => {
    const { learner, session, wordId } = await oneWord('any-characters');
    const text = fc.string({ unit: 'binary', maxLength: 60 });
    await fc.assert(
      fc.asyncProperty(text, text, async (given, note) => {
        const sent = await answer(learner, session.id, { item_id: wordId, answer: given, metadata: { note } });
        expect(sent.body).toMatchObject({ recorded: true, is_correct: false });
        const { body } = await learner.get('/api/v1/mistakes/any-characters');
        expect(body.mistakes[0].last_answer).toBe(given);
        const row = await database().db('game_results').where({ session_id: session.id }).orderBy('id', 'desc').first();
        expect(JSON.parse(row.metadata)).toEqual({ note });
      }),
      { numRuns: 25 },
    );
  });
});
