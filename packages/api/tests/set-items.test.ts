import type { ExerciseSet } from '@tulkka/shared/lessons';
import { onEveryDatabase } from '../../../tests/harness/test-databases.ts';
import { exampleExercises } from './example-lesson.ts';
import { createWorld, type World } from './world.ts';

onEveryDatabase((database) => {
  let world: World;
  beforeAll(async () => {
    world = await createWorld(database());
  }, 90_000);
  afterAll(() => world.close());

  const teacher = () => world.api.as('ms-lee', 'teacher');
  const mia = () => world.api.as('mia');
  const at = (set: Pick<ExerciseSet, 'id'>, rest = '') => `/api/v1/exercises/${set.id}${rest}`;
  const read = async ({ id }: Pick<ExerciseSet, 'id'>) => (await teacher().get(at({ id })).expect(200)).body.data;
  const published = async (): Promise<ExerciseSet> => {
    const { id } = await world.makeExerciseSet();
    const { body } = await teacher().post(at({ id }, '/approve')).send({}).expect(200);
    return { ...body.data };
  };
  const idsOf = (set: Pick<ExerciseSet, 'exercises'>) => ({
    grammar: set.exercises.grammar[0]?.id ?? '',
    card: set.exercises.flashcards[0]?.id ?? '',
    gap: set.exercises.fill_in_blank[0]?.id ?? '',
    spelling: set.exercises.spelling[0]?.id ?? '',
  });
  const edit = (set: ExerciseSet, itemId: string, item: object, revision = set.revision) =>
    teacher()
      .patch(at(set, `/items/${itemId}`))
      .send({ revision, item });
  const spelling = {
    word: 'yesterday',
    sample_sentence: 'Yesterday I went to the airport.',
    hint: 'The day before today.',
    difficulty: 'easy',
    source_quote: 'Yesterday I went to the airport with my sister.',
  };
  const gameItem = async (set: ExerciseSet, game: string): Promise<{ item_id: string; text: string }> => {
    const { body } = await mia().get(`/api/v1/recordings/${set.recording_id}/items`).expect(200);
    return body.items.find(({ game_type }: { game_type: string }) => game_type === game);
  };

  test('an item keeps its id through its own edits, those of others, and a list that was sent without ids', async () => {
    const set = await world.makeExerciseSet();
    const ids = idsOf(set);
    expect(new Set(Object.values(ids)).size).toBe(4);
    const { body } = await edit(set, ids.grammar, { question: 'Last year I ___ to the airport.' }).expect(200);
    expect(body).toMatchObject({ kind: 'grammar', revision: set.revision + 1, status: 'pending_review' });
    expect(body.item).toMatchObject({ id: ids.grammar, question: 'Last year I ___ to the airport.' });
    const { id: _, ...anonymous } = body.item;
    await teacher()
      .patch(at(set))
      .send({ grammar: [anonymous], revision: body.revision })
      .expect(200);
    expect(idsOf(await read(set))).toEqual(ids);
    // Made anew of the same lesson, the same item has the same id.
    expect(idsOf(await world.makeExerciseSet())).toEqual(ids);
  });

  test('an item that breaks a rule is refused at its field, with what to do', async () => {
    const set = await world.makeExerciseSet();
    const { grammar, gap } = idsOf(set);
    const { body } = await edit(set, grammar, { correct_answer: 'gone', colour: 'red' }).expect(400);
    expect(body.errors).toEqual([{ path: 'item.colour', message: 'is not a known field' }]);
    const { body: other } = await edit(set, grammar, { correct_answer: 'gone' }).expect(400);
    expect(other.errors).toEqual([
      {
        path: 'item.correct_answer',
        message:
          'The right answer must be one of the options. Write it as it stands among the options, or add it to them.',
      },
    ]);
    const { body: long } = await edit(set, gap, { hint: 'h'.repeat(3000) }).expect(400);
    expect(long.errors[0]).toMatchObject({ path: 'item.hint' });
    const twice = { revision: set.revision, kind: 'spelling', item: { ...exampleExercises.spelling[0] } };
    const { body: same } = await teacher().post(at(set, '/items')).send(twice).expect(400);
    expect(same.errors[0].message).toMatch(/^The set has the same item already\. /);
    expect((await read(set)).revision).toBe(set.revision);
    await edit(set, 'nobody', { hint: 'h' }).expect(404);
  });

  test('a change made of an older revision is refused with the one of now', async () => {
    const set = await world.makeExerciseSet();
    const { grammar, card } = idsOf(set);
    await edit(set, grammar, { hint: 'Think of the time.' }).expect(200);
    const { body } = await edit(set, card, { definition: 'what you show at the gate' }).expect(409);
    expect(body).toMatchObject({ code: 'conflict', revision: set.revision + 1 });
    const { body: late } = await teacher()
      .delete(at(set, `/items/${card}`))
      .query({ revision: set.revision })
      .expect(409);
    expect(late.revision).toBe(set.revision + 1);
    const both = await Promise.all(
      ['First.', 'Second.'].map((explanation) => edit(set, grammar, { explanation }, set.revision + 1)),
    );
    expect(both.map(({ status }) => status).sort()).toEqual([200, 409]);
    expect(both.find(({ status }) => status === 409)?.body.revision).toBe(set.revision + 2);
  });

  test('items are added and dropped before publishing; a rejected set says what to do first', async () => {
    const set = await world.makeExerciseSet();
    const add = (revision: number) =>
      teacher().post(at(set, '/items')).send({ revision, kind: 'spelling', item: spelling });
    const { body: added } = await add(set.revision).expect(201);
    expect(added).toMatchObject({ total_exercises: 6, item: { word: 'yesterday', id: expect.any(String) } });
    const { body: left } = await teacher()
      .delete(at(set, `/items/${added.item.id}`))
      .query({ revision: added.revision })
      .expect(200);
    expect(left).toMatchObject({ total_exercises: 5, item_id: added.item.id });
    expect((await read(set)).exercises.quality.dropped).toEqual([]);
    await teacher().post(at(set, '/reject')).send({ reason: 'No.' }).expect(200);
    const { body } = await add(left.revision + 1).expect(409);
    expect(body.detail).toContain('/reopen');
  });

  test('a published question is mended where it stands: an open session shows it so, memory and mistakes forget it, results and help stay', async () => {
    const set = await published();
    const { db } = database();
    const game = await gameItem(set, 'grammar_challenge');
    const { lesson_id } = await db('grammar_questions').where({ id: game.item_id }).first('lesson_id');
    const start = { game_type: 'grammar_challenge', mode: 'lesson', reference_id: lesson_id };
    const { body: session } = await mia().post('/api/v1/sessions/start').send(start).expect(201);
    const answer = { item_id: game.item_id, is_correct: false, answer: 'go', attempts: 1, time_spent_ms: 900 };
    await mia().post(`/api/v1/sessions/${session.id}/result`).send(answer).expect(200);
    await mia().post(`/api/v1/items/grammar_challenge/${game.item_id}/reports`).send({ reason: 'unclear' }).expect(201);
    const mine = { user_id: 'mia', item_id: game.item_id };

    // Help alone: nothing is forgotten.
    const { body: helped } = await edit(set, idsOf(set).grammar, { hint: 'Think of the time.' }).expect(200);
    expect(helped.status).toBe('published');
    expect(await db('user_mistakes').where(mine)).toHaveLength(1);

    const asked = { question: 'Last year I ___ to the airport.' };
    await edit(set, idsOf(set).grammar, asked, helped.revision).expect(200);
    for (const table of ['user_mistakes', 'memories'])
      expect([table, await db(table).where(mine)]).toEqual([table, []]);
    expect(await db('game_results').where(mine)).toHaveLength(1);
    expect(await db('item_reports').where(mine).pluck('status')).toEqual(['closed']);
    const { body: again } = await mia().get(`/api/v1/sessions/${session.id}`).query({ include: 'items' }).expect(200);
    expect(again.items).toMatchObject([{ id: game.item_id, ...asked, hint: 'Think of the time.' }]);
    expect((await read(set)).published_at).toBe(set.published_at);
  });

  test('a published item that is dropped leaves the games, and the set says why', async () => {
    const set = await published();
    const { body } = await teacher()
      .delete(at(set, `/items/${idsOf(set).gap}`))
      .query({ revision: set.revision, reason: 'Both are right.' })
      .expect(200);
    expect(body).toMatchObject({ status: 'published', total_exercises: 4 });
    expect(await gameItem(set, 'advanced_cloze')).toBeUndefined();
    expect(await database().db('cloze_lessons').where({ recording_id: set.recording_id })).toEqual([]);
    expect((await read(set)).exercises.quality.dropped).toEqual([
      {
        kind: 'fill_in_blank',
        what: 'Yesterday I went to the airport with my sister.',
        reason: expect.stringMatching(/^Withdrawn on \d{4}-\d\d-\d\d: Both are right\.$/),
      },
    ]);
  });

  test('more is published of the same lesson, into lessons and lists that are there already', async () => {
    const set = await published();
    const { id: _, ...grammar } = { ...set.exercises.grammar[0], question: 'Last year I ___ to the airport.' };
    const { body: first } = await teacher()
      .post(at(set, '/items'))
      .send({ revision: set.revision, kind: 'grammar', item: grammar })
      .expect(201);
    await teacher()
      .post(at(set, '/items'))
      .send({ revision: first.revision, kind: 'spelling', item: spelling })
      .expect(201);
    const { db } = database();
    const own = { recording_id: set.recording_id };
    expect(await db('grammar_lessons').where(own).pluck('question_count')).toEqual([2]);
    expect(await db('grammar_questions').where(own).orderBy('position').pluck('set_item_id')).toEqual([
      idsOf(set).grammar,
      first.item.id,
    ]);
    const list = await db('word_lists').where(own).first('id', 'word_count');
    expect(Number(list.word_count)).toBe(3);
    expect(await db('words').where({ word_list_id: list.id }).pluck('word')).toContain('yesterday');
  });

  test('a word is mended in every list; what a learner wrote over it stays theirs', async () => {
    const set = await published();
    const { db } = database();
    const { item_id } = await gameItem(set, 'flashcards');
    const list = await db('word_lists').where({ recording_id: set.recording_id }).first('id');
    const change = (fields: object) => mia().patch(`/api/v1/word-lists/${list.id}/words/${item_id}`).send(fields);
    await change({ translation: 'meine Übersetzung' }).expect(200);
    const card = {
      word: 'boarding passes',
      translation: 'Bordkarten',
      definition: 'cards that let you onto the plane',
    };
    const { body } = await edit(set, idsOf(set).card, card).expect(200);
    expect(await db('words').where({ id: item_id }).first('word', 'translation', 'notes')).toEqual({
      word: 'boarding passes',
      translation: 'meine Übersetzung',
      notes: 'cards that let you onto the plane',
    });
    const found = await mia().get(`/api/v1/word-lists/${list.id}/words`).query({ search: 'passes' }).expect(200);
    expect(found.body.count).toBe(1);
    // The learner has the next word already, added by themselves: theirs stays, the published one goes.
    await mia().post(`/api/v1/word-lists/${list.id}/words`).send({ word: 'gate pass' }).expect(201);
    const renamed = { word: 'gate pass', example_sentence: 'A gate pass is the card that lets you onto the plane.' };
    await edit(set, idsOf(set).card, renamed, body.revision).expect(200);
    const words = await db('words').where({ word_list_id: list.id }).pluck('word');
    expect([
      words.sort(),
      Number((await db('word_lists').where({ id: list.id }).first('word_count')).word_count),
    ]).toEqual([['airport', 'gate pass'], 2]);
  });

  test('a picture goes along into words and games, and not with another meaning', async () => {
    const set = await world.makeExerciseSet();
    const { card } = idsOf(set);
    const { body: refused } = await edit(set, card, { picture: 'a card' }).expect(400);
    expect(refused.errors).toEqual([{ path: 'item.picture', message: 'must be an emoji' }]);
    const { body: pictured } = await edit(set, card, { picture: '🎫' }).expect(200);
    expect(pictured.item.picture).toBe('🎫');
    const { body: other } = await edit(set, card, { definition: 'a card for a plane' }, pictured.revision).expect(200);
    expect(other.item.picture).toBeNull();
    await edit(set, card, { definition: 'the card for the plane', picture: '🎫' }, other.revision).expect(200);
    await teacher().post(at(set, '/approve')).send({}).expect(200);

    const { item_id } = await gameItem(set, 'flashcards');
    const list = await database().db('word_lists').where({ recording_id: set.recording_id }).first('id');
    const word = async () => (await mia().get(`/api/v1/word-lists/${list.id}/words`).expect(200)).body.words;
    expect((await word()).map((one: { word: string; picture?: string }) => [one.word, one.picture])).toEqual(
      expect.arrayContaining([
        ['boarding pass', '🎫'],
        ['airport', undefined],
      ]),
    );
    const wish = { game_type: 'flashcards', reference_id: list.id };
    const { body: session } = await mia().post('/api/v1/sessions/start').send(wish).expect(201);
    const items: { id: string; picture?: string }[] = (
      await mia().get(`/api/v1/sessions/${session.id}`).query({ include: 'items' }).expect(200)
    ).body.items;
    expect(items.find(({ id }) => id === item_id)?.picture).toBe('🎫');

    const change = (fields: object) => mia().patch(`/api/v1/word-lists/${list.id}/words/${item_id}`).send(fields);
    const shown = async () => (await word()).find(({ id }: { id: string }) => id === item_id)?.picture;
    await change({ word: 'boarding pass', notes: 'the card for the plane', translation: 'x' }).expect(200);
    expect(await shown()).toBe('🎫');
    await change({ notes: 'to pass the board' }).expect(200);
    expect(await shown()).toBeUndefined();
  });

  test('what was published before items had ids is mended all the same', async () => {
    const set = await published();
    const { db } = database();
    await db('grammar_questions').where({ recording_id: set.recording_id }).update({ set_item_id: null });
    await db('publications').where({ recording_id: set.recording_id }).update({ set_revision: null });
    const { item_id } = await gameItem(set, 'grammar_challenge');
    const { grammar } = idsOf(set);
    const { body } = await edit(set, grammar, { hint: 'Think of the time.' }).expect(200);
    await edit(set, grammar, { question: 'Last year I ___ to the airport.' }, body.revision).expect(200);
    const rows = await db('grammar_questions').where({ recording_id: set.recording_id }).select('id', 'question');
    expect(rows).toEqual([{ id: item_id, question: 'Last year I ___ to the airport.' }]);
  });

  test('a mended set that its process left behind is published by the next one, and no older one comes after it', async () => {
    const set = await published();
    const { sets, publisher } = world.api.context.lessonParts();
    const stored = await sets.get(set.id);
    const [question] = stored.exercises.grammar;
    if (!question) throw new Error('The example has a question.');
    const asked = (text: string) => ({ ...stored.exercises, grammar: [{ ...question, question: text }] });
    const left = await sets.mend(stored, asked('Last year I ___ to the airport.'), { by: 'ms-lee' });
    await edit(set, question.id ?? '', { hint: 'h' }, left.revision).expect(409);
    await publisher.finishApproved(world.api.context.log);
    expect(await gameItem(set, 'grammar_challenge')).toMatchObject({ text: 'Last year I went to the airport.' });
    await publisher.publish(stored);
    expect(await gameItem(set, 'grammar_challenge')).toMatchObject({ text: 'Last year I went to the airport.' });
  });

  test('the history of a set tells who did what, why and with which items; edits without a rest are one line', async () => {
    const set = await world.makeExerciseSet();
    const { grammar, gap } = idsOf(set);
    await edit(set, grammar, { hint: 'Think of the time.' }).expect(200);
    await edit(set, grammar, { hint: 'Think of the day.' }, set.revision + 1).expect(200);
    await teacher()
      .delete(at(set, `/items/${gap}`))
      .query({ revision: set.revision + 2 })
      .expect(200);
    await teacher().post(at(set, '/reject')).send({ reason: 'Too easy.' }).expect(200);
    await teacher().post(at(set, '/reopen')).send({}).expect(200);
    await world.api.as('root', 'admin').post(at(set, '/approve')).send({}).expect(200);
    const { revision } = await read(set);
    await edit(set, grammar, { hint: 'It was yesterday.' }, revision).expect(200);
    await teacher().post(at(set, '/withdraw')).send({ reason: 'Another class’s lesson.' }).expect(200);
    const { body } = await teacher().get(at(set, '/history')).expect(200);
    const lines = body.data.map(({ at: _, ...line }: { at: string }) => line);
    const changed = { kind: 'grammar', item_id: grammar, what: 'changed' };
    const dropped = { kind: 'fill_in_blank', item_id: gap, what: 'dropped' };
    const line = (what: string, by: string | null, more: object = {}) => ({
      what,
      by,
      reason: null,
      items: [],
      ...more,
    });
    expect(lines).toEqual([
      line('withdrawn', 'ms-lee', { reason: 'Another class’s lesson.' }),
      line('mended', 'ms-lee', { items: [changed] }),
      line('published', null),
      line('approved', 'root'),
      line('reopened', 'ms-lee'),
      line('rejected', 'ms-lee', { reason: 'Too easy.' }),
      line('edited', 'ms-lee', { items: [changed, dropped] }),
    ]);
    await world.api.as('mr-kim', 'teacher').get(at(set, '/history')).expect(404);
  });
});
