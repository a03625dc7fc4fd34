import type { Knex } from 'knex';
import { idLength, timestamps, unicode, userIdLength } from '../columns.ts';

/**
 * Recordings that arrive in parts: what each is to become, and which parts are there; the parts themselves are in the store
 * for sound. And why the sound of a kept recording could not be used.
 */
export async function up(db: Knex): Promise<void> {
  await db.schema.alterTable('recording_audio', (table) => table.string('problem', 16).nullable());
  await db.schema.createTable('uploads', (table) => {
    unicode(db, table);
    table.string('id', idLength).primary();
    table.string('owner_id', userIdLength).notNullable();
    table.string('name', 255).notNullable();
    table.bigInteger('size').notNullable();
    table.integer('part_size').notNullable();
    // By which the one who sends it knows the file again.
    table.string('fingerprint', 255).nullable();
    // The class and what else is said of the lesson, as JSON.
    table.text('lesson_fields').notNullable();
    table.string('lesson_id', idLength).nullable();
    // Until when a process has it that puts the parts together.
    table.datetime('joining_until', { precision: 3 }).nullable();
    timestamps(table);
    table.index(['owner_id', 'fingerprint'], 'uploads_of_owner');
    table.index(['updated_at'], 'uploads_age');
  });
  await db.schema.createTable('upload_parts', (table) => {
    unicode(db, table);
    table.string('upload_id', idLength).notNullable().references('id').inTable('uploads').onDelete('CASCADE');
    table.integer('part').notNullable();
    table.datetime('created_at', { precision: 3 }).notNullable();
    table.primary(['upload_id', 'part']);
  });
}

export async function down(db: Knex): Promise<void> {
  await db.schema.dropTableIfExists('upload_parts');
  await db.schema.dropTableIfExists('uploads');
  // By hand, as everywhere: Knex drops a column of SQLite by making the table anew.
  await db.raw('alter table recording_audio drop column problem');
}
