import { seedStarterContent } from '@tulkka/shared/database';
import { filledText } from '@tulkka/shared/grading/listening';
import { AnswerLog, MemoryRepository } from '@tulkka/shared/repositories';
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
    learner = api.as('listener');
  });
  afterAll(() => api.close());

  const byEar = (game_type: string, rest: object = {}, user = learner) =>
    start(user, { game_type, listen: true, limit: 3, ...rest }, '/api/v1/sessions/start?include=items');
  const evidenceOf = async (user: string, gameType: string) => {
    const rows = await database().db('game_results').where({ user_id: user, game_type: gameType }).orderBy('id');
    return rows.map((row: { evidence: string }) => row.evidence);
  };

  test('a session by ear says so, stays so, and others are not', async () => {
    const session = await byEar('sentence_builder', { mode: 'custom', shuffle: false });
    expect(session).toMatchObject({ listen: true, mode: 'custom', total_items: 3 });
    for (const item of session.items) expect(item).toMatchObject({ listen_clip_id: null });
    const resumed = await learner.get(`/api/v1/sessions/${session.id}?include=items`);
    expect(resumed.body).toMatchObject({ listen: true, item_ids: session.item_ids });
    expect(resumed.body.items).toEqual(session.items);
    const plain = await start(learner, { game_type: 'sentence_builder' }, '/api/v1/sentence/sessions?include=items');
    expect(plain.listen).toBe(false);
    expect(plain.items[0]).not.toHaveProperty('listen_clip_id');
  });

  test.each(['flashcards', 'grammar_challenge'])(
    '%s is not played by ear, and the refusal says what is',
    async (game) => {
      const { status, body } = await learner.post('/api/v1/sessions/start').send({ game_type: game, listen: true });
      expect([status, body.errors]).toEqual([
        400,
        [
          {
            path: 'listen',
            message: `is for spelling_bee, advanced_cloze, sentence_builder; leave it out for ${game}`,
          },
        ],
      ]);
    },
  );

  test('a dictation is graded word by word, and follows the same books as the game', async () => {
    const user = api.as('writer');
    const session = await byEar('sentence_builder', { shuffle: false }, user);
    const [item, other] = session.items;
    const words: string[] = item.english_sentence.split(' ');
    const typed = words.filter((_, i) => i !== 1).join(' ');
    const wrong = await answer(user, session.id, { item_id: item.id, answer: `${typed} indeed` });
    expect(wrong.body).toMatchObject({ is_correct: false, graded_by: 'server', correct_answer: item.english_sentence });
    expect(wrong.body.credit).toBeCloseTo((words.length - 1) / (words.length + 1), 6);
    expect(wrong.body.words).toHaveLength(words.length + 1);
    expect(wrong.body.words.filter((word: { state: string }) => word.state !== 'right')).toEqual([
      { state: 'missing', expected: words[1], given: null },
      { state: 'extra', expected: null, given: 'indeed' },
    ]);
    const right = await answer(user, session.id, {
      item_id: other.id,
      answer: other.english_sentence.toUpperCase().replace(/[.!?]$/, ''),
      client_result_id: 'once',
    });
    expect(right.body).toMatchObject({
      is_correct: true,
      credit: 1,
      progress: { current: 2, correct: 1, incorrect: 1 },
    });
    const repeated = await answer(user, session.id, { item_id: other.id, answer: 'x', client_result_id: 'once' });
    expect(repeated.body).toEqual(right.body);
    expect(await evidenceOf('writer', 'sentence_builder')).toEqual(['again', 'good']);
    const { body: mistakes } = await user.get('/api/v1/sentence/mistakes');
    expect(mistakes.mistakes).toMatchObject([{ item_id: item.id, mistake_count: 1 }]);
    const again = await byEar('sentence_builder', { mode: 'mistakes' }, user);
    expect(again.item_ids).toEqual([item.id]);
    const completed = await user.post(`/api/v1/sessions/${session.id}/complete`).send({});
    expect(completed.body.session).toMatchObject({ score: 50, correct: 1, incorrect: 1 });
  });

  test('what no dictation can be is refused at its field; nothing typed is all missing', async () => {
    const session = await byEar('sentence_builder');
    const [item] = session.items;
    for (const given of [3, item.sentence_tokens]) {
      const { status, body } = await answer(learner, session.id, { item_id: item.id, answer: given });
      expect([status, body.errors?.[0].path]).toEqual([400, 'answer']);
    }
    const { body } = await answer(learner, session.id, { item_id: item.id, answer: '' });
    expect(body).toMatchObject({ is_correct: false, credit: 0 });
    expect(new Set(body.words.map((word: { state: string }) => word.state))).toEqual(new Set(['missing']));
  });

  test('the same answers build the sentence where the session is not by ear', async () => {
    const session = await start(learner, { game_type: 'sentence_builder' }, '/api/v1/sessions/start?include=items');
    const [item] = session.items;
    const { body } = await answer(learner, session.id, { item_id: item.id, answer: item.sentence_tokens });
    expect(body).toMatchObject({ is_correct: true });
    expect(body).not.toHaveProperty('words');
  });

  test('a heard word is typed: its letters and words are told, and its memory is that of the spelling game', async () => {
    const user = api.as('speller');
    const { wordIds } = await buildWords(user, [{ word: 'boarding pass' }, { word: 'colour' }]);
    const session = await byEar('spelling_bee', { item_ids: wordIds }, user);
    const wrong = await answer(user, session.id, { item_id: wordIds[0], answer: 'bording pass' });
    expect(wrong.body).toMatchObject({
      is_correct: false,
      letter_differences: [{ position: 2, expected: 'a', given: null }],
      words: [{ state: 'wrong', expected: 'boarding', given: 'bording' }, { state: 'right' }],
    });
    expect((await answer(user, session.id, { item_id: wordIds[1], answer: 'Color' })).body.is_correct).toBe(true);
    const memories = await new MemoryRepository(database().db).list('speller');
    expect(memories.map(({ gameType, thing }) => `${gameType} ${thing}`).sort()).toEqual([
      'spelling_bee boarding pass',
      'spelling_bee colour',
    ]);
  });

  test('gaps are typed or chosen; what was chosen may be a guess, a hint makes it harder', async () => {
    const user = api.as('filler');
    const session = await byEar('advanced_cloze', { shuffle: false, limit: 4 }, user);
    const [one, two, three, four] = session.items;
    const record = async (item: { id: string }, given: unknown, rest: object = {}) =>
      (await answer(user, session.id, { item_id: item.id, answer: given, ...rest })).body;
    expect(
      await record(
        one,
        one.correct_answers.map((text: string) => text.toUpperCase()),
      ),
    ).toMatchObject({
      is_correct: true,
      credit: 1,
      blanks: [{ index: 0, is_correct: true }],
    });
    const indexes = two.correct_answers.map((text: string, i: number) => two.options[i].indexOf(text));
    expect((await record(two, indexes)).is_correct).toBe(true);
    expect((await record(three, three.correct_answers, { hinted: 'shape' })).is_correct).toBe(true);
    expect(
      await record(
        four,
        four.correct_answers.map(() => 'qwerty'),
      ),
    ).toMatchObject({
      is_correct: false,
      credit: 0,
      blanks: [{ given: 'qwerty', expected: four.correct_answers[0] }],
    });
    expect(await evidenceOf('filler', 'advanced_cloze')).toEqual(['good', 'picked', 'hard', 'again']);
    // The log is what a memory is made of again: it has the same evidence.
    const from = new Date(0);
    const log = await new AnswerLog(database().db).listOfThing({
      userId: 'filler',
      gameType: 'advanced_cloze',
      thing: two.id,
      from,
    });
    expect(log.map(({ evidence }) => evidence)).toEqual(['picked']);
  });

  test('a text with gaps can be heard with its gaps filled, by who may see it', async () => {
    const { body } = await api.agent.get('/api/v1/cloze/items?limit=1');
    const [item] = body.items;
    const { body: speech } = await api.agent.get(`/api/v1/cloze/items/${item.id}/tts`);
    expect(speech).toMatchObject({ item_id: item.id, sentence: filledText(item) });
    expect(speech.sentence).not.toMatch(/_|—/);
    if (speech.tts_url !== null) {
      const { pathname } = new URL(speech.tts_url);
      expect((await api.agent.get(pathname)).status).toBe(200);
      expect((await api.agent.get(pathname.replace('/gaps/', '/sentences/'))).status).toBe(404);
    }
    expect((await api.agent.get('/api/v1/cloze/items/nowhere/tts')).status).toBe(404);
  });
});
