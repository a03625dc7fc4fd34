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
  const practise = async (userId: string, words: number, since = begin) => {
    const { db } = database();
    const at = new Date(since);
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
      const answeredAt = new Date(since + (word % 20) * day + time * 3 * day);
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
  const said: { message: string; user_id: unknown }[] = [];
  const log = {
    warn: (message: string, fields?: Record<string, unknown>) => void said.push({ message, user_id: fields?.user_id }),
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
    const fitted = await fitMemories(database().db, { judge: { judge: async () => 'no optimizer' }, log });
    expect(fitted).toEqual({ hasOptimizer: false, tried: 0, taken: 0, renewed: 0, failed: 0 });
  });

  test('what is not better is not taken, and is not tried again with the same answers', async () => {
    const { db } = database();
    // Everybody’s together, and those of the one with a thousand reviews.
    expect(await fitMemories(db, { judge: answering(false), log })).toMatchObject({ tried: 2, taken: 0, renewed: 0 });
    expect(await fitMemories(db, { judge: answering(true), log })).toMatchObject({ tried: 0, taken: 0, renewed: 0 });
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
    expect(await fitMemories(db, { judge, log })).toEqual({
      hasOptimizer: true,
      tried: 2,
      taken: 2,
      renewed: 2,
      failed: 0,
    });
    expect(await algorithmsOf('few')).toEqual(new Set([algorithmOf(pessimistic)]));
    expect(await algorithmsOf('many')).toEqual(new Set([algorithmOf(own)]));
    // Built again from the log they are the same.
    expect(await rebuildMemories(db)).toMatchObject({ learners: 2, changed: 0, removed: 0 });
    expect(await db('memory_parameters').orderBy('user_id').pluck('user_id')).toEqual([everybody, 'many']);
  });

  test('what was left half done is brought to its end by the next turn', async () => {
    const { db } = database();
    await db('memories').where({ user_id: 'few', thing: 'word 3' }).update({ algorithm: 'fsrs-6' });
    expect(await fitMemories(db, { judge: answering(true), log })).toMatchObject({ tried: 0, renewed: 1 });
    expect(await algorithmsOf('few')).toEqual(new Set([algorithmOf(pessimistic)]));
  });

  (hasOptimizer ? test : test.skip)(
    'the optimizer, in its thread, finds that half is forgotten',
    async () => {
      const { db } = database();
      await db('memory_parameters').delete();
      const fitting = new ParameterFitting();
      try {
        expect(await fitMemories(db, { judge: fitting, log })).toMatchObject({
          hasOptimizer: true,
          tried: 2,
          renewed: 2,
        });
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

  test('where one fit and one renewal fail, the others go on; a failed fit is not tried again with the same answers', async () => {
    const { db } = database();
    await db('memory_parameters').delete();
    await rebuildMemories(db);
    await db('memories').where({ user_id: 'few', thing: 'word 3' }).update({ state: 'odd' });
    said.length = 0;
    const better = answering(true);
    const judge: Judge = {
      judge: async (request) => {
        // Those of the one alone.
        if (request.trials.length < 1200) throw new Error('It takes too much time.');
        return better.judge(request);
      },
    };
    const fitted = await fitMemories(db, { judge, log });
    expect(fitted).toEqual({ hasOptimizer: true, tried: 1, taken: 1, renewed: 1, failed: 2 });
    expect(said).toEqual([
      { message: 'the parameters of memory could not be fitted', user_id: 'many' },
      { message: 'memories could not be made anew', user_id: 'few' },
    ]);
    expect(await algorithmsOf('many')).toEqual(new Set([algorithmOf(pessimistic)]));
    const [kept] = await db('memory_parameters').where({ user_id: 'many' });
    expect([Number(kept?.reviews), Boolean(kept?.taken)]).toEqual([1040, false]);

    await db('memories').where({ user_id: 'few', thing: 'word 3' }).update({ state: 'review' });
    expect(await fitMemories(db, { judge, log })).toMatchObject({ tried: 0, renewed: 1, failed: 0 });
  });

  test('a turn that is ended ends, and keeps no failed try', async () => {
    const { db } = database();
    await db('memory_parameters').delete();
    const ending = new AbortController();
    const judge: Judge = {
      judge: async () => {
        ending.abort(new Error('The worker stops.'));
        throw new Error('The thread has ended.');
      },
    };
    await expect(fitMemories(db, { judge, log, signal: ending.signal })).rejects.toThrow('The worker stops.');
    expect(await db('memory_parameters')).toEqual([]);
  });

  test('what was withdrawn stays forgotten when memories are made anew, and what was mended begins after that', async () => {
    const { db } = database();
    await db('memory_parameters').delete();
    await rebuildMemories(db);
    const memories = new MemoryRepository(db);
    const key = { user_id: 'few', game_type: 'spelling_bee' };
    await db('memories')
      .where({ ...key, thing: 'word 1' })
      .delete();
    // The same answer as before is asked otherwise, and was learned anew since.
    const anew = new Date(begin + 2 * day + 6 * 3 * day);
    await db('memories')
      .where({ ...key, thing: 'word 2' })
      .update({ first_at: anew, answers: 3, reps: 3 });
    const answered = await db('game_results').where({ user_id: 'few' });
    expect(await fitMemories(db, { judge: answering(true), log })).toMatchObject({ renewed: 2, failed: 0 });
    const kept = new Map((await memories.list('few')).map((memory) => [memory.thing, memory]));
    expect(kept.size).toBe(19);
    expect(kept.has('word 1')).toBe(false);
    expect(kept.get('word 2')).toMatchObject({ firstAt: anew, answers: 3, memory: { reps: 3 } });
    expect(kept.get('word 3')).toMatchObject({ firstAt: new Date(begin + 3 * day), answers: 9 });
    expect(await algorithmsOf('few')).toEqual(new Set([algorithmOf(pessimistic)]));
    expect(await db('game_results').where({ user_id: 'few' })).toHaveLength(answered.length);
    // The operator's command reads the whole log.
    expect(await rebuildMemories(db, 'few')).toMatchObject({ memories: 20, changed: 2 });
  });

  test('each learner has an equal share in everybody’s parameters, of the newest answers; thirty days later it is tried again', async () => {
    const { db } = database();
    await db('memory_parameters').delete();
    // By name before the others, and long before them.
    const early = begin - 400 * day;
    await practise('elder', 100, early);
    const asked: number[][] = [];
    const judge: Judge = {
      judge: async (request) => {
        asked.push(request.trials.map(({ at }) => at));
        return answering(false).judge(request);
      },
    };
    const most = { ofAll: 1100, ofOne: 1020 };
    await fitMemories(db, { judge, log, most });
    const [all = [], own = []] = asked;
    // 160 are all that one of the three has; the others share the rest.
    expect([all.length, all.filter((at) => at < begin).length]).toEqual([1100, 470]);
    expect(all.find((at) => at < begin)).toBeGreaterThan(early + 3 * day);
    expect([asked.length, own.length]).toEqual([2, 1020]);

    expect(await fitMemories(db, { judge, log, most })).toMatchObject({ tried: 0 });
    await db('memory_parameters').update({ fitted_at: new Date(begin + 10 * day) });
    expect(await fitMemories(db, { judge, log, most })).toMatchObject({ tried: 2 });
  });

  test('of many processes one has the turn, until it is over', async () => {
    const turns = new WatermarkRepository(database().db);
    const now = new Date();
    const asked = await Promise.all(Array.from({ length: 6 }, () => turns.takeTurn('memory-fit', 60_000, now)));
    expect(asked.filter(Boolean)).toHaveLength(1);
    expect(await turns.takeTurn('memory-fit', 60_000, new Date(now.getTime() + 59_000))).toBe(false);
    expect(await turns.takeTurn('memory-fit', 60_000, new Date(now.getTime() + 61_000))).toBe(true);
  });
});
