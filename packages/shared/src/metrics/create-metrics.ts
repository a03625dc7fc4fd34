import type { Knex } from 'knex';
import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client';
import { watchStatements } from '../database/index.ts';

/** From a cached read to a generated lesson. */
const httpBuckets = [0.002, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 10, 30];
const sqlBuckets = [0.0005, 0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.5, 1, 5];

/** What a process tells Prometheus of itself. */
export interface Metrics {
  registry: Registry;
  /** One answered request; `route` is the template, never the path, so that the number of series stays bounded. */
  observeRequest(method: string, route: string, status: number, seconds: number): void;
  /** Times every statement of this connection pool. */
  watchDatabase(db: Knex): void;
}

/** The metrics of one process, in a registry of their own; memory, event loop lag and the like included. */
export function createMetrics(process: string): Metrics {
  const registry = new Registry();
  registry.setDefaultLabels({ process });
  collectDefaultMetrics({ register: registry });
  const requests = new Histogram({
    name: 'http_request_duration_seconds',
    help: 'Time to answer a request, by method, route and status',
    labelNames: ['method', 'route', 'status'] as const,
    buckets: httpBuckets,
    registers: [registry],
  });
  const statements = new Histogram({
    name: 'sql_statement_duration_seconds',
    help: 'Time of an SQL statement on the games database, waiting for the server included',
    buckets: sqlBuckets,
    registers: [registry],
  });
  const failures = new Counter({
    name: 'sql_statement_failures_total',
    help: 'SQL statements that failed, lost races included',
    registers: [registry],
  });
  const connections = new Gauge({
    name: 'sql_pool_connections',
    help: 'Connections to the games database: in use, idle, and callers that wait for one',
    labelNames: ['state'] as const,
    registers: [registry],
    collect: () => readPool?.(),
  });
  let readPool: (() => void) | undefined;
  return {
    registry,
    observeRequest: (method, route, status, seconds) =>
      requests.observe({ method, route, status: String(status) }, seconds),
    watchDatabase: (db) => {
      readPool = () => {
        const { pool } = db.client;
        connections.set({ state: 'used' }, pool.numUsed());
        connections.set({ state: 'idle' }, pool.numFree());
        connections.set({ state: 'waiting' }, pool.numPendingAcquires());
      };
      watchStatements(db, (seconds, failed) => {
        statements.observe(seconds);
        if (failed) failures.inc();
      });
    },
  };
}
