import type { Knex } from 'knex';
import { idLength, unicode } from '../columns.ts';

export async function up(db: Knex): Promise<void> {
  // A row here is the proof that a recording was published; its key makes that happen once.
  await db.schema.createTable('publications', (table) => {
    unicode(db, table);
    table.string('recording_id', 255).primary();
    table.string('exercise_set_id', idLength).notNullable();
    table.string('class_id', idLength).notNullable();
    table.text('published').notNullable();
    table.datetime('created_at', { precision: 3 }).notNullable();
    table.index(['class_id'], 'publications_class');
  });
  await db.schema.createTable('oauth_tokens', (table) => {
    unicode(db, table);
    table.string('provider', idLength).primary();
    table.text('access_token').nullable();
    table.text('refresh_token').nullable();
    table.datetime('expires_at', { precision: 3 }).nullable();
    table.integer('version').notNullable().defaultTo(0);
    table.string('env_fingerprint', 64).nullable();
    table.datetime('failed_at', { precision: 3 }).nullable();
    table.text('failure').nullable();
    table.string('lease_owner', idLength).nullable();
    table.datetime('lease_expires_at', { precision: 3 }).nullable();
    table.datetime('updated_at', { precision: 3 }).notNullable();
  });
  await db.schema.createTable('idempotency_keys', (table) => {
    unicode(db, table);
    // SHA-256 of caller, route and key: the key itself may be 255 characters of anything.
    table.string('id', 64).primary();
    table.string('request_hash', 64).notNullable();
    table.integer('response_status').nullable();
    table.text('response_body', 'mediumtext').nullable();
    table.datetime('lease_expires_at', { precision: 3 }).notNullable();
    table.datetime('expires_at', { precision: 3 }).notNullable();
    table.index(['expires_at'], 'idempotency_keys_expiry');
  });
  await db.schema.createTable('sync_watermarks', (table) => {
    unicode(db, table);
    table.string('source', 191).primary();
    table.datetime('watermark_at', { precision: 3 }).notNullable();
    table.datetime('updated_at', { precision: 3 }).notNullable();
  });
  // What a person asked the fetcher to look for now; done when the row is gone.
  await db.schema.createTable('fetch_requests', (table) => {
    unicode(db, table);
    table.string('id', idLength).primary();
    table.text('request').notNullable();
    table.integer('attempt_count').notNullable().defaultTo(0);
    table.datetime('next_attempt_at', { precision: 3 }).notNullable();
    table.datetime('created_at', { precision: 3 }).notNullable();
    table.index(['next_attempt_at'], 'fetch_requests_due');
  });
  await db.schema.createTable('token_budgets', (table) => {
    unicode(db, table);
    table.string('day', 10).primary();
    table.bigInteger('tokens').notNullable().defaultTo(0);
  });
}

export async function down(db: Knex): Promise<void> {
  for (const table of [
    'token_budgets',
    'fetch_requests',
    'sync_watermarks',
    'idempotency_keys',
    'oauth_tokens',
    'publications',
  ]) {
    await db.schema.dropTableIfExists(table);
  }
}
