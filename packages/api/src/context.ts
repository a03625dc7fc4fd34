import type { Config, Secrets, Settings } from '@tulkka/shared/config';
import { connect } from '@tulkka/shared/database';
import { Disposers } from '@tulkka/shared/lifecycle';
import { createLogger, type ProcessLogger } from '@tulkka/shared/logging';
import type { Knex } from 'knex';
import { type Authenticator, TrustedAuthenticator } from './http/authenticate.ts';

/** The parts of the web process. Routes reach everything through this list. */
export interface ApiContext {
  config: Config;
  secrets: Secrets;
  log: ProcessLogger;
  db: Knex;
  authenticator: Authenticator;
  /** Turns true when the process begins to stop: /ready then sends load balancers elsewhere. */
  lifecycle: { draining: boolean };
  /** Released in reverse when the process stops. */
  disposers: Disposers;
}

/**
 * The composition root of the web process: build order is reading order. A test or a deployment replaces single parts
 * through `overrides`; what it brings it also releases.
 */
export async function createApiContext(settings: Settings, overrides: Partial<ApiContext> = {}): Promise<ApiContext> {
  const { config, secrets } = settings;
  const disposers = overrides.disposers ?? new Disposers();
  const log = overrides.log ?? createLogger(config, secrets, 'web');
  const db =
    overrides.db ?? disposers.add('database', connect(config.games, secrets.mysqlPassword), (knex) => knex.destroy());
  const authenticator = overrides.authenticator ?? new TrustedAuthenticator();
  return { config, secrets, log, disposers, db, authenticator, lifecycle: { draining: false } };
}
