import type { Knex } from 'knex';
import { idLength, timestamps, unicode, userIdLength } from '../columns.ts';

export async function up(db: Knex): Promise<void> {
  await db.schema.createTable('word_lists', (table) => {
    unicode(db, table);
    table.string('id', idLength).primary();
    table.string('user_id', userIdLength).notNullable();
    table.string('class_id', idLength).nullable();
    table.string('name', 120).notNullable();
    // The name folded for searching and sorting, since columns compare by code point.
    table.string('name_key', 240).notNullable();
    table.text('description').nullable();
    table.integer('word_count').notNullable().defaultTo(0);
    table.boolean('is_favorite').notNullable().defaultTo(false);
    // Set for a list that a lesson was published into: one for each learner and recording.
    table.string('recording_id', 255).nullable();
    timestamps(table);
    table.unique(['user_id', 'recording_id'], { indexName: 'word_lists_user_recording_unique' });
    table.index(['user_id', 'updated_at'], 'word_lists_user_updated');
    table.index(['user_id', 'created_at'], 'word_lists_user_created');
    table.index(['user_id', 'name_key'], 'word_lists_user_name');
    table.index(['user_id', 'class_id', 'updated_at'], 'word_lists_user_class');
    table.index(['user_id', 'is_favorite', 'updated_at'], 'word_lists_user_favorite');
    table.index(['recording_id'], 'word_lists_recording');
    table.index(['class_id'], 'word_lists_class');
  });
  await db.schema.createTable('words', (table) => {
    unicode(db, table);
    table.string('id', idLength).primary();
    table.string('word_list_id', idLength).notNullable().references('id').inTable('word_lists').onDelete('CASCADE');
    table.string('word', 120).notNullable();
    // The word without its case: the same word twice in a list is refused whatever its case.
    table.string('word_key', 240).notNullable();
    table.string('translation', 240).nullable();
    table.text('notes').nullable();
    table.text('example_sentence').nullable();
    table.string('difficulty', 10).notNullable().defaultTo('medium');
    table.string('pronunciation_audio_url', 500).nullable();
    table.integer('practice_count').notNullable().defaultTo(0);
    table.integer('correct_count').notNullable().defaultTo(0);
    table.boolean('is_favorite').notNullable().defaultTo(false);
    table.datetime('last_practiced', { precision: 3 }).nullable();
    timestamps(table);
    table.unique(['word_list_id', 'word_key'], { indexName: 'words_list_word_unique' });
    table.index(['word_list_id', 'created_at'], 'words_list_created');
    table.index(['word_list_id', 'is_favorite', 'created_at'], 'words_list_favorite');
    table.index(['word_list_id', 'difficulty', 'created_at'], 'words_list_difficulty');
  });
}

export async function down(db: Knex): Promise<void> {
  await db.schema.dropTableIfExists('words');
  await db.schema.dropTableIfExists('word_lists');
}
