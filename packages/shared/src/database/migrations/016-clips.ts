import type { Knex } from 'knex';
import { idLength, timestamps, unicode } from '../columns.ts';

/** The lesson's own voice: which classes keep sound, the recordings that are kept, and the clips that were cut of them. */
export async function up(db: Knex): Promise<void> {
  await db.schema.alterTable('classes', (table) => table.string('keep_audio', 8).notNullable().defaultTo('none'));
  await db.schema.createTable('recording_audio', (table) => {
    unicode(db, table);
    table.string('recording_id', 255).notNullable();
    // A recording that was paused has several parts.
    table.integer('part').notNullable();
    table.string('class_id', idLength).notNullable();
    table.string('audio_name', 200).notNullable();
    table.integer('offset_ms').notNullable();
    timestamps(table);
    table.primary(['recording_id', 'part']);
    table.index(['audio_name'], 'recording_audio_name');
    table.index(['created_at'], 'recording_audio_age');
  });
  await db.schema.createTable('clips', (table) => {
    unicode(db, table);
    table.string('id', idLength).primary();
    table.string('recording_id', 255).notNullable();
    table.string('class_id', idLength).notNullable();
    // What is heard, as a hash: the words themselves stand with the items.
    table.string('quote_key', idLength).notNullable();
    table.string('said_by', 8).nullable();
    table.integer('start_ms').notNullable();
    table.integer('end_ms').notNullable();
    table.string('audio_name', 200).notNullable();
    table.datetime('removed_at', { precision: 3 }).nullable();
    timestamps(table);
    table.unique(['recording_id', 'quote_key'], { indexName: 'clips_quote' });
    table.index(['audio_name'], 'clips_name');
    table.index(['class_id'], 'clips_class');
  });
}

export async function down(db: Knex): Promise<void> {
  await db.schema.dropTableIfExists('clips');
  await db.schema.dropTableIfExists('recording_audio');
  // By hand: Knex drops a column of SQLite by making the table anew, and the members of the classes would go with the old one.
  await db.raw('alter table classes drop column keep_audio');
}
