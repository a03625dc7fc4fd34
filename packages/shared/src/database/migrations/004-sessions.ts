import type { Knex } from 'knex';
import { idLength, timestamps, unicode, userIdLength } from '../columns.ts';

export async function up(db: Knex): Promise<void> {
  await db.schema.createTable('game_sessions', (table) => {
    unicode(db, table);
    table.string('id', idLength).primary();
    table.string('user_id', userIdLength).notNullable();
    table.string('game_type', 32).notNullable();
    table.string('class_id', idLength).nullable();
    table.string('mode', 16).notNullable();
    table.string('reference_id', idLength).nullable();
    table.string('status', 16).notNullable();
    // The order that the learner plays, as JSON; stored so that a resumed session is the same session.
    table.text('item_ids', 'mediumtext').notNullable();
    table.integer('total_items').notNullable();
    table.integer('answered_count').notNullable().defaultTo(0);
    table.integer('correct_count').notNullable().defaultTo(0);
    table.integer('incorrect_count').notNullable().defaultTo(0);
    table.integer('skipped_count').notNullable().defaultTo(0);
    table.integer('score').nullable();
    // What the client claimed on completion where that differs from what was recorded, as JSON.
    table.text('claimed').nullable();
    table.datetime('started_at', { precision: 3 }).notNullable();
    table.datetime('completed_at', { precision: 3 }).nullable();
    table.datetime('updated_at', { precision: 3 }).notNullable();
    table.index(['user_id', 'started_at'], 'game_sessions_user');
    table.index(['user_id', 'game_type', 'started_at'], 'game_sessions_user_game');
  });
  await db.schema.createTable('game_results', (table) => {
    unicode(db, table);
    table.string('id', idLength).primary();
    table.string('session_id', idLength).notNullable().references('id').inTable('game_sessions').onDelete('CASCADE');
    table.string('user_id', userIdLength).notNullable();
    table.string('game_type', 32).notNullable();
    table.string('item_id', idLength).notNullable();
    table.string('client_result_id', 255).nullable();
    table.boolean('is_correct').notNullable();
    table.boolean('skipped').notNullable().defaultTo(false);
    table.string('graded_by', 16).notNullable();
    table.integer('attempts').notNullable();
    table.integer('time_spent_ms').notNullable();
    table.text('answer').nullable();
    table.text('metadata').nullable();
    // The answer given to the first call, as JSON, so that a repeated client_result_id gets it again.
    table.text('outcome').notNullable();
    table.datetime('created_at', { precision: 3 }).notNullable();
    table.unique(['session_id', 'client_result_id'], { indexName: 'game_results_client_unique' });
    table.index(['user_id', 'created_at'], 'game_results_user');
  });
  await db.schema.createTable('user_mistakes', (table) => {
    unicode(db, table);
    table.string('user_id', userIdLength).notNullable();
    table.string('game_type', 32).notNullable();
    table.string('item_id', idLength).notNullable();
    table.integer('mistake_count').notNullable();
    table.text('last_answer').nullable();
    table.datetime('last_mistake_at', { precision: 3 }).notNullable();
    timestamps(table);
    table.primary(['user_id', 'game_type', 'item_id']);
    table.index(['user_id', 'mistake_count', 'last_mistake_at'], 'user_mistakes_worst');
    table.index(['user_id', 'game_type', 'mistake_count', 'last_mistake_at'], 'user_mistakes_game_worst');
  });
  // Totals kept with each result, so that statistics cost the same after ten sessions and after ten thousand.
  await db.schema.createTable('user_game_stats', (table) => {
    unicode(db, table);
    table.string('user_id', userIdLength).notNullable();
    table.string('game_type', 32).notNullable();
    table.integer('sessions').notNullable().defaultTo(0);
    table.integer('completed_sessions').notNullable().defaultTo(0);
    table.bigInteger('score_sum').notNullable().defaultTo(0);
    table.bigInteger('completed_correct').notNullable().defaultTo(0);
    table.bigInteger('completed_incorrect').notNullable().defaultTo(0);
    table.bigInteger('correct').notNullable().defaultTo(0);
    table.bigInteger('incorrect').notNullable().defaultTo(0);
    table.bigInteger('time_spent_ms').notNullable().defaultTo(0);
    table.bigInteger('mistaken_items').notNullable().defaultTo(0);
    table.bigInteger('mistakes').notNullable().defaultTo(0);
    table.datetime('last_played_at', { precision: 3 }).nullable();
    table.primary(['user_id', 'game_type']);
  });
}

export async function down(db: Knex): Promise<void> {
  for (const table of ['user_game_stats', 'user_mistakes', 'game_results', 'game_sessions']) {
    await db.schema.dropTableIfExists(table);
  }
}
