import { inTransaction, seedStarterContent } from '@tulkka/shared/database';
import { PublicationRepository } from '@tulkka/shared/repositories';
import { onEveryDatabase } from '../../../tests/harness/test-databases.ts';
import { answer, buildWords, start } from './games/play.ts';
import { createTestApi, type TestApi } from './test-api.ts';

const day = 86_400_000;

onEveryDatabase((database) => {
  let api: TestApi;
  const teacher = () => api.as('ms-lee', 'teacher');
  const read = async (what: 'insights' | 'brief', caller = teacher()) => caller.get(`/api/v1/classes/b1/${what}`);

  beforeAll(async () => {
    const { db } = database();
    await seedStarterContent(db);
    api = await createTestApi(database());
    await teacher().post('/api/v1/classes').send({ id: 'b1', name: 'B1' }).expect(201);
    const students = ['ana', 'ben', 'chen'];
    await api.as('root', 'admin').patch('/api/v1/classes/b1').send({ students }).expect(200);
    for (const id of students) await api.as(id).patch('/api/v1/me').send({ name: id.toUpperCase() }).expect(200);
    const word = (name: string) => ({
      word: name,
      translation: null,
      notes: null,
      example_sentence: null,
      picture: null,
      difficulty: 'easy',
      set_item_id: null,
      source_quote: `the ${name} of the lesson`,
      source_ms: 60_000,
      source_by: null,
    });
    const content = {
      recordingId: 'rec-1',
      exerciseSetId: 'set-1',
      revision: 1,
      classId: 'b1',
      title: 'Travel',
      isOneToOne: false,
      words: ['itinerary', 'luggage', 'delay', 'gate'].map(word),
      cloze: [],
      grammar: [
        {
          category_id: 'article',
          difficulty: 'easy',
          hint: 'h',
          explanation: 'e',
          question: 'I bought ___ umbrella.',
          options: ['a', 'an', '—'],
          correct_answer: 'an',
          set_item_id: null,
          source_quote: 'I bought a umbrella',
          source_ms: 90_000,
          source_by: null,
        },
      ],
      sentence: [],
    };
    await inTransaction(db, (transaction) => new PublicationRepository(transaction).publish(content));
    await db('publications').update({ created_at: new Date(Date.now() - 21 * day) });
  });
  afterAll(() => api.close());

  /** Answers to the words of the lesson at some days before now, right (+) or wrong (-). */
  const practise = async (userId: string, answers: Record<string, [daysAgo: number, right: boolean][]>) => {
    const lists = await api.as(userId).get('/api/v1/word-lists').expect(200);
    const { id: listId } = lists.body.data.find((list: { name: string }) => list.name === 'Travel');
    const { body } = await api.as(userId).get(`/api/v1/word-lists/${listId}/words?limit=100`).expect(200);
    const words: { id: string; word: string }[] = body.words;
    const session = await start(api.as(userId), { game_type: 'spelling_bee', item_ids: words.map(({ id }) => id) });
    await database()
      .db('game_sessions')
      .where({ id: session.id })
      .update({ started_at: new Date(Date.now() - 200 * day) });
    for (const [name, given] of Object.entries(answers)) {
      for (const [daysAgo, right] of given) {
        const item_id = words.find(({ word }) => word === name)?.id;
        const answered_at = new Date(Date.now() - daysAgo * day).toISOString();
        const sent = { item_id, answer: right ? name : 'x', answered_at, time_spent_ms: 30_000 };
        expect((await answer(api.as(userId), session.id, sent)).status).toBe(200);
      }
    }
  };

  test('a class that has not practised has nothing to tell', async () => {
    expect((await read('insights')).body).toMatchObject({
      learners: [{ name: 'ANA', days_practised: 0, retention: { measured: null, wanted: 0.9 }, leeches: [] }, {}, {}],
      mistakes: [],
      suspect_items: [],
    });
    expect((await read('brief')).body).toMatchObject({
      class_name: 'B1',
      last_lesson: { title: 'Travel', recording_id: 'rec-1' },
      practised: { learners: 0, of: 3, days: 0, minutes: 0 },
      stuck: [],
      take_up: [],
    });
  });

  test('insights say who practised, what was retained and what was mistaken; the brief what to take up', async () => {
    const often: [number, boolean][] = [
      [100, true],
      [97, true],
      [88, true],
      [60, true],
    ];
    await practise('ana', {
      // Known and forgotten, again and again: it goes to rest.
      itinerary: Array.from({ length: 13 }, (_, i) => [80 - 6 * i, i % 2 === 0] as [number, boolean]),
      luggage: [...often, [2, true]],
      delay: [[3, false]],
    });
    await practise('ben', {
      luggage: [...often, [3, true]],
      delay: [
        [2, false],
        [1, false],
      ],
      gate: [[10, true]],
    });
    // What a learner keeps for themselves is none of the class's business.
    const { wordIds } = await buildWords(api.as('ben'), [{ word: 'secret' }]);
    const own = await start(api.as('ben'), { game_type: 'spelling_bee', item_ids: wordIds });
    for (let i = 0; i < 8; i++) await answer(api.as('ben'), own.id, { item_id: wordIds[0], answer: 'x' });
    const items = await start(api.as('ben'), { game_type: 'grammar_challenge', item_ids: [await grammarItem()] });
    await answer(api.as('ben'), items.id, { item_id: items.item_ids[0], answer: 'a' });

    const insights = (await read('insights')).body;
    const [ana, ben, chen] = insights.learners;
    expect(ana).toMatchObject({ user_id: 'ana', leeches: [{ text: 'itinerary', lapses: 6 }] });
    expect(ana.standing).toMatchObject({ known: 1, resting: 1 });
    expect(ana.retention.measured).toBeLessThan(0.8);
    expect(ben.retention).toMatchObject({ measured: 1, reviews: 1 });
    expect(chen).toMatchObject({ answers: 0, minutes: 0 });
    expect(insights.mistakes).toMatchObject([
      { category: 'spelling_bee', name: 'Spelling', learners: 2 },
      { category: 'article', count: 1, learners: 1 },
    ]);

    const brief = (await read('brief')).body;
    expect(brief.practised).toMatchObject({ learners: 2, of: 3 });
    expect(brief.stuck).toMatchObject([{ text: 'luggage' }]);
    expect(brief.take_up.map(({ text }: { text: string }) => text)).toEqual([
      'itinerary',
      'delay',
      expect.stringMatching(/gate|umbrella/),
    ]);
    expect(brief.take_up[0]).toMatchObject({
      quote: 'the itinerary of the lesson',
      cue_ms: 60_000,
      lesson: { title: 'Travel', recording_id: 'rec-1' },
      reason: 'ANA learned it and forgot it 6 times; practice alone does not help, so it rests.',
      learners: ['ANA'],
    });
    expect(brief.take_up[1].reason).toBe('BEN got it wrong twice since the last lesson. ANA had trouble with it, too.');
    expect(JSON.stringify([insights, brief])).not.toContain('secret');
  });

  const grammarItem = async (): Promise<string> =>
    String((await database().db('grammar_questions').where({ recording_id: 'rec-1' }).first('id')).id);

  test('an item that those who should know it get wrong is suspected', async () => {
    const id = await grammarItem();
    for (const userId of ['ana', 'chen']) {
      const session = await start(api.as(userId), { game_type: 'grammar_challenge', item_ids: [id] });
      const started_at = new Date(Date.now() - 200 * day);
      await database().db('game_sessions').where({ id: session.id }).update({ started_at });
      for (const [daysAgo, given] of [
        [100, 'an'],
        [97, 'an'],
        [87, 'an'],
        [20, 'a'],
        [19, 'an'],
        [17, 'a'],
      ] as const) {
        const answered_at = new Date(Date.now() - daysAgo * day).toISOString();
        await answer(api.as(userId), session.id, { item_id: id, answer: given, answered_at });
      }
    }
    const { suspect_items } = (await read('insights')).body;
    expect(suspect_items).toMatchObject([{ item_id: id, text: 'I bought an umbrella.', reviews: 4, wrong: 4 }]);
  });

  test('another teacher’s class is not there', async () => {
    for (const what of ['insights', 'brief'] as const) {
      expect((await read(what, api.as('mr-kim', 'teacher'))).status).toBe(404);
      expect((await read(what, api.as('ana'))).status).toBe(403);
    }
  });
});
