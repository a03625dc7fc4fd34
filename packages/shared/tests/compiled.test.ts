import { compiled, compiledForMany, connect, inTransaction, type Row, readTogether } from '@tulkka/shared/database';
import { onEveryDatabase } from '../../../tests/harness/test-databases.ts';

onEveryDatabase((database) => {
  const at = new Date('2026-11-20T09:00:00.123Z');
  interface NewClass {
    id: string;
    name: string;
    teacher: string | null;
    at: Date;
  }
  const addClass = compiled((db, { id, name, teacher, at }: NewClass) =>
    db('classes').insert({ id, name, teacher_id: teacher, auto_approve: true, created_at: at, updated_at: at }),
  );
  const rename = compiled((db, { id, from, to }: { id: string; from: string; to: string }) =>
    db('classes').where({ id, name: from }).update({ name: to, auto_approve: false }),
  );
  const readClass = compiled((db, { id }: { id: string }) => db('classes').where({ id }).first('id', 'name'));
  const listNames = compiled((db, { prefix }: { prefix: string }) =>
    db('classes').where('id', 'like', prefix).orderBy('id').pluck('name'),
  );

  test('answers like the query that it was built from, with the values of each call', async () => {
    const { db } = database();
    await addClass(db, { id: 'like-1', name: "O'Hara ?? :name", teacher: null, at });
    await addClass(db, { id: 'like-2', name: '😀', teacher: 't1', at });
    expect(await readClass(db, { id: 'like-1' })).toEqual(
      await db('classes').where({ id: 'like-1' }).first('id', 'name'),
    );
    expect(await readClass(db, { id: 'nobody' })).toBeUndefined();
    expect(await listNames(db, { prefix: 'like-%' })).toEqual(["O'Hara ?? :name", '😀']);
    expect(await rename(db, { id: 'like-1', from: 'another', to: 'x' })).toBe(0);
    expect(await rename(db, { id: 'like-1', from: "O'Hara ?? :name", to: 'x' })).toBe(1);
    const rows = await db('classes').where('id', 'like', 'like-%').orderBy('id').select('teacher_id', 'created_at');
    const plain = rows.map(({ teacher_id, created_at }) => [teacher_id, new Date(created_at).toISOString()]);
    expect(plain).toEqual([
      [null, at.toISOString()],
      ['t1', at.toISOString()],
    ]);
  });

  test('a query about many is built once for each power of two, and answers for exactly those asked for', async () => {
    const { db } = database();
    let built = 0;
    const listThese = compiledForMany((to, ids) => {
      built++;
      return to('classes').whereIn('id', ids).orderBy('id').pluck('id');
    });
    const ids = Array.from({ length: 6 }, (_, i) => `many-${i}`);
    for (const id of ids) await addClass(db, { id, name: id, teacher: null, at });
    for (const count of [1, 2, 3, 4, 5, 6]) {
      expect(await listThese(db, ids.slice(0, count))).toEqual(ids.slice(0, count));
    }
    expect(built).toBe(4);
    await expect(async () => listThese(db, [])).rejects.toThrow(RangeError);
  });

  test('two reads that are sent together are answered each by its own rows', async () => {
    const { db } = database();
    for (const id of ['both-1', 'both-2']) await addClass(db, { id, name: `${id}; ?`, teacher: null, at });
    const named = compiled((to, { id }: { id: string }) => to('classes').where({ id }).select<Row[]>('id', 'name'));
    const read = (id: string) => ({
      statement: named.statement(db, { id }),
      of: (rows: Row[]) => rows.map(({ name }) => name),
    });
    expect(await readTogether(db, read('both-2'), read('both-1'))).toEqual([['both-2; ?'], ['both-1; ?']]);
    expect(await readTogether(db, read('nobody'), read('both-1'))).toEqual([[], ['both-1; ?']]);
  });

  test('belongs to the transaction that it is given', async () => {
    const { db } = database();
    const failing = inTransaction(db, async (transaction) => {
      await addClass(transaction, { id: 'tx-1', name: 'one', teacher: null, at });
      expect(await readClass(transaction, { id: 'tx-1' })).toBeDefined();
      throw new Error('a change of mind');
    });
    await expect(failing).rejects.toThrow('a change of mind');
    expect(await readClass(db, { id: 'tx-1' })).toBeUndefined();
  });

  test('is built once, and gives its connection back when it fails', async () => {
    const { games, password } = database();
    const db = connect(games.kind === 'mysql' ? { ...games, poolSize: 1 } : games, password);
    let built = 0;
    const add = compiled((to, { id, at }: { id: string; at: Date }) => {
      built++;
      return to('classes').insert({ id, name: id, auto_approve: true, created_at: at, updated_at: at });
    });
    await add(db, { id: 'once', at });
    for (let i = 0; i < 3; i++) {
      const message = await add(db, { id: 'once', at }).then(String, String);
      expect(message).toMatch(/insert into `classes`/);
    }
    expect(built).toBe(1);
    await db.destroy();
  });

  test('refuses a value that is missing and one that would not be bound', async () => {
    const { db } = database();
    // @ts-expect-error a caller without types
    await expect(readClass(db, {})).rejects.toThrow('A compiled query needs a value for "id"; null is one.');
    const unbound = compiled((to, { order }: { order: string }) => to('classes').orderBy(`${order}`).select('id'));
    await expect(unbound(db, { order: 'name' })).rejects.toThrow('The value "order" does not become a binding of:');
  });
});
