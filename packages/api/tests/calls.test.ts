import { onEveryDatabase } from '../../../tests/harness/test-databases.ts';
import { exampleTranscript } from './example-lesson.ts';
import { createWorld, type World } from './world.ts';

onEveryDatabase((database) => {
  let world: World;
  beforeAll(async () => {
    world = await createWorld(database());
  }, 90_000);
  afterAll(() => world.close());

  const teacher = () => world.api.as('ms-lee', 'teacher');
  const otherTeacher = () => world.api.as('mr-kim', 'teacher');
  const upload = (by: ReturnType<typeof teacher>, classId: string, name: string, text = exampleTranscript) =>
    by.post('/api/v1/lessons').field('class_id', classId).attach('file', Buffer.from(text), name);

  test('each game tells the learner’s statistics and mistakes; lessons need no topic; a word can be a favourite', async () => {
    const mia = world.api.as('mia');
    const { listId, wordId } = await world.makeWord();
    const { id } = (await mia.post('/api/v1/sessions/start').send({ game_type: 'spelling_bee', item_ids: [wordId] }))
      .body;
    await mia.post(`/api/v1/sessions/${id}/result`).send({ item_id: wordId, time_spent_ms: 1, answer: 'zzz' });
    expect((await mia.get('/api/v1/spelling/mistakes')).body.mistakes).toMatchObject([{ item_id: wordId }]);
    expect((await mia.get('/api/v1/spelling/stats/me')).body.stats).toMatchObject({ incorrect: 1, mistaken_items: 1 });
    expect((await mia.get('/api/v1/flashcards/mistakes')).body).toMatchObject({ count: 0, pagination: { total: 0 } });
    expect((await mia.get('/api/v1/sentence/stats/me')).body).toEqual({ success: true, stats: null });
    for (const game of ['cloze', 'grammar', 'sentence']) {
      expect((await mia.get(`/api/v1/${game}/lessons`)).body.count).toBeGreaterThan(1);
    }
    const favorite = `/api/v1/word-lists/${listId}/words/${wordId}/favorite`;
    const toggled = [await mia.post(favorite).send({}), await mia.post(favorite).send({})];
    expect(toggled.map(({ body }) => body.is_favorite)).toEqual([true, false]);
    expect((await world.api.as('tom').post(favorite).send({})).status).toBe(404);
  });

  test('a file name beyond ASCII is the topic as it was typed, and is cut between characters', async () => {
    const named = await upload(teacher(), 'b1', 'שיעור Café.vtt', `${exampleTranscript}\n\n`);
    expect([named.status, named.body.lesson.topic]).toEqual([201, 'שיעור Café']);
    const long = await upload(teacher(), 'b1', `${'a'.repeat(199)}🌸.vtt`, `${exampleTranscript}\n\n\n`);
    expect(long.body.lesson.topic).toBe('a'.repeat(199));
  });

  test('content that another class has is a conflict that tells nothing of it', async () => {
    const first = await upload(teacher(), 'b1', 'Private.vtt');
    expect(first.status).toBe(201);
    const second = await upload(otherTeacher(), 'c2', 'Mine.vtt');
    expect(second.status).toBe(409);
    expect(second.body.detail).not.toMatch(/Private|b1|ms-lee|mia/);
    expect(second.body).not.toHaveProperty('lesson');
  });

  test('bytes that are no UTF-8 are refused', async () => {
    const request = world.api.as('mia').post('/api/v1/word-lists').set('Content-Type', 'application/json');
    request.write(Buffer.from('{"name":"Caf\xe9"}', 'latin1'));
    const { status } = await request;
    expect(status).toBe(400);
  });

  test('an empty translation hides no word', async () => {
    const mia = world.api.as('mia');
    const list = (await mia.post('/api/v1/word-lists').send({ name: world.fresh() })).body;
    const word = (await mia.post(`/api/v1/word-lists/${list.id}/words`).send({ word: 'harbour', translation: '' }))
      .body;
    const session = (await mia.post('/api/v1/sessions/start').send({ game_type: 'flashcards', item_ids: [word.id] }))
      .body;
    const result = await mia
      .post(`/api/v1/sessions/${session.id}/result`)
      .send({ item_id: word.id, time_spent_ms: 1, is_correct: true });
    expect(result.body.correct_answer).toBe('harbour');
  });

  test('an answer too long to be a word is refused, not lost', async () => {
    const { id, itemIds } = await world.startSession('spelling_bee');
    const { status } = await world.api
      .as('mia')
      .post(`/api/v1/sessions/${id}/result`)
      .send({ item_id: itemIds[0], time_spent_ms: 1, answer: 'a'.repeat(2000) });
    expect(status).toBe(400);
  });

  test('starting a session can bring the items along', async () => {
    const { body } = await world.api
      .as('mia')
      .post('/api/v1/sessions/start?include=items')
      .send({ game_type: 'grammar_challenge', mode: 'custom', limit: 3 });
    expect(body.items.map((item: { id: string }) => item.id)).toEqual(body.item_ids);
  });

  test('an edit that no game could show names its field; brackets are only signs', async () => {
    const set = await world.makeExerciseSet();
    const [item] = set.exercises.grammar;
    if (!item) throw new Error('The example has no grammar question.');
    const edit = (options: string[], correct: string) =>
      teacher()
        .patch(`/api/v1/exercises/${set.id}`)
        .send({ grammar: [{ ...item, options, correct_answer: correct }] });
    const long = await edit([item.correct_answer, 'b', 'o'.repeat(300)], item.correct_answer);
    expect([long.status, long.body.errors[0].path]).toEqual([400, 'grammar.0.options.2']);
    expect((await edit(['a (', 'b', 'c'], 'a (')).status).toBeLessThan(500);
    const [card] = set.exercises.flashcards;
    const cards = await teacher()
      .patch(`/api/v1/exercises/${set.id}`)
      .send({ flashcards: [{ ...card, definition: 'd'.repeat(70_000) }] });
    expect([cards.status, cards.body.errors[0].path]).toEqual([400, 'flashcards.0.definition']);
  });

  test('a rejected set comes back under review', async () => {
    const { id } = await world.makeExerciseSet();
    await teacher().post(`/api/v1/exercises/${id}/reject`).send({ reason: 'Too easy.' });
    const { body } = await teacher().post(`/api/v1/exercises/${id}/reopen`);
    expect(body.data).toMatchObject({ status: 'pending_review', reject_reason: null });
    expect((await teacher().post(`/api/v1/exercises/${id}/approve`)).body.data.status).toBe('published');
    expect((await teacher().post(`/api/v1/exercises/${id}/reopen`)).status).toBe(409);
  });

  test('exercises go where their lesson goes, until they are published', async () => {
    const admin = world.api.as('root', 'admin');
    const set = await world.makeExerciseSet();
    const moved = await admin.patch(`/api/v1/lessons/${set.zoom_summary_id}`).send({ class_id: 'c2' });
    expect([moved.status, moved.body.lesson.teacher_id]).toEqual([200, 'mr-kim']);
    expect((await teacher().post(`/api/v1/exercises/${set.id}/approve`)).status).toBe(404);
    const approved = await otherTeacher().post(`/api/v1/exercises/${set.id}/approve`);
    expect(approved.body.data).toMatchObject({ class_id: 'c2', status: 'published' });
    const back = await admin.patch(`/api/v1/lessons/${set.zoom_summary_id}`).send({ class_id: 'b1' });
    expect(back.status).toBe(409);
  });

  test('a teacher of 120 classes finds the lessons of each', async () => {
    const admin = world.api.as('root', 'admin');
    for (let i = 100; i < 220; i += 1) {
      await admin.post('/api/v1/classes').send({ id: `many-${i}`, name: `Many ${i}`, teacher_id: 'busy' });
    }
    const busy = world.api.as('busy', 'teacher');
    const { body } = await upload(busy, 'many-219', 'Last.vtt', `${exampleTranscript}\n\n\n\n`);
    for (const query of ['', '?class_id=many-219']) {
      const { lessons } = (await busy.get(`/api/v1/lessons${query}`)).body;
      expect(lessons.map(({ id }: { id: string }) => id)).toEqual([body.lesson.id]);
    }
  }, 60_000);
});
