import { createWriteStream } from 'node:fs';
import { mkdir, rename, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import type { SupabaseClient } from '@supabase/supabase-js';
import type { GamesDatabase, Settings } from '../config/index.ts';
import { connect, createDatabase, migrateUp } from '../database/index.ts';
import { ConflictError, ValidationError } from '../errors/index.ts';
import { LessonArchive, lessonTables } from '../lessons/index.ts';
import { gamesFile, type OnProgress, progressEvery } from './backup.ts';
import { type BackupManifest, ownerOnly, readGzip, readManifest, readRows } from './backup-files.ts';
import { loadMysql } from './mysql-dump.ts';

/** What a restore brought back. */
export interface Restored {
  manifest: BackupManifest;
  /** Migrations that are newer than the backup and were applied after it. */
  migrated: string[];
}

/**
 * Brings both databases back to what a backup holds; meant to run while no process of ours does. The games first: their
 * publications are what keeps a set from being published twice.
 * @param overwrite replaces what is there; without it, databases that hold anything are refused
 */
export async function restore(
  settings: Settings,
  supabase: SupabaseClient,
  folder: string,
  overwrite: boolean,
  onProgress: OnProgress = () => undefined,
): Promise<Restored> {
  const manifest = await readManifest(folder);
  const { games } = settings.config;
  if (manifest.games !== games.kind) {
    const message = `The backup is of ${manifest.games}, the configuration names ${games.kind}: set the same kind of database.`;
    throw new ValidationError([{ path: 'MYSQL_HOST', message }], message);
  }
  const archive = new LessonArchive(supabase);
  await createDatabase(games, settings.secrets.mysqlPassword);
  if (!overwrite) await refuseIfFull(settings, archive);

  onProgress('games database');
  await restoreGames(settings, join(folder, gamesFile(games.kind)));
  const migrated = await migrate(settings);
  if (overwrite) await archive.clear();
  for (const table of lessonTables) {
    const written = await archive.write(
      table,
      counted(readRows(join(folder, `${table}.jsonl.gz`)), (count) => onProgress(`${table}: ${count} rows`)),
    );
    if (written !== manifest.rows[table]) {
      throw new ConflictError(`${table}: ${written} rows were restored, the backup counted ${manifest.rows[table]}.`);
    }
  }
  return { manifest, migrated };
}

async function* counted<T>(rows: AsyncIterable<T>, onCount: (count: number) => void): AsyncGenerator<T> {
  let count = 0;
  for await (const row of rows) {
    count += 1;
    if (count % progressEvery === 0) onCount(count);
    yield row;
  }
}

/** Tables in which every database that was ever used has something. */
const telling = ['word_lists', 'classes', 'game_sessions', 'publications', 'oauth_tokens'];

async function refuseIfFull({ config, secrets }: Settings, archive: LessonArchive): Promise<void> {
  const db = connect(config.games, secrets.mysqlPassword);
  try {
    for (const table of telling) {
      if ((await db.schema.hasTable(table)) && (await db(table).first()) !== undefined) throw occupied('games');
    }
  } finally {
    await db.destroy();
  }
  for (const table of lessonTables) if ((await archive.count(table)) > 0) throw occupied('lessons');
}

const occupied = (which: string) =>
  new ConflictError(`The ${which} database holds data already. Add --overwrite to replace all of it.`);

async function restoreGames({ config: { games }, secrets }: Settings, file: string): Promise<void> {
  if (games.kind === 'mysql') {
    await dropTables(games, secrets.mysqlPassword);
    return loadMysql(games, secrets.mysqlPassword, readGzip(file));
  }
  await mkdir(dirname(games.file), { recursive: true });
  const copy = `${games.file}.restored`;
  await pipeline(readGzip(file), createWriteStream(copy, { mode: ownerOnly }));
  // The log of the old database must not be applied to the new one.
  for (const left of [`${games.file}-wal`, `${games.file}-shm`]) await rm(left, { force: true });
  await rename(copy, games.file);
}

/** A dump replaces the tables that it has; one of a newer schema would be left in the way of its own migration. */
async function dropTables(games: GamesDatabase, password: string): Promise<void> {
  const db = connect(games, password);
  try {
    await db.transaction(async (session) => {
      // Under a name of ours: MySQL 8 and later give this column in capitals, MariaDB does not.
      const tables: { name: string }[] = await session('information_schema.tables')
        .whereRaw('table_schema = database()')
        .select({ name: 'table_name' });
      await session.raw('set foreign_key_checks = 0');
      for (const { name } of tables) await session.schema.dropTable(name);
      await session.raw('set foreign_key_checks = 1');
    });
  } finally {
    await db.destroy();
  }
}

async function migrate({ config, secrets }: Settings): Promise<string[]> {
  const db = connect(config.games, secrets.mysqlPassword);
  try {
    const applied = await migrateUp(db);
    // The games were read after the sets and may know of newer ones: the next change of a set is published all the same.
    await db('publications').update({ set_revision: null });
    return applied;
  } finally {
    await db.destroy();
  }
}
