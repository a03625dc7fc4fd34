import type { Knex } from 'knex';

/** Lengths that several tables share: our own ids and slugs, and ids that callers bring. */
export const idLength = 64;
export const userIdLength = 128;

/** What MySQL needs said per table: four-byte characters, and comparison by code point, as SQLite does it. */
export function unicode(db: Knex, table: Knex.CreateTableBuilder): void {
  if (db.client.dialect !== 'mysql') return;
  table.engine('InnoDB');
  table.charset('utf8mb4');
  table.collate('utf8mb4_bin');
}

/** created_at and updated_at, in UTC, to the millisecond; always written by us. */
export function timestamps(table: Knex.CreateTableBuilder): void {
  table.datetime('created_at', { precision: 3 }).notNullable();
  table.datetime('updated_at', { precision: 3 }).notNullable();
}
