import type { Knex } from 'knex';
import { idLength, timestamps, unicode, userIdLength } from '../columns.ts';

export async function up(db: Knex): Promise<void> {
  await db.schema.createTable('people', (table) => {
    unicode(db, table);
    table.string('id', userIdLength).primary();
    // The account that signs in as this person; null while nobody can.
    table.string('auth_id', userIdLength).nullable();
    table.string('name', 120).notNullable();
    table.string('name_key', 240).notNullable();
    table.string('email', 255).nullable();
    table.string('role', 16).notNullable();
    table.datetime('role_changed_at', { precision: 3 }).nullable();
    table.text('settings').notNullable();
    table.datetime('last_seen_at', { precision: 3 }).nullable();
    timestamps(table);
    table.unique(['auth_id'], { indexName: 'people_auth' });
    table.index(['email'], 'people_email');
  });
  await db.schema.createTable('invitations', (table) => {
    unicode(db, table);
    table.string('id', idLength).primary();
    table.string('class_id', idLength).notNullable().references('id').inTable('classes').onDelete('CASCADE');
    table.string('code', 32).notNullable();
    // The learner whose place the code opens; null invites whoever has the code.
    table.string('place_user_id', userIdLength).nullable();
    table.string('created_by', userIdLength).notNullable();
    table.integer('max_uses').notNullable();
    table.integer('uses').notNullable();
    table.datetime('expires_at', { precision: 3 }).notNullable();
    table.datetime('ended_at', { precision: 3 }).nullable();
    timestamps(table);
    table.unique(['code'], { indexName: 'invitations_code' });
    table.index(['class_id', 'created_at'], 'invitations_class');
    table.index(['place_user_id'], 'invitations_place');
  });
}

export async function down(db: Knex): Promise<void> {
  await db.schema.dropTableIfExists('invitations');
  await db.schema.dropTableIfExists('people');
}
