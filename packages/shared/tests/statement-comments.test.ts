import { connect, inTransaction, StatementComments } from '@tulkka/shared/database';
import { onEveryDatabase } from '../../../tests/harness/test-databases.ts';

onEveryDatabase((database) => {
  test('every statement of a request carries its id, in a transaction too, and others none', async () => {
    const comments = new StatementComments();
    const { games, password } = database();
    const db = connect(games, password, comments);
    const sent: string[] = [];
    // What the dialect hands to the driver is what mark() returns.
    const mark = comments.mark.bind(comments);
    comments.mark = (sql) => {
      sent.push(mark(sql));
      return mark(sql);
    };
    await comments.run('req-1', async () => {
      await db('classes').select('id');
      await inTransaction(db, (transaction) => transaction('classes').where({ id: 'x' }).select('id'));
    });
    await comments.run('*/ drop table classes', () => db('classes').select('id'));
    await db('classes').select('id');
    await db.destroy();
    const selects = sent.filter((sql) => /select/i.test(sql));
    expect(selects.map((sql) => sql.startsWith('/* request_id=req-1 */'))).toEqual([true, true, false, false]);
    expect(selects.join()).not.toContain('drop');
  });
});
