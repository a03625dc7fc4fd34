import { seedStarterContent } from '@tulkka/shared/database';
import { MemoryRepository } from '@tulkka/shared/repositories';
import { onEveryDatabase } from '../../../../tests/harness/test-databases.ts';
import { createTestApi, type TestApi } from '../test-api.ts';
import { answer, buildWords, start } from './play.ts';

const day = 86_400_000;

onEveryDatabase((database) => {
  let api: TestApi;
  beforeAll(async () => {
    api = await createTestApi(database());
  });
  afterAll(() => api.close());

  const todayOf = async (userId: string) => (await api.as(userId).get('/api/v1/today').expect(200)).body;

  /** A learner who began so many words some days ago and knew them then, answered through an offline device. */
  const practised = async (userId: string, words: string[], daysAgo: number) => {
    const learner = api.as(userId);
    const { listId, wordIds } = await buildWords(
      learner,
      words.map((word) => ({ word })),
    );
    const session = await start(learner, { game_type: 'flashcards', item_ids: wordIds });
    const at = new Date(Date.now() - daysAgo * day);
    await database().db('game_sessions').where({ id: session.id }).update({ started_at: at });
    for (const item_id of wordIds) {
      const said = { is_correct: true, answered_at: at.toISOString(), time_spent_ms: 6000 };
      expect((await answer(learner, session.id, { item_id, ...said })).status).toBe(200);
    }
    return { learner, listId, wordIds, sessionId: session.id };
  };

  test('nobody has practised yet: nothing is due, nothing breaks', async () => {
    expect(await todayOf('newcomer')).toMatchObject({
      due: { total: 0, by_game: { flashcards: 0, spelling_bee: 0 } },
      new: { left: 0, per_day: 10, begun_today: 0, from: null },
      minutes: 0,
      goal: { minutes: 5, done: 0, reached: false },
      streak: { days: 0, kept_today: false, freezes: 0 },
      standing: { known: 0, learning: 0, slipping: 0, resting: 0 },
      calendar: [],
      next_due_at: null,
      continue: null,
    });
  });

  test('what was learned some days ago is due; what is new waits; the session is to be continued', async () => {
    await practised('regular', ['fork', 'knife', 'spoon'], 4);
    const { learner, listId } = await practised('regular', ['plate'], 0);
    await learner.post(`/api/v1/word-lists/${listId}/words`).send({ word: 'glass' }).expect(201);
    const { body: more } = await learner.post(`/api/v1/word-lists/${listId}/words`).send({ word: 'bowl' }).expect(201);
    const open = await start(learner, { game_type: 'flashcards', item_ids: [more.id] });
    const today = await todayOf('regular');
    expect(today.due).toMatchObject({ total: 3, by_game: { flashcards: 3, spelling_bee: 0 } });
    // Two words were never seen; the four that were may be spelled by now.
    expect(today.new).toMatchObject({ left: 6, begun_today: 1, from: { available: 3 } });
    expect(today.streak).toMatchObject({ days: 1, kept_today: true });
    expect(today.calendar).toHaveLength(2);
    expect(today.forecast).toHaveLength(14);
    expect(today.forecast[0].due).toBe(3);
    expect(today.forecast.reduce((sum: number, one: { due: number }) => sum + one.due, 0)).toBe(4);
    expect(today.continue).toMatchObject({ session_id: open.id, game_type: 'flashcards', current: 0, total: 1 });
    expect(today.minutes).toBe(3);
  });

  test('a word that is gone, or is spelled otherwise now, is due no more', async () => {
    const { learner, listId, wordIds } = await practised('tidy', ['cup', 'mug', 'jug'], 4);
    await learner.delete(`/api/v1/word-lists/${listId}/words/${wordIds[0]}`).expect(200);
    await learner.patch(`/api/v1/word-lists/${listId}/words/${wordIds[1]}`).send({ word: 'jar' }).expect(200);
    const today = await todayOf('tidy');
    expect(today.due.total).toBe(1);
    expect(today.standing).toMatchObject({ learning: 1 });
  });

  test('after a holiday the day has the size of a day', async () => {
    const words = Array.from({ length: 60 }, (_, i) => `word ${i}`);
    await practised('holiday', words, 30);
    const { body } = await api.as('holiday').patch('/api/v1/me').send({ daily_goal_minutes: 3, new_per_day: 0 });
    expect(body.new_per_day).toBe(0);
    const today = await todayOf('holiday');
    expect(today.due.total).toBe(45);
    expect(today.new.left).toBe(0);
    expect(today.standing.slipping).toBe(60);
  });

  test('the day is the learner’s own: late at night in New York it is still yesterday', async () => {
    await api.as('traveller').patch('/api/v1/me').send({ time_zone: 'Pacific/Auckland' }).expect(200);
    const east = await todayOf('traveller');
    await api.as('traveller').patch('/api/v1/me').send({ time_zone: 'Pacific/Pago_Pago' }).expect(200);
    const west = await todayOf('traveller');
    expect(east.date > west.date).toBe(true);
    expect(new Date(west.day_ends_at).getTime() - Date.now()).toBeLessThanOrEqual(day);
  });

  test('a thing that rests is not due until it is woken', async () => {
    const { wordIds } = await practised('leech', ['thorough'], 4);
    await database().db('memories').where({ item_id: wordIds[0] }).update({ suspended_at: new Date() });
    expect(await todayOf('leech')).toMatchObject({ due: { total: 0 }, standing: { resting: 1 }, next_due_at: null });
    const wake = () =>
      api.as('leech').post('/api/v1/memories/wake').send({ game_type: 'flashcards', item_id: wordIds[0] });
    expect((await wake()).body).toMatchObject({ success: true, standing: 'learning' });
    expect(await todayOf('leech')).toMatchObject({ due: { total: 1 }, standing: { resting: 0 } });
    expect((await wake()).status).toBe(404);
  });

  test('who has no lesson yet begins with the starter content', async () => {
    await seedStarterContent(database().db);
    const today = await todayOf('beginner');
    expect(today.new.left).toBe(10);
    expect(today.new.from).toMatchObject({ recording_id: null, class_id: null });
  });

  test('three statements, with one memory as with two thousand', async () => {
    await practised('heavy', ['once'], 4);
    const [kept] = await new MemoryRepository(database().db).list('heavy');
    if (!kept) throw new Error('There is a memory.');
    const { db } = database();
    const template = await db('memories').where({ user_id: 'heavy' }).first('*');
    for (let i = 0; i < 20; i++) {
      const rows = Array.from({ length: 40 }, (_, n) => ({
        ...template,
        thing: `t${i}-${n}`,
        due_at: new Date(Date.now() + (i + 1) * day),
      }));
      await db('memories').insert(rows);
    }
    const statements: string[] = [];
    const note = ({ sql }: { sql: string }) => statements.push(sql);
    db.on('query', note);
    const today = await todayOf('heavy');
    db.off('query', note);
    expect(statements).toHaveLength(3);
    expect(today.forecast[5].due).toBe(40);
  });
});
