import { onEveryDatabase } from '../../../tests/harness/test-databases.ts';
import { createWorld, type World } from './world.ts';

onEveryDatabase((database) => {
  let world: World;
  beforeAll(async () => {
    world = await createWorld(database());
  }, 90_000);
  afterAll(() => world.close());

  const teacher = () => world.api.as('ms-lee', 'teacher');
  const mia = () => world.api.as('mia');
  const published = async () => {
    const set = await world.makeExerciseSet();
    await teacher().post(`/api/v1/exercises/${set.id}/approve`).send({}).expect(200);
    return set;
  };
  const itemsOf = async (recordingId: string): Promise<{ game_type: string; item_id: string }[]> =>
    (await mia().get(`/api/v1/recordings/${recordingId}/items`).expect(200)).body.items;
  const itemOf = async (recordingId: string, game: string): Promise<string> =>
    (await itemsOf(recordingId)).find(({ game_type }) => game_type === game)?.item_id ?? '';
  const reason = 'Both are right.';

  test('a withdrawn question leaves open sessions, mistakes and memories; results stay, and the set says when and why', async () => {
    const set = await published();
    const item = await itemOf(set.recording_id, 'grammar_challenge');
    const { db } = database();
    const lesson = await db('grammar_questions').where({ id: item }).first('lesson_id');
    const start = { game_type: 'grammar_challenge', mode: 'lesson', reference_id: lesson.lesson_id };
    const { body: session } = await mia().post('/api/v1/sessions/start').send(start).expect(201);
    await mia()
      .post(`/api/v1/sessions/${session.id}/result`)
      .send({ item_id: item, is_correct: false, answer: 'go', attempts: 1, time_spent_ms: 900 })
      .expect(200);
    const mine = { user_id: 'mia', item_id: item };
    expect(await db('user_mistakes').where(mine)).toHaveLength(1);
    await teacher().post(`/api/v1/items/grammar_challenge/${item}/withdraw`).send({ reason }).expect(200);
    for (const table of ['user_mistakes', 'memories'])
      expect([table, await db(table).where(mine)]).toEqual([table, []]);
    expect(await db('game_results').where(mine)).toHaveLength(1);
    const stats = await db('user_game_stats').where({ user_id: 'mia', game_type: 'grammar_challenge' }).first();
    expect([stats.mistaken_items, stats.mistakes].map(Number)).toEqual([0, 0]);
    const { body: again } = await mia().get(`/api/v1/sessions/${session.id}`).query({ include_items: true });
    expect(again.items ?? []).toEqual([]);
    const { body } = await teacher().get(`/api/v1/exercises/${set.id}`).expect(200);
    expect(body.data.exercises.grammar).toEqual([]);
    expect(body.data.exercises.quality.dropped).toEqual([
      {
        kind: 'grammar',
        what: 'Yesterday I went to the airport.',
        reason: expect.stringMatching(/^Withdrawn on \d{4}-\d\d-\d\d: Both are right\.$/),
      },
    ]);
    await teacher().post(`/api/v1/items/grammar_challenge/${item}/withdraw`).send({ reason }).expect(404);
  });

  test('a withdrawn word goes from every learner’s list, and those who join later do not get it', async () => {
    const set = await published();
    const word = await itemOf(set.recording_id, 'flashcards');
    await teacher().post(`/api/v1/items/flashcards/${word}/withdraw`).send({ reason }).expect(200);
    expect((await itemsOf(set.recording_id)).map(({ item_id }) => item_id)).not.toContain(word);
    const list = await database().db('word_lists').where({ recording_id: set.recording_id }).first();
    const left = await database().db('words').where({ word_list_id: list.id }).pluck('word');
    expect([Number(list.word_count), left]).toEqual([1, ['airport']]);
    const row = await database().db('publications').where({ recording_id: set.recording_id }).first('published');
    expect(String(typeof row.published === 'string' ? row.published : JSON.stringify(row.published))).not.toContain(
      'boarding pass',
    );
  });

  test('a set that was taken back is rejected with the reason, and published again after another look', async () => {
    const set = await published();
    const { body } = await teacher().post(`/api/v1/exercises/${set.id}/withdraw`).send({ reason }).expect(200);
    expect(body.data).toMatchObject({ status: 'rejected', reject_reason: reason, reviewed_by: 'ms-lee' });
    expect(await database().db('cloze_lessons').where({ recording_id: set.recording_id })).toEqual([]);
    expect(await database().db('word_lists').where({ recording_id: set.recording_id })).toEqual([]);
    await teacher().post(`/api/v1/exercises/${set.id}/reopen`).send({}).expect(200);
    await teacher().post(`/api/v1/exercises/${set.id}/approve`).send({}).expect(200);
    expect((await itemsOf(set.recording_id)).length).toBeGreaterThan(0);
  });

  test('what nobody published is not withdrawn', async () => {
    const set = await world.makeExerciseSet();
    await teacher().post(`/api/v1/exercises/${set.id}/withdraw`).send({ reason }).expect(409);
    const starter = await database().db('cloze_items').where({ class_id: '' }).first('id');
    await world.api
      .as('root', 'admin')
      .post(`/api/v1/items/advanced_cloze/${starter.id}/withdraw`)
      .send({ reason })
      .expect(409);
  });
});
