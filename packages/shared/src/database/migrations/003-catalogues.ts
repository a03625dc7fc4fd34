import type { Knex } from 'knex';
import { idLength, timestamps, unicode } from '../columns.ts';

/** The three catalogues have one shape: groups hold lessons, lessons hold items. Only the item's own columns differ. */
interface CatalogueTables {
  groups: string;
  groupKey: 'topic_id' | 'category_id';
  lessons: string;
  items: string;
  countColumn: 'item_count' | 'question_count';
  itemColumns: (table: Knex.CreateTableBuilder) => void;
}

const catalogues: readonly CatalogueTables[] = [
  {
    groups: 'cloze_topics',
    groupKey: 'topic_id',
    lessons: 'cloze_lessons',
    items: 'cloze_items',
    countColumn: 'item_count',
    itemColumns: (table) => {
      table.text('text_parts').notNullable();
      table.text('options').notNullable();
      table.text('correct_answers').notNullable();
      table.text('hint').notNullable();
      table.text('explanation').notNullable();
    },
  },
  {
    groups: 'grammar_categories',
    groupKey: 'category_id',
    lessons: 'grammar_lessons',
    items: 'grammar_questions',
    countColumn: 'question_count',
    itemColumns: (table) => {
      table.text('question').notNullable();
      table.text('options').notNullable();
      table.string('correct_answer', 255).notNullable();
      table.text('hint').notNullable();
      table.text('explanation').notNullable();
    },
  },
  {
    groups: 'sentence_topics',
    groupKey: 'topic_id',
    lessons: 'sentence_lessons',
    items: 'sentence_items',
    countColumn: 'item_count',
    itemColumns: (table) => {
      table.text('english_sentence').notNullable();
      table.text('translation').nullable();
      table.text('sentence_tokens').notNullable();
      table.text('accepted_sequences', 'mediumtext').notNullable();
      table.text('distractors').notNullable();
      table.text('hint').notNullable();
      table.string('audio_url', 500).nullable();
    },
  },
];

export async function up(db: Knex): Promise<void> {
  for (const catalogue of catalogues) await createCatalogue(db, catalogue);
}

async function createCatalogue(db: Knex, catalogue: CatalogueTables): Promise<void> {
  const { groups, groupKey, lessons, items, countColumn, itemColumns } = catalogue;
  await db.schema.createTable(groups, (table) => {
    unicode(db, table);
    table.string('id', idLength).primary();
    table.string('name', 120).notNullable();
    table.string('icon', 32).notNullable();
    table.text('description').notNullable();
    table.integer('position').notNullable();
    seededColumns(table);
    table.index(['position', 'id'], `${groups}_position`);
  });
  await db.schema.createTable(lessons, (table) => {
    unicode(db, table);
    table.string('id', idLength).primary();
    table.string(groupKey, idLength).notNullable().references('id').inTable(groups);
    table.string('title', 200).notNullable();
    table.text('description').notNullable();
    table.string('difficulty', 10).notNullable();
    table.integer(countColumn).notNullable().defaultTo(0);
    lessonOwnerColumns(table);
    seededColumns(table);
    table.unique(['recording_id', groupKey], { indexName: `${lessons}_recording_unique` });
    table.index(['class_id', groupKey, 'position', 'id'], `${lessons}_owner`);
  });
  await db.schema.createTable(items, (table) => {
    unicode(db, table);
    table.string('id', idLength).primary();
    table.string(groupKey, idLength).notNullable().references('id').inTable(groups);
    table.string('lesson_id', idLength).notNullable().references('id').inTable(lessons).onDelete('CASCADE');
    table.string('difficulty', 10).notNullable();
    itemColumns(table);
    lessonOwnerColumns(table);
    seededColumns(table);
    table.index(['class_id', groupKey, 'difficulty', 'position', 'id'], `${items}_owner`);
    table.index(['lesson_id', 'position', 'id'], `${items}_lesson`);
  });
}

/** Published content belongs to a class; the empty text stands for the starter content, which belongs to everybody. */
function lessonOwnerColumns(table: Knex.CreateTableBuilder): void {
  table.string('class_id', idLength).notNullable().defaultTo('');
  table.string('recording_id', 255).nullable();
  table.integer('position').notNullable().defaultTo(0);
}

/** A row that seeding wrote remembers what it wrote, so that seeding again leaves a teacher's edit alone. */
function seededColumns(table: Knex.CreateTableBuilder): void {
  table.string('seeded_hash', 64).nullable();
  timestamps(table);
}

export async function down(db: Knex): Promise<void> {
  for (const { items, lessons, groups } of [...catalogues].reverse()) {
    await db.schema.dropTableIfExists(items);
    await db.schema.dropTableIfExists(lessons);
    await db.schema.dropTableIfExists(groups);
  }
}
