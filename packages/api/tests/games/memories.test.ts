import { algorithmOf, defaultParameters } from '@tulkka/shared/memory';
import { rebuildMemories } from '@tulkka/shared/operations';
import { MemoryParametersRepository, MemoryRepository } from '@tulkka/shared/repositories';
import fc from 'fast-check';
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

  const memoriesOf = async (userId: string) =>
    (await new MemoryRepository(database().db).list(userId)).sort((a, b) => (a.thing < b.thing ? -1 : 1));

  /** A session of words that began so many days ago, as a device that was offline since then has it open. */
  const begun = async (userId: string, words: string[], daysAgo: number) => {
    const learner = api.as(userId);
    const { wordIds } = await buildWords(
      learner,
      words.map((word) => ({ word })),
    );
    const session = await start(learner, { game_type: 'spelling_bee', item_ids: wordIds });
    const startedAt = new Date(Date.now() - daysAgo * day);
    await database().db('game_sessions').where({ id: session.id }).update({ started_at: startedAt });
    return { learner, wordIds, sessionId: String(session.id), startedAt };
  };

  /** Says that from now on a learner's memories are computed with others than the published parameters. */
  const adopt = async (userId: string, factor: number) => {
    const parameters = defaultParameters.map((value, i) => (i < 4 ? value * factor : value));
    const algorithm = algorithmOf(parameters);
    await new MemoryParametersRepository(database().db).add({
      id: `${userId}-${factor}-${adopted++}`,
      userId,
      algorithm,
      parameters,
      reviews: 1000,
      logLoss: 0.3,
      logLossInUse: 0.4,
      taken: true,
      fittedAt: new Date(Date.now() + adopted),
    });
    return algorithm;
  };
  let adopted = 0;

  test('an answer makes a memory, and says when the thing comes back', async () => {
    const { learner, wordIds, sessionId } = await begun('first', ['harbour', 'anchor'], 0);
    const right = await answer(learner, sessionId, { item_id: wordIds[0], answer: 'harbour' });
    expect(right.body).toMatchObject({ next_due_days: 2, standing: 'learning' });
    const wrong = await answer(learner, sessionId, { item_id: wordIds[1], answer: 'anker' });
    expect(wrong.body).toMatchObject({ next_due_days: 0, standing: 'learning' });
    const [anchor, harbour] = await memoriesOf('first');
    expect(harbour).toMatchObject({ thing: 'harbour', answers: 1, memory: { state: 'review', reps: 1 } });
    expect(harbour?.memory.dueAt.toISOString()).toBe(right.body.next_due);
    expect(anchor).toMatchObject({ thing: 'anchor', memory: { state: 'learning', lapses: 0 } });
  });

  test('a word that two lists teach is one thing', async () => {
    const one = await begun('twice', ['Harbour'], 5);
    const at = new Date(one.startedAt.getTime() + 1000).toISOString();
    await answer(one.learner, one.sessionId, { item_id: one.wordIds[0], answer: 'harbour', answered_at: at });
    const other = await begun('twice', ['harbour'], 0);
    await answer(other.learner, other.sessionId, { item_id: other.wordIds[0], answer: 'harbour' });
    const memories = await memoriesOf('twice');
    expect(memories).toMatchObject([{ thing: 'harbour', itemId: other.wordIds[0], answers: 2, memory: { reps: 2 } }]);
  });

  test('a flashcard is known as well as the learner says', async () => {
    const learner = api.as('skipper');
    const { wordIds } = await buildWords(learner, [{ word: 'pier' }, { word: 'quay' }, { word: 'dock' }]);
    const session = await start(learner, { game_type: 'flashcards', item_ids: wordIds });
    const rated = async (item: number, rating: string) =>
      (await answer(learner, session.id, { item_id: wordIds[item], is_correct: true, rating })).body.next_due_days;
    expect([await rated(0, 'hard'), await rated(1, 'good')]).toEqual([1, 2]);
    expect(await rated(2, 'easy')).toBeGreaterThan(4);
  });

  test('an answer counts for when it was given: not in the future, not before its session', async () => {
    const { learner, wordIds, sessionId, startedAt } = await begun('late', ['sail', 'mast'], 3);
    const said = (moment: number) => new Date(moment).toISOString();
    const tomorrow = { item_id: wordIds[0], answer: 'sail', answered_at: said(Date.now() + day) };
    await answer(learner, sessionId, tomorrow);
    const before = { item_id: wordIds[1], answer: 'mast', answered_at: said(startedAt.getTime() - day) };
    await answer(learner, sessionId, before);
    const [mast, sail] = await memoriesOf('late');
    expect(sail?.memory.lastReviewAt.getTime()).toBeLessThanOrEqual(Date.now());
    expect(mast?.memory.lastReviewAt).toEqual(startedAt);
  });

  test('an answer that arrives late takes its place; a later review wins over it', async () => {
    const inOrder = await begun('order', ['wind'], 20);
    const outOfOrder = await begun('disorder', ['wind'], 20);
    const answers = [
      [1, 'wind'],
      [3, 'wnd'],
      [9, 'wind'],
    ] as const;
    const send = ({ learner, sessionId, wordIds, startedAt }: typeof inOrder, days: number, given: string) => {
      const at = new Date(startedAt.getTime() + days * day).toISOString();
      return answer(learner, sessionId, { item_id: wordIds[0], answer: given, answered_at: at });
    };
    for (const [days, given] of answers) await send(inOrder, days, given);
    for (const [days, given] of [...answers].reverse()) await send(outOfOrder, days, given);
    const [one] = await memoriesOf('order');
    const [other] = await memoriesOf('disorder');
    const { stability, reps, lapses, state } = one?.memory ?? {};
    expect(other?.memory).toMatchObject({ stability, reps, lapses, state });
    expect(one?.memory).toMatchObject({ reps: 3, lapses: 1 });
  });

  test('two devices at once lose nothing', async () => {
    const phone = await begun('devices', ['storm', 'rain'], 10);
    const tablet = await start(phone.learner, { game_type: 'spelling_bee', item_ids: phone.wordIds });
    const sent = Array.from({ length: 16 }, (_, i) =>
      answer(phone.learner, i % 2 === 0 ? phone.sessionId : tablet.id, {
        item_id: phone.wordIds[Math.floor(i / 2) % 2],
        answer: i % 3 === 0 ? 'x' : (['storm', 'rain'][Math.floor(i / 2) % 2] ?? ''),
      }),
    );
    expect((await Promise.all(sent)).map(({ status }) => status)).toEqual(Array(16).fill(200));
    const kept = await memoriesOf('devices');
    expect(kept.map(({ answers }) => answers)).toEqual([8, 8]);
    await rebuildMemories(database().db, 'devices');
    expect(await memoriesOf('devices')).toEqual(kept);
  });

  test('dropped and built again from the log, the memories are the same, whatever came in which order', async () => {
    const words = ['cloud', 'frost', 'hail'];
    // Now and then the daily turn finds parameters that fit the learner better.
    const fit = fc.option(fc.double({ min: 0.2, max: 3, noNaN: true }), { freq: 3 });
    const steps = fc.array(fc.tuple(fc.nat(2), fc.integer({ min: 0, max: 59 }), fc.boolean(), fit), {
      minLength: 1,
      maxLength: 10,
    });
    let run = 0;
    const property = fc.asyncProperty(steps, async (answers) => {
      const userId = `rebuilt-${++run}`;
      const { learner, wordIds, sessionId, startedAt } = await begun(userId, words, 60);
      await learner
        .patch('/api/v1/me')
        .send({ time_zone: 'America/New_York', easy_days: [6] })
        .expect(200);
      for (const [word, days, right, factor] of answers) {
        if (factor !== null) {
          await adopt(userId, factor);
          await rebuildMemories(database().db, userId);
        }
        const answered_at = new Date(startedAt.getTime() + days * day + 60_000).toISOString();
        await answer(learner, sessionId, { item_id: wordIds[word], answer: right ? words[word] : 'x', answered_at });
      }
      // Another zone and another wish hold from now on; what was is what it was.
      await learner.patch('/api/v1/me').send({ time_zone: 'Asia/Tokyo', desired_retention: 0.8 }).expect(200);
      const kept = await memoriesOf(userId);
      expect(await rebuildMemories(database().db, userId)).toMatchObject({ memories: kept.length, changed: 0 });
      await database().db('memories').where({ user_id: userId }).delete();
      expect(await rebuildMemories(database().db, userId)).toMatchObject({ changed: kept.length, removed: 0 });
      expect(await memoriesOf(userId)).toEqual(kept);
    });
    await fc.assert(property, { numRuns: 12 });
  }, 60_000);

  test('an answer that comes between new parameters and their turn makes its memory anew with them', async () => {
    const { learner, wordIds, sessionId, startedAt } = await begun('between', ['ridge', 'slope'], 30);
    const send = (item: number, days: number, given: string) => {
      const answered_at = new Date(startedAt.getTime() + days * day).toISOString();
      return answer(learner, sessionId, { item_id: wordIds[item], answer: given, answered_at });
    };
    for (const [item, given] of ['ridge', 'slope'].entries()) await send(item, 1, given);
    const algorithm = await adopt('between', 0.3);
    await send(0, 4, 'ridge');
    const [ridge, slope] = await memoriesOf('between');
    expect([ridge?.algorithm, slope?.algorithm]).toEqual([algorithm, 'fsrs-6']);
    expect(await rebuildMemories(database().db, 'between')).toMatchObject({ changed: 1 });
    const [same, anew] = await memoriesOf('between');
    expect(same).toEqual(ridge);
    expect(anew?.algorithm).toBe(algorithm);
    expect(anew?.memory.stability).toBeLessThan((slope?.memory.stability ?? 0) / 2);
  });

  test('answers from before there were memories make memories, and a memory without answers goes', async () => {
    const { learner, wordIds, sessionId } = await begun('veteran', ['thunder'], 0);
    await answer(learner, sessionId, { item_id: wordIds[0], answer: 'thunder' });
    const [kept] = await memoriesOf('veteran');
    const { db } = database();
    const none = { thing: null, answered_at: null, day_at: null, time_zone: null, evidence: null, answer_key: null };
    await db('game_results')
      .where({ user_id: 'veteran' })
      .update({ ...none, scheduled_days: null, retention: null });
    expect(await rebuildMemories(db, 'veteran')).toMatchObject({ oldAnswers: 1, memories: 1, removed: 0 });
    const [again] = await memoriesOf('veteran');
    expect(again?.memory).toMatchObject({ stability: kept?.memory.stability, answerKey: kept?.memory.answerKey });
    await db('game_results').where({ user_id: 'veteran' }).delete();
    expect(await rebuildMemories(db, 'veteran')).toMatchObject({ memories: 0, removed: 1 });
    expect(await memoriesOf('veteran')).toEqual([]);
  });
});
