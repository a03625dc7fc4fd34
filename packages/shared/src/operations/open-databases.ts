import type { SupabaseClient } from '@supabase/supabase-js';
import type { Knex } from 'knex';
import { requireLessonsDatabase, type Settings } from '../config/index.ts';
import { connect } from '../database/index.ts';
import { connectSupabase } from '../lessons/index.ts';

/** A connection to the lessons database, for a command. @throws ValidationError where none is configured */
export function openLessons(settings: Settings, command: string): SupabaseClient {
  const { url, key } = requireLessonsDatabase(settings, `command ${command}`);
  return connectSupabase(url, key);
}

/** Runs work with both databases open and closes what must be closed. */
export async function withDatabases<T>(
  settings: Settings,
  command: string,
  work: (databases: { games: Knex; supabase: SupabaseClient }) => Promise<T>,
): Promise<T> {
  const supabase = openLessons(settings, command);
  return withGames(settings, (games) => work({ games, supabase }));
}

/** Runs work with the games database alone, and closes it. */
export async function withGames<T>(settings: Settings, work: (games: Knex) => Promise<T>): Promise<T> {
  const games = connect(settings.config.games, settings.secrets.mysqlPassword);
  try {
    return await work(games);
  } finally {
    await games.destroy();
  }
}
