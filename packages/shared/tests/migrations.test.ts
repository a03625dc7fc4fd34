import { migrateDown, migrateUp, pendingMigrations } from '@tulkka/shared/database';
import { createTestDatabase, dialects } from '../../../tests/harness/test-databases.ts';

const all = [
  '001-word-lists',
  '002-classes',
  '003-catalogues',
  '004-sessions',
  '005-pipeline',
  '006-results-by-item',
  '007-results-without-user-index',
  '008-people',
  '009-memories',
  '010-sources',
  '011-memories-by-standing',
  '012-item-reports',
  '013-words-without-accents',
  '014-who-said-it',
  '015-words-folded',
  '016-clips',
  '017-set-items',
  '018-pictures',
  '019-catalogue-versions',
  '020-listening',
  '021-memory-parameters',
  '023-sound',
];

describe.each(dialects)('migrations on %s', (dialect) => {
  test('go up, all the way down and up again', async () => {
    const database = await createTestDatabase(dialect);
    expect(await pendingMigrations(database.db)).toEqual([]);
    expect(await migrateUp(database.db)).toEqual([]);
    const undone = await migrateDown(database.db, all.length);
    expect(undone).toHaveLength(all.length);
    expect(await pendingMigrations(database.db)).toHaveLength(all.length);
    expect(await migrateUp(database.db)).toHaveLength(all.length);
    await database.drop();
  });

  test('two releases that race both end well, and each migration is applied once', async () => {
    const database = await createTestDatabase(dialect, { migrated: false });
    const [first, second] = await Promise.all([migrateUp(database.db), migrateUp(database.db)]);
    expect([...first, ...second].sort()).toEqual(all);
    await database.drop();
  });
});
