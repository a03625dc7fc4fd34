import { createReadStream } from 'node:fs';
import { mkdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { PassThrough, Readable } from 'node:stream';
import type { SupabaseClient } from '@supabase/supabase-js';
import { type Settings, version } from '../config/index.ts';
import { connect } from '../database/index.ts';
import { LessonArchive, type LessonTable, lessonTables } from '../lessons/index.ts';
import { type BackupManifest, digestOf, writeGzip, writeManifest } from './backup-files.ts';
import { dumpMysql } from './mysql-dump.ts';

/** Hears how far a long step is. */
export type OnProgress = (text: string) => void;

/** Rows between two words of progress. */
export const progressEvery = 100;

/** The folder of a backup that is made now, below the data folder. */
export function backupFolder(dataDir: string, now = new Date()): string {
  return join(dataDir, 'backups', now.toISOString().slice(0, 19).replaceAll(':', '-'));
}

/** The name of the games database's file in a backup. */
export const gamesFile = (kind: 'sqlite' | 'mysql'): string => (kind === 'sqlite' ? 'games.sqlite.gz' : 'games.sql.gz');

/**
 * Writes both databases into a folder while everything runs. Lessons first, and of them the exercises first: what a
 * later file has more than an earlier one is work that the pipeline simply does again, never a set without its lesson or
 * a published set that the games have not heard of.
 */
export async function backUp(
  settings: Settings,
  supabase: SupabaseClient,
  folder: string,
  onProgress: OnProgress = () => undefined,
): Promise<BackupManifest> {
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const archive = new LessonArchive(supabase);
  const rows: Record<string, number> = {};
  const names: string[] = [];
  for (const table of [...lessonTables].reverse()) {
    const name = `${table}.jsonl.gz`;
    rows[table] = await writeTable(archive, table, join(folder, name), onProgress);
    names.push(name);
  }
  const games = gamesFile(settings.config.games.kind);
  onProgress('games database');
  await writeGames(settings, join(folder, games));
  names.push(games);
  const digests = await Promise.all(names.map(async (name) => [name, await digestOf(join(folder, name))] as const));
  const manifest: BackupManifest = {
    version,
    created_at: new Date().toISOString(),
    games: settings.config.games.kind,
    migrations: await readMigrations(settings),
    rows,
    files: Object.fromEntries(digests),
  };
  await writeManifest(folder, manifest);
  return manifest;
}

async function writeTable(
  archive: LessonArchive,
  table: LessonTable,
  file: string,
  onProgress: OnProgress,
): Promise<number> {
  let count = 0;
  async function* lines(): AsyncGenerator<string> {
    for await (const row of archive.rows(table)) {
      count += 1;
      if (count % progressEvery === 0) onProgress(`${table}: ${count} rows`);
      yield `${JSON.stringify(row)}\n`;
    }
  }
  await writeGzip(file, Readable.from(lines()));
  return count;
}

async function writeGames({ config: { games }, secrets }: Settings, file: string): Promise<void> {
  if (games.kind === 'mysql') {
    const bytes = new PassThrough();
    const dumped = dumpMysql(games, secrets.mysqlPassword, bytes).catch((error: unknown) => {
      // A dump that never began would leave the file waiting for its end.
      bytes.destroy();
      throw error;
    });
    await Promise.all([dumped, writeGzip(file, bytes)]);
    return;
  }
  // SQLite's own way of copying a database that is being written to, as it is at one moment.
  const copy = `${file}.copy`;
  await rm(copy, { force: true });
  const db = connect(games, secrets.mysqlPassword);
  try {
    await db.raw('vacuum into ?', [copy]);
    await writeGzip(file, createReadStream(copy));
  } finally {
    await db.destroy();
    await rm(copy, { force: true });
  }
}

async function readMigrations({ config, secrets }: Settings): Promise<string[]> {
  const db = connect(config.games, secrets.mysqlPassword);
  try {
    const names = await db('schema_migrations').orderBy('id').pluck('name');
    return names.map(String);
  } finally {
    await db.destroy();
  }
}
