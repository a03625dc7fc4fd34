import type { Knex } from 'knex';
import { idLength, timestamps, unicode, userIdLength } from '../columns.ts';

/** As wide as a folded word. */
const thingLength = 240;
const index = 'game_results_user_day';

/** How well each learner remembers each thing, and what the log must hold to make it again. */
export async function up(db: Knex): Promise<void> {
  await db.schema.createTable('memories', (table) => {
    unicode(db, table);
    table.string('user_id', userIdLength).notNullable();
    table.string('game_type', 32).notNullable();
    // The folded word, or the id of a catalogue's item: two lessons that teach one word make one memory.
    table.string('thing', thingLength).notNullable();
    // The item it was last practised with.
    table.string('item_id', idLength).notNullable();
    table.double('stability').notNullable();
    table.double('difficulty').notNullable();
    table.string('state', 16).notNullable();
    table.datetime('due_at', { precision: 3 }).notNullable();
    table.datetime('slips_at', { precision: 3 }).notNullable();
    table.datetime('first_at', { precision: 3 }).notNullable();
    table.datetime('last_review_at', { precision: 3 }).notNullable();
    table.datetime('last_day_at', { precision: 3 }).notNullable();
    table.integer('reps').notNullable();
    table.integer('lapses').notNullable();
    table.integer('scheduled_days').notNullable();
    table.datetime('suspended_at', { precision: 3 }).nullable();
    table.datetime('woken_at', { precision: 3 }).nullable();
    table.string('answer_key', 64).notNullable();
    // So many results of the log are in it: who changes it says how many they saw.
    table.integer('answers').notNullable();
    table.string('algorithm', 16).notNullable();
    timestamps(table);
    table.primary(['user_id', 'game_type', 'thing']);
    table.index(['user_id', 'due_at'], 'memories_due');
  });
  await db.schema.alterTable('game_results', (table) => {
    table.string('thing', thingLength).nullable();
    table.datetime('answered_at', { precision: 3 }).nullable();
    // When the learner's day began in which it was answered, and the zone that said so.
    table.datetime('day_at', { precision: 3 }).nullable();
    table.string('time_zone', 64).nullable();
    table.string('evidence', 8).nullable();
    table.string('answer_key', 64).nullable();
    table.integer('scheduled_days').nullable();
    table.double('retention').nullable();
    // The chance to recall it that was predicted; null for what was new or practised on the same day.
    table.double('predicted').nullable();
    table.index(['user_id', 'day_at', 'time_spent_ms'], index);
  });
}

const logColumns = [
  'thing',
  'answered_at',
  'day_at',
  'time_zone',
  'evidence',
  'answer_key',
  'scheduled_days',
  'retention',
  'predicted',
];

export async function down(db: Knex): Promise<void> {
  await db.schema.alterTable('game_results', (table) => {
    table.dropIndex(['user_id', 'day_at', 'time_spent_ms'], index);
  });
  await db.schema.alterTable('game_results', (table) => table.dropColumns(...logColumns));
  await db.schema.dropTableIfExists('memories');
}
