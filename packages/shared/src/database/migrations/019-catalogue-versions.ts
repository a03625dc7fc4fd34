import type { Knex } from 'knex';
import { idLength, unicode } from '../columns.ts';

/** Which state each class's part of the catalogues is in; the empty text stands for what belongs to everybody. */
export async function up(db: Knex): Promise<void> {
  await db.schema.createTable('catalogue_versions', (table) => {
    unicode(db, table);
    table.string('class_id', idLength).primary();
    table.string('version', 36).notNullable();
  });
}

export async function down(db: Knex): Promise<void> {
  await db.schema.dropTableIfExists('catalogue_versions');
}
