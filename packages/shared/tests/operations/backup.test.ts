import { appendFile, mkdtemp, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { loadSettings, type Settings } from '@tulkka/shared/config';
import { migrateDown, migrateUp } from '@tulkka/shared/database';
import { connectSupabase, LessonArchive, lessonTables } from '@tulkka/shared/lessons';
import { backUp, restore } from '@tulkka/shared/operations';
import type { Knex } from 'knex';
import { createTestDatabase, onEveryDatabase, type TestDatabase } from '../../../../tests/harness/test-databases.ts';
import { backends, startTestSupabase, type TestSupabase } from '../../../../tests/harness/test-supabase.ts';
import { storeLearners } from './learner-data.ts';

const gamesTables = [
  'word_lists',
  'words',
  'classes',
  'class_students',
  'cloze_topics',
  'cloze_lessons',
  'cloze_items',
  'game_sessions',
  'game_results',
  'user_mistakes',
  'user_game_stats',
  'publications',
  'idempotency_keys',
  'fetch_requests',
];

async function rowsOfGames(db: Knex): Promise<Record<string, string[]>> {
  const tables = await Promise.all(
    gamesTables.map(async (table) => [table, (await db(table).select('*')).map((row) => JSON.stringify(row)).sort()]),
  );
  return Object.fromEntries(tables);
}

async function rowsOfLessons({ url, key }: TestSupabase): Promise<unknown> {
  const archive = new LessonArchive(connectSupabase(url, key));
  return Promise.all(lessonTables.map((table) => Array.fromAsync(archive.rows(table))));
}

function settingsOf(database: TestDatabase): Settings {
  const { config, secrets } = loadSettings({});
  return { config: { ...config, games: database.games }, secrets: { ...secrets, mysqlPassword: database.password } };
}

onEveryDatabase((database, dialect) => {
  // Each dialect of the games with another backend of the lessons, where there are two.
  const backend = backends[dialect === 'mysql' ? backends.length - 1 : 0] ?? 'pglite';
  let supabase: TestSupabase;
  let folder: string;
  const lessons = () => connectSupabase(supabase.url, supabase.key);

  beforeAll(async () => {
    supabase = await startTestSupabase(backend);
    folder = await mkdtemp(join(tmpdir(), 'tulkka-backup-'));
    await storeLearners(database().db, supabase);
    await database().db('word_lists').update({ description: 'Zürich 😀 “quoted” \\ \n % NULL' });
  }, 90_000);
  afterAll(async () => {
    await supabase?.close();
    await rm(folder, { recursive: true, force: true });
  });

  test('what was backed up is what comes back, in databases that were lost', async () => {
    const games = await rowsOfGames(database().db);
    const before = await rowsOfLessons(supabase);
    const manifest = await backUp(settingsOf(database()), lessons(), join(folder, 'full'));
    expect(manifest).toMatchObject({ games: dialect, rows: { zoom_summaries: 3, lesson_exercises: 3 } });
    expect((await stat(join(folder, 'full', 'manifest.json'))).mode & 0o077).toBe(0);

    const empty = await createTestDatabase(dialect, { migrated: false });
    await new LessonArchive(lessons()).clear();
    expect(await rowsOfLessons(supabase)).toEqual([[], []]);
    // SQLite's file is replaced under closed connections, as an engineer would do it.
    await empty.db.destroy();
    await restore(settingsOf(empty), lessons(), join(folder, 'full'), false);
    empty.db.initialize();
    // What the games know of a set is not believed to be newer than the set that came back.
    const publications = games.publications?.map((row) => row.replace(/"set_revision":\d+/, '"set_revision":null'));
    expect(await rowsOfGames(empty.db)).toEqual({ ...games, publications });
    expect(await rowsOfLessons(supabase)).toEqual(before);
    await empty.drop();
  }, 60_000);

  test('a database that holds something is replaced only on demand, whatever its schema', async () => {
    const used = await createTestDatabase(dialect);
    await used.db('classes').insert({ id: 'other', name: 'x', created_at: new Date(), updated_at: new Date() });
    await used.db.destroy();
    const source = join(folder, 'old');
    const undone = await migrateDown(database().db, 1);
    await backUp(settingsOf(database()), lessons(), source);
    await migrateUp(database().db);

    await expect(restore(settingsOf(used), lessons(), source, false)).rejects.toMatchObject({ code: 'conflict' });
    const { migrated } = await restore(settingsOf(used), lessons(), source, true);
    expect(migrated).toEqual(undone);
    used.db.initialize();
    expect(await used.db('classes').orderBy('id').pluck('id')).toEqual(['group', 'solo']);
    await used.drop();
  }, 60_000);

  test('a damaged or unfinished backup is refused before anything is touched', async () => {
    const source = join(folder, 'damaged');
    await backUp(settingsOf(database()), lessons(), source);
    await appendFile(join(source, 'zoom_summaries.jsonl.gz'), 'x');
    const attempt = () => restore(settingsOf(database()), lessons(), source, true);
    await expect(attempt()).rejects.toThrow('zoom_summaries.jsonl.gz is not what was written');
    await rm(join(source, 'manifest.json'));
    await expect(attempt()).rejects.toThrow('is not a whole backup');
    expect(await new LessonArchive(lessons()).count('zoom_summaries')).toBe(3);
  });
});
