import { seedStarterContent } from '@tulkka/shared/database';
import { GameType } from '@tulkka/shared/games';
import { onEveryDatabase } from '../../../../tests/harness/test-databases.ts';
import { createTestApi, type TestApi } from '../test-api.ts';
import { answer, buildWords, start } from './play.ts';

const day = 86_400_000;

interface Item {
  game_type: GameType;
  item_id: string;
  due_at?: string | null;
  why: string;
  standing: string;
  item: { word?: string };
}

onEveryDatabase((database) => {
  let api: TestApi;
  beforeAll(async () => {
    await seedStarterContent(database().db);
    api = await createTestApi(database());
  });
  afterAll(() => api.close());

  const rightAnswers: Partial<Record<GameType, (item: { word?: string }) => object>> = {
    spelling_bee: ({ word }) => ({ answer: word }),
  };
  const right = ({ game_type, item_id, item }: Item) => ({
    game_type,
    item_id,
    ...(rightAnswers[game_type]?.(item) ?? { is_correct: true }),
  });

  /** Items of a game that were answered some days ago. */
  const practised = async (userId: string, game_type: GameType, item_ids: string[], daysAgo: number) => {
    const learner = api.as(userId);
    const session = await start(learner, { game_type, item_ids });
    const at = new Date(Date.now() - daysAgo * day);
    await database().db('game_sessions').where({ id: session.id }).update({ started_at: at });
    for (const item_id of item_ids) {
      const said = { item_id, is_correct: true, answered_at: at.toISOString() };
      expect((await answer(learner, session.id, said)).status).toBe(200);
    }
  };
  const practise = async (userId: string, body: object = {}) => {
    const answered = await api.as(userId).post('/api/v1/practice').send(body);
    expect({ status: answered.status, detail: answered.body.detail }).toEqual({ status: 201, detail: undefined });
    return answered.body as { id: string; items: Item[]; total_items: number; game_type: string };
  };
  const someItems = async (game_type: GameType, limit: number): Promise<string[]> => {
    const { item_ids } = await start(api.as('looker'), { game_type, limit, shuffle: false });
    return item_ids;
  };

  test.each(GameType.options)('mode=review of %s plays what is due, and nothing else', async (game_type) => {
    const userId = `review-${game_type}`;
    const isWord = game_type === 'flashcards' || game_type === 'spelling_bee';
    const words = ['lemon', 'melon', 'grape'].map((word) => ({ word }));
    const ids = isWord ? (await buildWords(api.as(userId), words)).wordIds : await someItems(game_type, 3);
    await practised(userId, game_type, ids.slice(0, 1), 2);
    await practised(userId, game_type, ids.slice(1, 2), 9);
    await practised(userId, game_type, ids.slice(2, 3), 0);
    const session = await start(api.as(userId), { game_type, mode: 'review' });
    // The one that lies longest is the least certain.
    expect(session).toMatchObject({ mode: 'review', item_ids: [ids[1], ids[0]] });
    const none = await api.as('nobody-yet').post('/api/v1/sessions/start').send({ game_type, mode: 'review' });
    expect(none.body.errors).toMatchObject([{ path: 'mode', message: 'nothing is due in this game now' }]);
  });

  test('practice takes due before new, of all games, and never four of a kind in a row', async () => {
    const { wordIds } = await buildWords(
      api.as('mixer'),
      Array.from({ length: 6 }, (_, i) => ({ word: `word${i}` })),
    );
    await practised('mixer', 'flashcards', wordIds, 5);
    await practised('mixer', 'grammar_challenge', await someItems('grammar_challenge', 4), 5);
    await practised('mixer', 'sentence_builder', await someItems('sentence_builder', 2), 5);
    const session = await practise('mixer', { limit: 16 });
    expect(session).toMatchObject({ game_type: 'mixed', mode: 'practice', total_items: 16 });
    const due = session.items.filter(({ why }) => why === 'due');
    expect(due).toHaveLength(12);
    // New are the same words to be spelled: their own words come before the starter content.
    expect(session.items.filter(({ why }) => why === 'new').map(({ game_type }) => game_type)).toEqual(
      Array(4).fill('spelling_bee'),
    );
    const games = session.items.map(({ game_type }) => game_type);
    for (let i = 3; i < 12; i++) expect(new Set(games.slice(i - 3, i + 1)).size).toBeGreaterThan(1);
  });

  test('results of a mixed session count in the game of their item; the session ends as any other', async () => {
    const { wordIds } = await buildWords(api.as('player'), [{ word: 'kiwi' }]);
    await practised('player', 'flashcards', wordIds, 5);
    await practised('player', 'spelling_bee', wordIds, 5);
    const session = await practise('player', { limit: 2 });
    expect(session.items.map(({ game_type }) => game_type).sort()).toEqual(['flashcards', 'spelling_bee']);
    const unnamed = await answer(api.as('player'), session.id, { item_id: wordIds[0], is_correct: true });
    expect(unnamed.body.errors).toMatchObject([{ path: 'game_type' }]);
    const absent = { item_id: wordIds[0], game_type: 'sentence_builder', is_correct: true };
    expect((await answer(api.as('player'), session.id, absent)).body.code).toBe('not_in_session');
    for (const [i, item] of session.items.entries()) {
      const answered = await answer(api.as('player'), session.id, right(item));
      expect(answered.body).toMatchObject({ is_correct: true, progress: { current: i + 1, total: 2 } });
      expect(answered.body.next_due_days).toBeGreaterThan(4);
    }
    const resumed = await api.as('player').get(`/api/v1/sessions/${session.id}?include=items`).expect(200);
    expect(resumed.body.items.map((item: Item) => item.game_type)).toEqual(session.items.map((item) => item.game_type));
    const done = await api.as('player').post(`/api/v1/sessions/${session.id}/complete`).send({}).expect(200);
    expect(done.body.session).toMatchObject({ score: 100, correct: 2, incorrect: 0 });
    const stats = await database().db('user_game_stats').where({ user_id: 'player' }).orderBy('game_type');
    expect(stats.map((row) => [row.game_type, Number(row.correct), Number(row.completed_correct)])).toEqual([
      ['flashcards', 2, 1],
      ['spelling_bee', 2, 1],
    ]);
    expect(stats.reduce((sum, row) => sum + Number(row.completed_sessions), 0)).toBe(1);
  });

  test('in a mixed session the game of an item need not be told where there is but one', async () => {
    const { wordIds } = await buildWords(api.as('brief'), [{ word: 'plum' }]);
    await api.as('brief').patch('/api/v1/me').send({ new_per_day: 1 }).expect(200);
    const session = await practise('brief');
    expect(session.items).toMatchObject([
      { game_type: 'flashcards', why: 'new', standing: 'new', item_id: wordIds[0] },
    ]);
    await answer(api.as('brief'), session.id, { item_id: wordIds[0], is_correct: true }).expect(200);
    const more = await api.as('brief').post('/api/v1/practice').send({});
    expect(more.body.errors).toMatchObject([{ path: 'limit' }]);
  });

  test('a device goes on with its open practice; another device begins its own', async () => {
    await buildWords(api.as('owner'), [{ word: 'fig' }, { word: 'date' }]);
    const phone = await practise('owner', { device: 'phone' });
    expect((await practise('owner', { device: 'phone' })).id).toBe(phone.id);
    expect((await practise('owner', { device: 'tablet' })).id).not.toBe(phone.id);
  });

  test('a device that goes offline takes the coming days along, and today is none the wiser', async () => {
    await buildWords(
      api.as('traveller'),
      Array.from({ length: 30 }, (_, n) => ({ word: `word${n}` })),
    );
    const today = await practise('traveller', { limit: 100 });
    expect(today.total_items).toBe(10);
    const ahead = await practise('traveller', { limit: 100, ahead_days: 2, device: 'phone ahead' });
    expect(ahead.total_items).toBe(30);
    expect(ahead.items[0]).toMatchObject({ why: 'new', due_at: null });
    const [first] = today.items;
    const result = { item_id: first?.item_id, game_type: first?.game_type, time_spent_ms: 900, is_correct: true };
    await api.as('traveller').post(`/api/v1/sessions/${today.id}/result`).send(result);
    const later = await practise('traveller', { limit: 100, ahead_days: 3 });
    const due = later.items.find((item) => item.item_id === first?.item_id);
    expect(Date.parse(due?.due_at ?? '') - Date.now()).toBeGreaterThan(86_400_000);
    const shown = (await api.as('traveller').get('/api/v1/today')).body.continue;
    expect(shown.session_id).toBe(today.id);
  });

  test('what comes from a lesson says what was said there and when', async () => {
    const { db } = database();
    const { wordIds, listId } = await buildWords(api.as('quoted'), [{ word: 'itinerary' }]);
    await db('words').where({ id: wordIds[0] }).update({ source_quote: 'an itinerary is a plan', source_ms: 754_000 });
    await db('word_lists').where({ id: listId }).update({ recording_id: 'rec-1', name: 'Travel' });
    const session = await practise('quoted', { limit: 1 });
    expect(session.items).toMatchObject([
      { lesson: { title: 'Travel', recording_id: 'rec-1' }, quote: 'an itinerary is a plan', cue_ms: 754_000 },
    ]);
  });
});
