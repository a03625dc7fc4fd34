import { setTimeout as sleep } from 'node:timers/promises';
import { connect, everybody, inTransaction, renewCatalogues, seedStarterContent } from '@tulkka/shared/database';
import type { GameContent } from '@tulkka/shared/publishing';
import { ClassRepository, PublicationRepository, WithdrawalRepository } from '@tulkka/shared/repositories';
import type { Knex } from 'knex';
import { onEveryDatabase } from '../../../../tests/harness/test-databases.ts';
import { createTestApi, type TestApi } from '../test-api.ts';

const itemsOfSet = 3;
const place = { recordingId: 'rec-1', classId: 'class-1' };

/** A set in its n-th state: each of its questions says which. */
const contentOf = (state: number): GameContent => ({
  ...place,
  exerciseSetId: 'set-1',
  revision: state,
  title: `State ${state}`,
  isOneToOne: false,
  words: [],
  cloze: [],
  sentence: [],
  grammar: Array.from({ length: itemsOfSet }, (_, i) => ({
    category_id: 'tense',
    difficulty: 'easy',
    question: `Question ${i} ___ this.`,
    options: ['is', 'are'],
    correct_answer: 'is',
    hint: `state ${state}`,
    explanation: 'e',
    set_item_id: `item-${i}`,
    source_quote: null,
    source_ms: null,
    source_by: null,
  })),
});

/** Every fourth state is that nothing is published. */
const isWithdrawn = (state: number): boolean => state % 4 === 0;

async function bringTo(db: Knex, state: number): Promise<void> {
  await inTransaction(db, async (transaction) => {
    if (isWithdrawn(state)) await new WithdrawalRepository(transaction).withdrawRecording(place);
    else await new PublicationRepository(transaction).publish(contentOf(state));
  });
}

