import { seedStarterContent } from '@tulkka/shared/database';
import type TestAgent from 'supertest/lib/agent.js';
import { onEveryDatabase } from '../../../../tests/harness/test-databases.ts';
import { createTestApi, type TestApi } from '../test-api.ts';
import { answer, buildWords, start } from './play.ts';

onEveryDatabase((database, dialect) => {
  /** Two reads that go in one trip; SQLite, in the process, is asked twice. */
  const readTogether = dialect === 'sqlite' ? 2 : 1;

  let api: TestApi;
  let learner: TestAgent;
  const ids = { list: '', session: '' };
  beforeAll(async () => {
    await seedStarterContent(database().db);
    api = await createTestApi(database());
    learner = api.as('reader');
    const { listId, wordIds } = await buildWords(learner, [
      { word: 'until' },
      { word: 'although' },
      { word: 'unless' },
    ]);
    ids.list = listId;
    const session = await start(learner, { game_type: 'spelling_bee', reference_id: listId, shuffle: false });
    ids.session = session.id;
    for (const item_id of wordIds) await answer(learner, session.id, { item_id, answer: 'wrong' });
    await learner.post('/api/v1/word-lists').send({ name: 'A second list' }).expect(201);
  });
  afterAll(() => api.close());

  const noting = async <T>(work: () => Promise<T>): Promise<{ statements: string[]; result: T }> => {
    const statements: string[] = [];
    const note = ({ sql }: { sql: string }) => statements.push(sql);
    database().db.on('query', note);
    const result = await work();
    database().db.off('query', note);
    return { statements, result };
  };
  const read = async (path: string) => {
    const { statements, result } = await noting(() => learner.get(path).expect(200));
    return { statements: statements.length, total: result.body.pagination?.total };
  };

  test.each<[name: string, path: () => string, trips: number]>([
    ['word lists', () => '/api/v1/word-lists', 1],
    ['a list with its words', () => `/api/v1/word-lists/${ids.list}?include=words`, 1],
    ['the words of a list', () => `/api/v1/word-lists/${ids.list}/words`, 1],
    ['a session', () => `/api/v1/sessions/${ids.session}`, 1],
    ['stats', () => '/api/v1/stats/me', 1],
    ['progress: sessions and totals', () => '/api/v1/progress/reader', readTogether],
    ['mistakes and their total', () => '/api/v1/mistakes/reader', readTogether],
  ])('%s cost no more trips to the database than they must', async (_, path, trips) => {
    expect(await read(path())).toMatchObject({ statements: trips });
  });

  test.each([
    ['topics', '/api/v1/grammar/categories'],
    ['items', '/api/v1/grammar/questions?category_id=article&limit=100'],
    ['lessons', '/api/v1/grammar/lessons?category_id=article'],
  ])('%s are read once; from then on it is asked whether they are still the same', async (_, path) => {
    // Which state it is, is read once more on the connection that reads the rows.
    expect(await read(path)).toMatchObject({ statements: 3 });
    expect(await read(path)).toMatchObject({ statements: 1 });
  });

  test.each<[name: string, path: () => string, total: number]>([
    ['word lists', () => '/api/v1/word-lists', 2],
    ['words', () => `/api/v1/word-lists/${ids.list}/words`, 3],
  ])('%s are counted only where the list goes on beyond its page', async (_, path, total) => {
    expect(await read(`${path()}?limit=${total}`)).toEqual({ statements: 1, total });
    expect(await read(`${path()}?limit=1`)).toEqual({ statements: 2, total });
    expect(await read(`${path()}?limit=1&page=${total}`)).toEqual({ statements: 1, total });
    // A page beyond the end has nothing to show, but says how much there is.
    expect(await read(`${path()}?limit=1&page=99`)).toMatchObject({ total });
  });

  /**
   * Round trips to a server in all, reads before the one transaction, and statements inside it; what commits is the last.
   * SQLite lies in the process: there is no way to it that could be counted.
   */
  const costOf = (statements: readonly string[]) => {
    const parts = statements.flatMap((sql) => sql.split('; '));
    const [begin, end] = [parts.indexOf('BEGIN'), parts.indexOf('COMMIT')];
    expect(end).toBe(parts.length - 1);
    return { trips: onServer(statements.length), reads: begin, inside: end - begin - 1 };
  };
  const onServer = (trips: number): number | null => (database().games.kind === 'mysql' ? trips : null);

  test('a result for a word takes two trips: a read, and a transaction of five statements; a wrong one of six', async () => {
    const { wordIds } = await buildWords(learner, [{ word: 'harbour' }]);
    const [item_id = ''] = wordIds;
    const session = await start(learner, { game_type: 'spelling_bee', item_ids: wordIds });
    const record = async (given: string) =>
      costOf((await noting(() => answer(learner, session.id, { item_id, answer: given }))).statements);
    expect(await record('harbour')).toEqual({ trips: onServer(2), reads: 1, inside: 5 });
    expect(await record('harbuor')).toEqual({ trips: onServer(2), reads: 1, inside: 6 });
    expect(await record('harbuor')).toEqual({ trips: onServer(2), reads: 1, inside: 6 });
  });

  test('in the games of the catalogues a second read finds the item, and there is no word to count', async () => {
    const begun = await noting(() => start(learner, { game_type: 'grammar_challenge', limit: 3, shuffle: false }));
    expect(costOf(begun.statements)).toEqual({ trips: onServer(2), reads: 1, inside: 2 });
    const { id, item_ids } = begun.result;
    const [item_id = ''] = item_ids;
    const wrong = await noting(() => answer(learner, id, { item_id, answer: 'no such option' }));
    expect(costOf(wrong.statements)).toEqual({ trips: onServer(3), reads: 2, inside: 5 });
  });

  test('a repeated result writes nothing and is answered from what was kept', async () => {
    const { wordIds } = await buildWords(learner, [{ word: 'anchor' }]);
    const [item_id = ''] = wordIds;
    const session = await start(learner, { game_type: 'spelling_bee', item_ids: wordIds });
    const call = { item_id, answer: 'anchor', client_result_id: 'r-1' };
    const first = await answer(learner, session.id, call);
    const rows = () =>
      Promise.all(
        ['game_sessions', 'game_results', 'memories', 'words', 'user_mistakes', 'user_game_stats'].map((table) =>
          database().db(table),
        ),
      );
    const before = await rows();
    const again = await noting(() => answer(learner, session.id, call));
    expect(again.result.body).toEqual(first.body);
    expect(again.statements).toContain('ROLLBACK');
    expect(await rows()).toEqual(before);
  });
});
