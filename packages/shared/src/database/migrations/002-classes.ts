import type { Knex } from 'knex';
import { idLength, timestamps, unicode, userIdLength } from '../columns.ts';

export async function up(db: Knex): Promise<void> {
  await db.schema.createTable('classes', (table) => {
    unicode(db, table);
    table.string('id', idLength).primary();
    table.string('name', 120).notNullable();
    table.string('teacher_id', userIdLength).nullable();
    table.string('teacher_email', 255).nullable();
    table.string('zoom_meeting_id', 32).nullable();
    table.string('topic_pattern', 255).nullable();
    table.string('native_language', 35).nullable();
    table.boolean('auto_approve').notNullable().defaultTo(false);
    timestamps(table);
    table.index(['teacher_id', 'id'], 'classes_teacher');
    table.index(['teacher_email'], 'classes_teacher_email');
    table.index(['zoom_meeting_id'], 'classes_zoom_meeting');
  });
  await db.schema.createTable('class_students', (table) => {
    unicode(db, table);
    table.string('class_id', idLength).notNullable().references('id').inTable('classes').onDelete('CASCADE');
    table.string('user_id', userIdLength).notNullable();
    table.datetime('created_at', { precision: 3 }).notNullable();
    table.primary(['class_id', 'user_id']);
    table.index(['user_id', 'class_id'], 'class_students_user');
  });
}

export async function down(db: Knex): Promise<void> {
  await db.schema.dropTableIfExists('class_students');
  await db.schema.dropTableIfExists('classes');
}