onEveryDatabase((database, dialect) => {
  let apis: TestApi[];
  let writer: Knex;
  const connections: Knex[] = [];
  const opened = (): Knex => {
    const db = connect(database().games, database().password);
    connections.push(db);
    return db;
  };
  beforeAll(async () => {
    const { db } = database();
    await seedStarterContent(db);
    for (const [id, student] of [
      ['class-1', 'member'],
      ['class-2', 'other'],
    ] as const) {
      const students = [student];
      await inTransaction(db, (t) => new ClassRepository(t).add({ id, name: id, teacher_id: 'teacher', students }));
    }
    writer = opened();
    // Two web processes: each with connections and memory of its own.
    apis = [];
    for (let i = 0; i < 2; i += 1) apis.push(await createTestApi(database(), { overrides: { db: opened() } }));
  }, 60_000);
  afterAll(async () => {
    for (const api of apis) await api.close();
    for (const db of connections) await db.destroy();
  });

  const api = (n: number): TestApi => {
    const one = apis[n % apis.length];
    if (!one) throw new Error('There are two.');
    return one;
  };
  const path = '/api/v1/grammar/questions?category_id=lessons&limit=50';
  const hintsOf = async (n: number, user: string): Promise<string[]> => {
    const { body } = await api(n).as(user).get(path).expect(200);
    expect(body.count).toBe(body.pagination.total);
    return body.questions.map((question: { hint: string }) => question.hint);
  };
  const statementsOf = async (n: number, work: () => Promise<unknown>): Promise<string[]> => {
    const statements: string[] = [];
    const note = ({ sql }: { sql: string }) => statements.push(sql);
    const { db } = api(n).context;
    db.on('query', note);
    await work();
    db.off('query', note);
    return statements;
  };

  test('while somebody publishes, mends and withdraws, nobody is told of a state that was over when they asked', async () => {
    const states = dialect === 'mysql' ? 40 : 24;
    // What a reader may be told lies between what was there when they asked and what there was when they were told.
    let sure = 0;
    let begun = 0;
    let done = false;
    let told = 0;
    const seen = new Set<number>();
    const read = async (n: number): Promise<void> => {
      while (!done) {
        const from = sure;
        const hints = await hintsOf(n, n % 3 === 0 ? 'teacher' : 'member');
        const to = begun;
        const possible = Array.from({ length: to - from + 1 }, (_, i) => from + i);
        const isTrue = (state: number): boolean =>
          isWithdrawn(state)
            ? hints.length === 0
            : hints.length === itemsOfSet && hints.every((hint) => hint === `state ${state}`);
        const state = possible.find(isTrue);
        expect({ from, to, hints, isTrue: state !== undefined }).toEqual({ from, to, hints, isTrue: true });
        if (state !== undefined) seen.add(state);
        told += 1;
      }
    };
    const readOther = async (n: number): Promise<void> => {
      while (!done) expect(await hintsOf(n, 'other')).toEqual([]);
    };
    const write = async (): Promise<void> => {
      try {
        for (let state = 1; state <= states; state += 1) {
          begun = state;
          await bringTo(writer, state);
          sure = state;
          // Some states stand long enough to be kept, some are over at once.
          if (state % 3 !== 0) await sleep(15);
        }
      } finally {
        done = true;
      }
    };
    await Promise.all([write(), ...[0, 1, 2, 3, 4, 5].map(read), readOther(0), readOther(1)]);
    expect(told).toBeGreaterThan(states);
    expect(seen.size).toBeGreaterThan(states / 4);
  }, 120_000);

  test('who writes reads what they wrote, in either process', async () => {
    for (let state = 101; state < 109; state += 1) {
      await bringTo(writer, state);
      const expected = isWithdrawn(state) ? [] : Array.from({ length: itemsOfSet }, () => `state ${state}`);
      for (const n of [0, 1]) expect(await hintsOf(n, 'member')).toEqual(expected);
    }
  });

  test('what is kept costs one small read, once for all who ask at the same time', async () => {
    await hintsOf(0, 'member');
    const again = await statementsOf(0, () => hintsOf(0, 'member'));
    expect(again).toHaveLength(1);
    expect(again[0]).toContain('catalogue_versions');
    const many = await statementsOf(0, () => Promise.all(Array.from({ length: 30 }, () => hintsOf(0, 'member'))));
    expect(many.length).toBeLessThan(30);
    expect(many.every((sql) => sql.includes('catalogue_versions'))).toBe(true);
  });

  test('who joins a class sees its lessons at once, and who leaves it sees them no longer', async () => {
    await bringTo(writer, 201);
    expect(await hintsOf(0, 'other')).toEqual([]);
    const classes = new ClassRepository(writer);
    await classes.addStudent('class-1', 'other');
    expect(await hintsOf(0, 'other')).toHaveLength(itemsOfSet);
    await classes.removeStudent('class-1', 'other');
    expect(await hintsOf(0, 'other')).toEqual([]);
  });

  test('an unchanged list is answered with 304 to its tag, and with a new tag once it changed', async () => {
    await bringTo(writer, 301);
    const first = await api(0).as('member').get(path).expect(200);
    const tag = String(first.headers.etag);
    expect(tag).toMatch(/^"[\w-]+"$/);
    // The other process made the same answer by itself, so a client may change between them.
    const other = await api(1).as('member').get(path).set('If-None-Match', tag).expect(304);
    expect(other.text).toBe('');
    await bringTo(writer, 302);
    const changed = await api(1).as('member').get(path).set('If-None-Match', tag).expect(200);
    expect(changed.headers.etag).not.toBe(tag);
  });

  test('starter content that is seeded anew is seen at once', async () => {
    const categories = '/api/v1/grammar/categories';
    const before = await api(0).agent.get(categories).expect(200);
    const { id } = before.body.categories[0];
    await inTransaction(writer, async (transaction) => {
      await transaction('grammar_categories').where({ id }).update({ name: 'Another name' });
      await renewCatalogues(transaction, [everybody]);
    });
    const after = await api(0).agent.get(categories).expect(200);
    expect(after.body.categories[0]).toMatchObject({ id, name: 'Another name' });
  });
});
