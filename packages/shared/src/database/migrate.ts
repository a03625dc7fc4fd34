import type { Knex } from 'knex';
import { migrations } from './migrations/index.ts';

/** Migrations from code, not from a folder: the compiled build carries them with it. */
const migrationSource: Knex.MigrationSource<string> = {
  getMigrations: async () => Object.keys(migrations),
  getMigrationName: (name) => name,
  getMigration: async (name) => {
    const migration = migrations[name];
    if (!migration) throw new Error(`There is no migration ${name}.`);
    return migration;
  },
};

const options = { migrationSource, tableName: 'schema_migrations' } satisfies Knex.MigratorConfig;
const lockTable = 'schema_migrations_lock';

/** How long a release waits for another one that migrates at the same time. */
const raceMs = 120_000;

/**
 * Brings the schema up to date and returns the names of what was applied. Two callers may race: one migrates, the other
 * waits and finds nothing left. A lock left by a process that died is released after `waitMs`, once.
 */
export async function migrateUp(db: Knex, waitMs = raceMs): Promise<string[]> {
  const deadline = Date.now() + waitMs;
  let freed = false;
  for (;;) {
    try {
      await prepareLock(db);
      const [, applied] = await db.migrate.latest(options);
      return applied;
    } catch (error) {
      if (!isHeldLock(error) || freed) throw error;
      if (Date.now() > deadline) {
        await db.migrate.forceFreeMigrationsLock(options);
        freed = true;
      }
      await new Promise((resolve) => setTimeout(resolve, 250));
    }
  }
}

/** Undoes the newest migrations, one by one, until `count` are undone. For tests and for a person who knows why. */
export async function migrateDown(db: Knex, count: number): Promise<string[]> {
  const undone: string[] = [];
  for (let i = 0; i < count; i++) {
    const [, names] = await db.migrate.down(options);
    undone.push(...names);
  }
  return undone;
}

/** The migrations that this code knows and the database has not had yet. */
export async function pendingMigrations(db: Knex): Promise<string[]> {
  const [, pending] = await db.migrate.list(options);
  return pending.map((entry: unknown) => (typeof entry === 'string' ? entry : String(entry)));
}

/** The migrations that the database lacks, found without writing to it: health checks ask. */
export async function missingMigrations(db: Knex): Promise<string[]> {
  const known = Object.keys(migrations);
  if (!(await db.schema.hasTable(options.tableName))) return known;
  const applied = new Set<unknown>(await db(options.tableName).pluck('name'));
  return known.filter((name) => !applied.has(name));
}

/**
 * Makes the one row that callers lock. Left to Knex, two first runs each add a row of their own, and a lock of two rows
 * can never be taken; a key that both name is added once.
 */
async function prepareLock(db: Knex): Promise<void> {
  if (!(await db.schema.hasTable(lockTable))) {
    await db.schema.createTable(lockTable, (table) => {
      table.increments('index').primary();
      table.integer('is_locked');
    });
  }
  const rows = await db(lockTable).select('index').limit(1);
  if (rows.length === 0) await db(lockTable).insert({ index: 1, is_locked: 0 }).onConflict('index').ignore();
}

function isHeldLock(error: unknown): boolean {
  if (typeof error !== 'object' || error === null) return false;
  const name = 'name' in error ? error.name : '';
  const message = 'message' in error ? String(error.message) : '';
  // Two first runs may also collide on creating Knex's own tables.
  return name === 'MigrationLocked' || /lock|already exists|schema_migrations/i.test(message);
}
