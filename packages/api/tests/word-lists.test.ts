import fc from 'fast-check';
import { onEveryDatabase } from '../../../tests/harness/test-databases.ts';
import { createTestApi, type TestApi } from './test-api.ts';

const lists = '/api/v1/word-lists';

onEveryDatabase((database) => {
  let api: TestApi;
  let learners = 0;
  beforeAll(async () => {
    api = await createTestApi(database());
  });
  afterAll(() => api.close());

  /** A learner nobody else uses, so that lists can be counted. */
  const newLearner = () => api.as(`learner-${++learners}`);
  const newList = async (learner: ReturnType<typeof newLearner>, fields: object = {}) =>
    (await learner.post(lists).send({ name: 'Travel', ...fields })).body.id as string;

  test('a list is made, read, changed and deleted', async () => {
    const learner = newLearner();
    const made = await learner.post(lists).send({ name: '  Travel ', class_id: 'class-1' });
    expect(made.status).toBe(201);
    expect(made.body).toMatchObject({ name: 'Travel', class_id: 'class-1', word_count: 0, is_favorite: false });
    expect(made.headers.location).toBe(`${lists}/${made.body.id}`);
    expect((await learner.get(made.headers.location ?? '')).body).toEqual(made.body);
    const repeated = () => learner.post(lists).set('Idempotency-Key', 'a-key').send({ name: 'Twice' });
    const [first, again] = [await repeated(), await repeated()];
    expect([again.headers['idempotency-replayed'], again.headers.location]).toEqual(['true', first.headers.location]);
    const changed = await learner.patch(`${lists}/${made.body.id}`).send({ name: 'Trips', description: 'for May' });
    expect(changed.body).toMatchObject({ name: 'Trips', description: 'for May', class_id: 'class-1' });
    expect((await learner.delete(`${lists}/${made.body.id}`)).body).toEqual({ success: true, id: made.body.id });
    expect((await learner.get(`${lists}/${made.body.id}`)).status).toBe(404);
  });

  test('a list goes with its words', async () => {
    const learner = newLearner();
    const id = await newList(learner);
    const { body: word } = await learner.post(`${lists}/${id}/words`).send({ word: 'ticket' });
    await learner.delete(`${lists}/${id}`);
    expect(await database().db('words').where({ id: word.id })).toEqual([]);
  });

  test('favourites are set, or turned around when nothing is said', async () => {
    const learner = newLearner();
    const id = await newList(learner);
    const favorite = async (body: object) =>
      (await learner.post(`${lists}/${id}/favorite`).send(body)).body.is_favorite as boolean;
    expect([await favorite({}), await favorite({}), await favorite({ is_favorite: true })]).toEqual([
      true,
      false,
      true,
    ]);
    expect((await learner.get(lists).query({ favorite: 'true' })).body.count).toBe(1);
    expect((await learner.get(lists).query({ favorite: 'false' })).body.count).toBe(0);
  });

  test('lists are found by name whatever its case, and signs of LIKE mean themselves', async () => {
    const learner = newLearner();
    await newList(learner, { name: 'ÜBUNG 100%' });
    await newList(learner, { name: 'Other_thing' });
    const found = async (search: string) => (await learner.get(lists).query({ search })).body.count as number;
    expect([await found('übung'), await found('0%'), await found('%'), await found('_'), await found('!')]).toEqual([
      1, 1, 1, 1, 0,
    ]);
  });

  test('lists are sorted by name or newest first', async () => {
    const learner = newLearner();
    for (const name of ['b', 'A', 'c']) await newList(learner, { name });
    const names = async (sort: string) =>
      (await learner.get(lists).query({ sort })).body.data.map((list: { name: string }) => list.name);
    expect(await names('name')).toEqual(['A', 'b', 'c']);
    expect(await names('created_at')).toEqual(['c', 'A', 'b']);
  });

  test('paging visits each list once, whatever the page size', async () => {
    const learner = newLearner();
    const made = new Set<string>();
    for (let i = 0; i < 11; i++) made.add(await newList(learner, { name: `List ${i % 3}` }));
    await fc.assert(
      fc.asyncProperty(
        fc.integer({ min: 1, max: 12 }),
        fc.constantFrom('name', 'created_at', 'updated_at'),
        async (limit, sort) => {
          const seen: string[] = [];
          for (let page = 1; ; page++) {
            const { body } = await learner.get(lists).query({ limit, page, sort });
            expect(body.pagination).toEqual({ page, limit, total: 11 });
            expect(body.count).toBe(body.data.length);
            if (body.count === 0) break;
            seen.push(...body.data.map((list: { id: string }) => list.id));
          }
          expect(seen).toHaveLength(made.size);
          expect(new Set(seen)).toEqual(made);
        },
      ),
      { numRuns: 12 },
    );
  });

  test('words are added once whatever their case, counted, listed, changed and removed', async () => {
    const learner = newLearner();
    const id = await newList(learner);
    const words = `${lists}/${id}/words`;
    const made = await learner.post(words).send({ word: 'Straße', translation: 'street' });
    expect(made.status).toBe(201);
    expect(made.body).toMatchObject({ word: 'Straße', difficulty: 'medium', accuracy: 0, word_list_id: id });
    const again = await learner.post(words).send({ word: 'STRAßE' });
    expect([again.status, again.body.code]).toEqual([409, 'conflict']);
    const other = await learner.post(words).send({ word: 'corner', difficulty: 'hard' });
    expect((await learner.get(`${lists}/${id}`)).body.word_count).toBe(2);
    expect((await learner.get(words).query({ difficulty: 'hard' })).body).toMatchObject({
      count: 1,
      pagination: { page: 1, limit: 50, total: 1 },
    });
    const renamed = await learner.patch(`${words}/${other.body.id}`).send({ word: 'straße' });
    expect(renamed.status).toBe(409);
    const changed = await learner.patch(`${words}/${other.body.id}`).send({ is_favorite: true, translation: null });
    expect(changed.body).toMatchObject({ is_favorite: true, word: 'corner' });
    expect((await learner.get(words).query({ favorite: 'true' })).body.count).toBe(1);
    expect((await learner.delete(`${words}/${other.body.id}`)).status).toBe(200);
    expect((await learner.delete(`${words}/${other.body.id}`)).status).toBe(404);
    const whole = await learner.get(`${lists}/${id}`).query({ include: 'words' });
    expect(whole.body).toMatchObject({ word_count: 1, words: [{ word: 'Straße' }] });
  });

  test('words of all lists are found by word or translation, without accents and vowel points', async () => {
    const learner = newLearner();
    const [travel, food] = [await newList(learner), await newList(learner, { name: 'Food' })];
    const words = [
      { word: 'café', translation: 'קָפֶה' },
      { word: 'Résumé 100%', translation: 'سِيرَة' },
      { word: 'luggage', translation: 'Équipage' },
    ];
    await learner.post(`${lists}/${food}/words/batch`).send({ words }).expect(200);
    await learner.post(`${lists}/${travel}/words`).send({ word: 'airport', translation: 'aeropuerto' }).expect(201);
    const found = async (query: object) => {
      const { body } = await learner.get('/api/v1/words').query(query).expect(200);
      return body.words.map(({ word }: { word: string }) => word);
    };
    expect(await found({ search: 'CAFE' })).toEqual(['café']);
    expect(await found({ search: 'קפה' })).toEqual(['café']);
    expect(await found({ search: 'سيرة' })).toEqual(['Résumé 100%']);
    expect(await found({ search: 'equi' })).toEqual(['luggage']);
    expect(await found({ search: '0%' })).toEqual(['Résumé 100%']);
    expect(await found({ search: '_' })).toEqual([]);
    expect((await found({ list_id: food })).sort()).toEqual(['Résumé 100%', 'café', 'luggage']);
    expect(await found({ list_id: food, search: 'port' })).toEqual([]);
    const { body } = await learner.get('/api/v1/words').query({ search: 'luggage' });
    const place = `${lists}/${food}/words/${body.words[0].id}`;
    await learner.patch(place).send({ translation: 'maleta' }).expect(200);
    expect([await found({ search: 'equi' }), await found({ search: 'maleta' })]).toEqual([[], ['luggage']]);
    await learner.patch(place).send({ word: 'Bagage à main', translation: null }).expect(200);
    expect(await found({ search: 'a main' })).toEqual(['Bagage à main']);
    expect(await newLearner().get('/api/v1/words').query({ list_id: food })).toMatchObject({ body: { count: 0 } });
  });

  test('a word that an older process wrote is still found by its own letters', async () => {
    const learner = newLearner();
    const id = await newList(learner);
    await learner.post(`${lists}/${id}/words`).send({ word: 'harbour' }).expect(201);
    await database().db('words').where({ word_list_id: id }).update({ word_plain: null, translation_plain: null });
    expect((await learner.get('/api/v1/words').query({ search: 'HARB' })).body.count).toBe(1);
  });

  test('many words are added at once; those the list has are counted, and the list counts right', async () => {
    const learner = newLearner();
    const id = await newList(learner);
    await learner.post(`${lists}/${id}/words`).send({ word: 'Word 7' }).expect(201);
    const words = Array.from({ length: 250 }, (_, i) => ({ word: `word ${i}`, translation: `${i}` }));
    const send = (some: object[]) => learner.post(`${lists}/${id}/words/batch`).send({ words: some });
    expect((await send([...words, { word: 'WORD 8' }])).body).toEqual({ success: true, added: 249, known: 2 });
    const both = await Promise.all([send([{ word: 'x' }, { word: 'y' }]), send([{ word: 'x' }, { word: 'y' }])]);
    expect(both.map(({ body }) => body.added).sort()).toEqual([0, 2]);
    expect((await learner.get(`${lists}/${id}`)).body.word_count).toBe(252);
    expect((await learner.get(`${lists}/${id}/words`).query({ search: 'word 8', limit: 1 })).body.words).toEqual([
      expect.objectContaining({ word: 'word 8', translation: '8' }),
    ]);
    await send([]).expect(400);
    await newLearner()
      .post(`${lists}/${id}/words/batch`)
      .send({ words: [{ word: 'z' }] })
      .expect(404);
  });

  test('a list without words says so when it is read with them', async () => {
    const learner = newLearner();
    const id = await newList(learner);
    expect((await learner.get(`${lists}/${id}`).query({ include: 'words' })).body.words).toEqual([]);
    expect((await learner.get(`${lists}/${id}/words`)).body).toMatchObject({ count: 0, words: [] });
  });

  test('words added at the same moment are all counted', async () => {
    const learner = newLearner();
    const id = await newList(learner);
    const added = await Promise.all(
      Array.from({ length: 12 }, (_, i) => learner.post(`${lists}/${id}/words`).send({ word: `word ${i}` })),
    );
    expect(added.map((answer) => answer.status)).toEqual(Array(12).fill(201));
    expect((await learner.get(`${lists}/${id}`)).body.word_count).toBe(12);
  });

  test('someone else’s list and words are not there', async () => {
    const [owner, stranger] = [newLearner(), newLearner()];
    const id = await newList(owner);
    const { body: word } = await owner.post(`${lists}/${id}/words`).send({ word: 'mine' });
    const answers = await Promise.all([
      stranger.get(`${lists}/${id}`),
      stranger.get(`${lists}/${id}`).query({ include: 'words' }),
      stranger.patch(`${lists}/${id}`).send({ name: 'Yours' }),
      stranger.delete(`${lists}/${id}`),
      stranger.post(`${lists}/${id}/favorite`).send({}),
      stranger.get(`${lists}/${id}/words`),
      stranger.post(`${lists}/${id}/words`).send({ word: 'x' }),
      stranger.get(`${lists}/${id}/words/${word.id}`),
      stranger.patch(`${lists}/${id}/words/${word.id}`).send({ word: 'x' }),
      stranger.delete(`${lists}/${id}/words/${word.id}`),
    ]);
    expect(answers.map((answer) => answer.status)).toEqual(Array(10).fill(404));
    expect((await owner.get(`${lists}/${id}`)).body).toMatchObject({ name: 'Travel', word_count: 1 });
  });

  test('a teacher works on the lists of a student in class, and of nobody else', async () => {
    const at = new Date();
    await database()
      .db('classes')
      .insert({ id: 'b1', name: 'B1', teacher_id: 'ms-lee', created_at: at, updated_at: at });
    await database().db('class_students').insert({ class_id: 'b1', user_id: 'mia', created_at: at });
    await newList(api.as('mia'), { name: 'Mia’s' });
    const teacher = api.as('ms-lee', 'teacher');
    expect((await teacher.get(lists).query({ user_id: 'mia' })).body.data).toMatchObject([{ name: 'Mia’s' }]);
    expect((await teacher.get(lists).query({ user_id: 'tom' })).body).toMatchObject({ status: 403, code: 'forbidden' });
    expect((await api.as('ms-lee').get(lists).query({ user_id: 'mia' })).status).toBe(403);
    expect((await api.as('root', 'admin').get(lists).query({ user_id: 'mia' })).status).toBe(200);
  });

  test('any text survives the way there and back', async () => {
    const learner = newLearner();
    const id = await newList(learner);
    let count = 0;
    await fc.assert(
      fc.asyncProperty(fc.string({ unit: 'grapheme', minLength: 1, maxLength: 60 }), async (notes) => {
        fc.pre(!notes.includes('\u0000'));
        const { body } = await learner.post(`${lists}/${id}/words`).send({ word: `word ${++count}`, notes });
        expect(body.notes).toBe(notes);
        expect((await learner.get(`${lists}/${id}/words/${body.id}`)).body.notes).toBe(notes);
      }),
      { numRuns: 60 },
    );
  });

  test('what cannot be stored is refused by name', async () => {
    const learner = newLearner();
    const answer = await learner.post(lists).send({ name: 'half \ud800', colour: 'red', description: 3 });
    expect(answer.status).toBe(400);
    expect(answer.body.errors.map((error: { path: string }) => error.path).sort()).toEqual([
      'colour',
      'description',
      'name',
    ]);
    expect((await learner.patch(`${lists}/x`).send({})).status).toBe(400);
    expect((await learner.get(lists).query({ limit: 101 })).status).toBe(400);
    expect((await learner.get(lists).query({ page: 0 })).status).toBe(400);
  });

  test.each<[string, readonly (readonly [string, number])[]]>([
    [
      'white space',
      [
        ['ice  cream', 201],
        ['ice cream', 409],
        [' ice\u00a0cream ', 409],
        ['icecream', 201],
      ],
    ],
    [
      'apostrophes',
      [
        ['don’t', 201],
        ["don't", 409],
        ['donʼt', 409],
        ['dont', 201],
      ],
    ],
    [
      'signs that nobody sees',
      [
        ['fi\u200ble', 201],
        ['file', 409],
        ['f\u00adile', 409],
        ['\ufefffile', 409],
        ['\u202dfile\u202c', 409],
      ],
    ],
    [
      'ligatures and width',
      [
        ['ﬂower', 201],
        ['flower', 409],
        ['ｆｌｏｗｅｒ', 409],
      ],
    ],
    [
      'hyphens',
      [
        ['well‑known', 201],
        ['well-known', 409],
        ['well–known', 409],
      ],
    ],
    [
      'quotation marks',
      [
        ['so-called “art”', 201],
        ['so-called "art"', 409],
      ],
    ],
    [
      'composed and decomposed',
      [
        ['cafe\u0301', 201],
        ['café', 409],
        ['CAFÉ', 409],
      ],
    ],
    [
      'accents, which make another word',
      [
        ['résumé', 201],
        ['resume', 201],
      ],
    ],
    [
      'nothing to be seen',
      [
        ['\u200b', 400],
        ['\u00ad\u2060', 400],
        [' \ufeff ', 400],
      ],
    ],
  ])('words of a list that differ in %s', async (_, steps) => {
    const learner = newLearner();
    const id = await newList(learner);
    for (const [word, status] of steps) {
      const answer = await learner.post(`${lists}/${id}/words`).send({ word });
      expect([word, answer.status]).toEqual([word, status]);
      if (status === 201) expect(answer.body.word).toBe(word.trim());
      if (status === 400) expect(answer.body.errors).toEqual([{ path: 'word', message: expect.any(String) }]);
    }
  });

  test('a search finds what is written otherwise: accents, vowel points, apostrophes, spaces', async () => {
    const learner = newLearner();
    const id = await newList(learner);
    const words = [
      { word: 'résumé', translation: 'קוֹרוֹת חַיִּים' },
      { word: 'rock ’n’ roll', translation: 'رُوك' },
      { word: 'ice\u00a0cream', translation: 'мороженое' },
    ];
    for (const word of words) await learner.post(`${lists}/${id}/words`).send(word);
    const find = async (search: string) =>
      (await learner.get('/api/v1/words').query({ search })).body.words.map(({ word }: { word: string }) => word);
    expect(await find('resume')).toEqual(['résumé']);
    expect(await find('קורות חיים')).toEqual(['résumé']);
    expect(await find('روك')).toEqual(['rock ’n’ roll']);
    expect(await find("rock 'n")).toEqual(['rock ’n’ roll']);
    expect(await find('ice cream')).toEqual(['ice\u00a0cream']);
  });
});
