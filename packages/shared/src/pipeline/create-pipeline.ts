import { randomUUID } from 'node:crypto';
import { hostname } from 'node:os';
import type { SupabaseClient } from '@supabase/supabase-js';
import type { Knex } from 'knex';
import type { Registry } from 'prom-client';
import { type Config, requireLessonsDatabase, type Settings } from '../config/index.ts';
import { connect } from '../database/index.ts';
import { connectSupabase, LessonQueue, LessonStore } from '../lessons/index.ts';
import { Disposers } from '../lifecycle/index.ts';
import { createLogger, type ProcessLogger } from '../logging/index.ts';
import { createMetrics, createPipelineMetrics, type PipelineMetrics } from '../metrics/index.ts';

/** What fetcher and worker have in common: both databases, the queue, and the ways to be watched. */
export interface Pipeline {
  name: string;
  config: Config;
  log: ProcessLogger;
  registry: Registry;
  metrics: PipelineMetrics;
  disposers: Disposers;
  games: Knex;
  supabase: SupabaseClient;
  /** Names this process in the leases that it holds. */
  owner: string;
  queue: LessonQueue;
  lessons: LessonStore;
}

/**
 * Builds the common parts of a pipeline process.
 * @throws ValidationError when no lessons database is configured
 */
export function createPipeline(settings: Settings, name: string): Pipeline {
  const { config, secrets } = settings;
  const { leaseSeconds, maxAttempts } = config.jobs;
  const { url, key } = requireLessonsDatabase(settings, name);
  const disposers = new Disposers();
  const log = createLogger(config, secrets, name);
  const { registry, watchDatabase } = createMetrics(name);
  const games = disposers.add('games database', connect(config.games, secrets.mysqlPassword), (db) => db.destroy());
  watchDatabase(games);
  const supabase = connectSupabase(url, key);
  const owner = `${name}-${hostname()}-${process.pid}-${randomUUID().slice(0, 8)}`;
  const metrics = createPipelineMetrics(registry);
  const queue = new LessonQueue(supabase, { owner, leaseSeconds, maxAttempts, onClaim: metrics.countClaim });
  const lessons = new LessonStore(supabase);
  return { name, config, log, registry, metrics, disposers, games, supabase, owner, queue, lessons };
}
