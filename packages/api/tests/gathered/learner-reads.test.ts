import { NotFoundError } from '@tulkka/shared/errors';
import { onEveryDatabase } from '../../../../tests/harness/test-databases.ts';
import { LearnerReads } from '../../src/gathered/learner-reads.ts';
import { answer, buildWords, start } from '../games/play.ts';
import { createTestApi, type TestApi } from '../test-api.ts';

onEveryDatabase((database) => {
  let api: TestApi;
  const learners = Array.from({ length: 7 }, (_, i) => `gathered-${i}`);
  const sessions = new Map<string, { id: string; item: string }>();
  beforeAll(async () => {
    api = await createTestApi(database());
    for (const name of learners) {
      const { wordIds } = await buildWords(api.as(name), [{ word: 'harbour' }]);
      const { id } = await start(api.as(name), { game_type: 'spelling_bee', item_ids: wordIds });
      sessions.set(name, { id, item: wordIds[0] ?? '' });
    }
  });
  afterAll(() => api.close());
  const sessionOf = (name: string) => sessions.get(name) ?? { id: '', item: '' };

  test('all who ask at the same time get their own rows, with fewer statements than there are of them', async () => {
    const { db } = database();
    const reads = new LearnerReads(db);
    let statements = 0;
    const count = () => {
      statements += 1;
    };
    db.on('query', count);
    const found = await Promise.all(
      learners.map(async (userId) => ({
        userId,
        session: await reads.session({ id: sessionOf(userId).id, userId }),
        stats: await reads.stats(userId),
      })),
    );
    db.off('query', count);
    for (const { userId, session, stats } of found) {
      expect([session.id, session.userId]).toEqual([sessionOf(userId).id, userId]);
      expect(stats).toMatchObject([{ gameType: 'spelling_bee', sessions: 1 }]);
    }
    expect(statements).toBeLessThan(learners.length);
    expect(await reads.stats('nobody')).toEqual([]);
    expect(await reads.stats(learners[0] ?? '', 'flashcards')).toEqual([]);
  });

  test('a session of somebody else, of another game, or of nobody is not there, and the others’ are', async () => {
    const reads = new LearnerReads(database().db);
    const [one = '', other = ''] = learners;
    const { id } = sessionOf(one);
    const [own, ofAnother, ofAnotherGame, ofNobody] = await Promise.allSettled([
      reads.session({ id, userId: one, gameType: 'spelling_bee' }),
      reads.session({ id, userId: other }),
      reads.session({ id, userId: one, gameType: 'flashcards' }),
      reads.session({ id: 'none', userId: one }),
    ]);
    expect(own).toMatchObject({ status: 'fulfilled', value: { id } });
    for (const refused of [ofAnother, ofAnotherGame, ofNobody]) {
      expect(refused).toEqual({ status: 'rejected', reason: expect.any(NotFoundError) });
    }
  });

  test('what was answered a moment ago is in what is read next, while others read without a pause', async () => {
    let goesOn = true;
    const others = learners.slice(1).map(async (name) => {
      while (goesOn) await api.as(name).get('/api/v1/stats/me').expect(200);
    });
    const [one = ''] = learners;
    const { id, item } = sessionOf(one);
    for (let answered = 1; answered <= 5; answered += 1) {
      await answer(api.as(one), id, { item_id: item, answer: 'harbour' });
      const { body: stats } = await api.as(one).get('/api/v1/stats/me').expect(200);
      expect(stats.game_stats).toMatchObject([{ correct: answered }]);
      const { body: session } = await api.as(one).get(`/api/v1/sessions/${id}`).expect(200);
      expect(session.progress).toMatchObject({ correct: answered });
    }
    goesOn = false;
    await Promise.all(others);
  });
});
