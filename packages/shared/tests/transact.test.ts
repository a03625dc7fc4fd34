import {
  afterChange,
  compiled,
  connect,
  inTransaction,
  isMissingValue,
  onlyAfterChange,
  transactTogether,
} from '@tulkka/shared/database';
import { onEveryDatabase } from '../../../tests/harness/test-databases.ts';

onEveryDatabase((database, dialect) => {
  const at = new Date('2026-11-20T09:00:00.123Z');
  const newClass = (id: string) => ({ id, name: id, auto_approve: false, created_at: at, updated_at: at });
  const idsLike = (prefix: string): Promise<string[]> =>
    database().db('classes').where('id', 'like', `${prefix}%`).orderBy('id').pluck('id');

  test('what the work returns is committed, what it throws is not', async () => {
    const { db } = database();
    const returned = await inTransaction(db, async (transaction) => {
      await transaction('classes').insert(newClass('kept-1'));
      await transaction('classes').insert(newClass('kept-2'));
      return 'done';
    });
    const failing = inTransaction(db, async (transaction) => {
      await transaction('classes').insert(newClass('kept-3'));
      throw new Error('a change of mind');
    });
    await expect(failing).rejects.toThrow('a change of mind');
    expect(returned).toBe('done');
    expect(await idsLike('kept-')).toEqual(['kept-1', 'kept-2']);
  });

  test('many at once keep out of each other’s transactions', async () => {
    const { db } = database();
    const works = Array.from({ length: 40 }, (_, i) =>
      inTransaction(db, async (transaction) => {
        await transaction('classes').insert(newClass(`many-${String(i).padStart(2, '0')}`));
        if (i % 2 === 1) throw new Error('odd');
      }).catch((error: Error) => error.message),
    );
    expect(await Promise.all(works)).toEqual(works.map((_, i) => (i % 2 === 1 ? 'odd' : undefined)));
    expect(await idsLike('many-')).toHaveLength(20);
  });

  test('the statements of a transaction are seen by who watches the pool, one after another', async () => {
    const { db } = database();
    const seen: string[] = [];
    const note = ({ sql }: { sql: string }) => seen.push(sql);
    await inTransaction(db, async () => undefined);
    db.on('query', note);
    await inTransaction(db, (transaction) => transaction('classes').where({ id: 'x' }).first('id'));
    db.off('query', note);
    expect(seen).toEqual(['BEGIN', expect.stringMatching(/^select/), 'COMMIT']);
  });

  test('an error tells the statement but not what was written', async () => {
    const { db } = database();
    const twice = inTransaction(db, async (transaction) => {
      for (let i = 0; i < 2; i++)
        await transaction('classes').insert({ ...newClass('twice'), name: 'said by a learner' });
    });
    const message = await twice.then(String, String);
    expect(message).toContain('insert into');
    expect(message).not.toContain('said by a learner');
  });

  const addClass = compiled((db, { id, name }: { id: string; name: string }) =>
    db('classes').insert({ id, name, auto_approve: false, created_at: at, updated_at: at }),
  );
  const rename = compiled((db, { id, name }: { id: string; name: string }) =>
    db('classes').where({ id }).update({ name }),
  );

  const renameNext = compiled((db, { id, name }: { id: string; name: string }) =>
    db('classes').where({ id }).whereRaw(afterChange(db)).update({ name }),
  );
  const addNext = compiled((db, { id, name }: { id: string; name: string }) =>
    db('classes').insert({
      id,
      name: onlyAfterChange(db, name),
      auto_approve: false,
      created_at: at,
      updated_at: at,
    }),
  );

  test('statements sent together are committed together, each after the one before it', async () => {
    const { db } = database();
    await transactTogether(db, [
      addClass.statement(db, { id: 'together-1', name: 'one' }),
      renameNext.statement(db, { id: 'together-1', name: 'first' }),
      addNext.statement(db, { id: 'together-2', name: 'two' }),
      rename.statement(db, { id: 'nobody', name: 'x' }),
    ]);
    const kept = await db('classes').where('id', 'like', 'together-%').orderBy('id').select('id', 'name');
    expect(kept).toEqual([
      { id: 'together-1', name: 'first' },
      { id: 'together-2', name: 'two' },
    ]);
  });

  test('an update that leaves a row as it was has changed it for the statement after it', async () => {
    const { db } = database();
    await transactTogether(db, [addClass.statement(db, { id: 'same-1', name: 'one' })]);
    await transactTogether(db, [
      rename.statement(db, { id: 'same-1', name: 'one' }),
      addNext.statement(db, { id: 'same-2', name: 'two' }),
    ]);
    expect(await idsLike('same-')).toEqual(['same-1', 'same-2']);
  });

  test('statements sent together leave nothing where one fails, or finds nothing and the next one needs it', async () => {
    const { db } = database();
    const twice = ['one', 'two'].map((name) => addClass.statement(db, { id: 'refused-1', name }));
    await expect(transactTogether(db, twice)).rejects.toMatchObject({ code: expect.stringMatching(/DUP|PRIMARY/) });
    const first = addClass.statement(db, { id: 'refused-2', name: 'one' });
    const missing = rename.statement(db, { id: 'nobody', name: 'x' });
    const last = addNext.statement(db, { id: 'refused-3', name: 'two' });
    const refused = await transactTogether(db, [first, missing, last]).then(
      () => null,
      (error: unknown) => error,
    );
    expect(isMissingValue(refused)).toBe(true);
    // One that goes ahead only after a change changes nothing either, and tells the next one so.
    const untouched = renameNext.statement(db, { id: 'refused-2', name: 'y' });
    await expect(transactTogether(db, [first, missing, untouched, last])).rejects.toThrow();
    expect(await idsLike('refused-')).toEqual([]);
    // The connection is as good as before.
    expect(await inTransaction(db, (transaction) => transaction('classes').where({ id: 'refused-1' }))).toEqual([]);
  });

  test('no value breaks out of its place in statements that are sent together', async () => {
    const { db } = database();
    const values = [
      "'; drop table classes; -- ",
      "\\'; drop table classes; -- ",
      '"; delete from classes; #',
      "\\\\'; delete from classes where '1'='1",
      '?; ?? :name',
      '%27); delete from classes; --',
      "\u02bc'; delete from classes; /*",
      '\u0000\u001a\n\r\t',
    ];
    await transactTogether(
      db,
      values.map((name, i) => addClass.statement(db, { id: `value-${i}`, name })),
    );
    const stored: string[] = await db('classes').where('id', 'like', 'value-%').orderBy('id').pluck('name');
    expect(stored).toEqual(values);
  });

  if (dialect === 'sqlite') return;

  test('a transaction that lost to another one is run again from its start', async () => {
    const { db } = database();
    await db('classes').insert([newClass('lock-a'), newClass('lock-b')]);
    let runs = 0;
    const locking = (first: string, second: string, name: string) =>
      inTransaction(db, async (transaction) => {
        runs += 1;
        await transaction('classes').where({ id: first }).update({ name });
        await new Promise((resolve) => setTimeout(resolve, 100));
        await transaction('classes').where({ id: second }).update({ name });
      });
    await Promise.all([locking('lock-a', 'lock-b', 'one'), locking('lock-b', 'lock-a', 'other')]);
    expect(runs).toBeGreaterThan(2);
    const names: string[] = await db('classes').whereIn('id', ['lock-a', 'lock-b']).pluck('name');
    expect(new Set(names).size).toBe(1);
  });

  test('a connection that broke inside a transaction is given to nobody else', async () => {
    const { games, password } = database();
    const db = connect({ ...games, poolSize: 1 } as typeof games, password);
    const broken = inTransaction(db, async (transaction) => {
      await transaction('classes').insert(newClass('broken'));
      const [[{ id }]] = await transaction.raw('select connection_id() as id');
      await database().db.raw('kill ?', [id]);
      await transaction('classes').insert(newClass('broken-2'));
    });
    await expect(broken).rejects.toThrow();
    expect(await inTransaction(db, (transaction) => transaction('classes').where('id', 'like', 'broken%'))).toEqual([]);
    await db.destroy();
  });
});
