import { algorithmOf, dayStartOf, defaultParameters } from '@tulkka/shared/memory';
import { loadOptimizer, ParameterFitting } from '@tulkka/shared/memory-fitting';
import { fitMemories, type Judge, rebuildMemories } from '@tulkka/shared/operations';
import {
  everybody,
  MemoryParametersRepository,
  MemoryRepository,
  WatermarkRepository,
} from '@tulkka/shared/repositories';
import { onEveryDatabase } from '../../../../tests/harness/test-databases.ts';

const day = 86_400_000;
const begin = Date.UTC(2026, 0, 5, 10);
const pessimistic = defaultParameters.map((value, i) => (i < 4 ? value / 4 : value));
const hasOptimizer = (await loadOptimizer()) !== null;

onEveryDatabase((database) => {
  /** A learner with so many words, each asked on nine days, who has forgotten every second one each time. */
  const practise = async (userId: string, words: number) => {
    const { db } = database();
    const at = new Date(begin);
    await db('game_sessions').insert({
      id: `session of ${userId}`,
      user_id: userId,
      game_type: 'spelling_bee',
      mode: 'custom',
      status: 'completed',
      item_ids: '["w"]',
      total_items: 1,
      started_at: at,
      updated_at: at,
    });
    const rows = Array.from({ length: words * 9 }, (_, i) => {
      const [word, time] = [Math.floor(i / 9), i % 9];
      const answeredAt = new Date(begin + (word % 20) * day + time * 3 * day);
      return {
        id: `${userId}-${String(i).padStart(6, '0')}`,
        session_id: `session of ${userId}`,
        user_id: userId,
        game_type: 'spelling_bee',
        item_id: `w${word}`,
        is_correct: (word + time) % 2 === 0,
        graded_by: 'server',
        attempts: 1,
        time_spent_ms: 5000,
        outcome: '{}',
        created_at: answeredAt,
        thing: `word ${word}`,
        answered_at: answeredAt,
        day_at: dayStartOf(answeredAt, 'UTC'),
        time_zone: 'UTC',
        evidence: (word + time) % 2 === 0 ? 'good' : 'again',
        answer_key: 'k',
        retention: 0.9,
      };
    });
    for (let i = 0; i < rows.length; i += 40) await db('game_results').insert(rows.slice(i, i + 40));
    await rebuildMemories(db, userId);
  };
  const algorithmsOf = async (userId: string) =>
    new Set((await new MemoryRepository(database().db).list(userId)).map(({ algorithm }) => algorithm));
  const answering = (isBetter: boolean): Judge => ({
    judge: async ({ trials, inUse }) => ({
      parameters: isBetter ? pessimistic : inUse,
      reviews: trials.length,
      logLoss: 0.5,
      logLossInUse: 0.6,
      isBetter,
    }),
  });

  test('before anything is fitted, memories are computed with the published parameters', async () => {
    await practise('few', 20);
    await practise('many', 130);
    expect(await new MemoryParametersRepository(database().db).inUse('many')).toEqual(defaultParameters);
    expect(await algorithmsOf('many')).toEqual(new Set(['fsrs-6']));
  });

  test('where there is no optimizer, nothing changes', async () => {
    const fitted = await fitMemories(database().db, { judge: async () => 'no optimizer' });
    expect(fitted).toEqual({ hasOptimizer: false, tried: 0, taken: 0, renewed: 0 });
  });

  test('what is not better is not taken, and is not tried again with the same answers', async () => {
    const { db } = database();
    // Everybody’s together, and those of the one with a thousand reviews.
    expect(await fitMemories(db, answering(false))).toMatchObject({ tried: 2, taken: 0, renewed: 0 });
    expect(await fitMemories(db, answering(true))).toMatchObject({ tried: 0, taken: 0, renewed: 0 });
    expect(await algorithmsOf('many')).toEqual(new Set(['fsrs-6']));
  });

  test('what is better is taken: everybody’s by those with too few answers, one’s own by the others', async () => {
    const { db } = database();
    await db('memory_parameters').delete();
    const own = pessimistic.map((value, i) => (i === 0 ? value * 2 : value));
    const better = answering(true);
    let asked = 0;
    const judge: Judge = {
      judge: async (request) => {
        const answer = await better.judge(request);
        asked += 1;
        return asked === 2 && answer !== null && answer !== 'no optimizer' ? { ...answer, parameters: own } : answer;
      },
    };
    expect(await fitMemories(db, judge)).toEqual({ hasOptimizer: true, tried: 2, taken: 2, renewed: 2 });
    expect(await algorithmsOf('few')).toEqual(new Set([algorithmOf(pessimistic)]));
    expect(await algorithmsOf('many')).toEqual(new Set([algorithmOf(own)]));
    // Built again from the log they are the same.
    expect(await rebuildMemories(db)).toMatchObject({ learners: 2, changed: 0, removed: 0 });
    expect(await db('memory_parameters').orderBy('user_id').pluck('user_id')).toEqual([everybody, 'many']);
  });

  test('what was left half done is brought to its end by the next turn', async () => {
    const { db } = database();
    await db('memories').where({ user_id: 'few', thing: 'word 3' }).update({ algorithm: 'fsrs-6' });
    expect(await fitMemories(db, answering(true))).toMatchObject({ tried: 0, renewed: 1 });
    expect(await algorithmsOf('few')).toEqual(new Set([algorithmOf(pessimistic)]));
  });

  (hasOptimizer ? test : test.skip)(
    'the optimizer, in its thread, finds that half is forgotten',
    async () => {
      const { db } = database();
      await db('memory_parameters').delete();
      const fitting = new ParameterFitting();
      try {
        expect(await fitMemories(db, fitting)).toMatchObject({ hasOptimizer: true, tried: 2, renewed: 2 });
      } finally {
        await fitting.close();
      }
      const [pooled] = await db('memory_parameters').where({ user_id: everybody });
      expect(pooled).toMatchObject({ reviews: 1200 });
      expect(Boolean(pooled?.taken)).toBe(true);
      expect(Number(pooled?.log_loss)).toBeLessThan(Number(pooled?.log_loss_in_use));
      expect(await rebuildMemories(db)).toMatchObject({ changed: 0 });
    },
    60_000,
  );

  test('of many processes one has the turn, until it is over', async () => {
    const turns = new WatermarkRepository(database().db);
    const now = new Date();
    const asked = await Promise.all(Array.from({ length: 6 }, () => turns.takeTurn('memory-fit', 60_000, now)));
    expect(asked.filter(Boolean)).toHaveLength(1);
    expect(await turns.takeTurn('memory-fit', 60_000, new Date(now.getTime() + 59_000))).toBe(false);
    expect(await turns.takeTurn('memory-fit', 60_000, new Date(now.getTime() + 61_000))).toBe(true);
  });
});
