import { createHash } from 'node:crypto';
import type { Knex } from 'knex';
import type { Catalogue, StarterTopic } from '../games/index.ts';
import { everybody, renewCatalogues } from './catalogue-versions.ts';
import type { Db } from './connect.ts';
import { isDuplicateKey } from './errors.ts';
import { readStarterFiles, type StarterCatalogue } from './starter-files.ts';
import { inTransaction } from './transact.ts';

/** What seeding did, in rows. `kept` were edited since they were seeded, so their new text was not written over them. */
export interface SeedReport {
  inserted: number;
  updated: number;
  unchanged: number;
  kept: number;
}

type Fields = Record<string, string | number | null>;
interface SeedRow {
  id: string;
  fields: Fields;
}

/** Rows of one statement: far below SQLite's limit of bound values. */
const rowsPerStatement = 200;

/** Items of one lesson stay together when a whole topic is listed by position. */
const positionsPerLesson = 1000;

/**
 * Brings the starter content into the catalogues. Safe to repeat and to run twice at once; a row that somebody edited
 * since it was seeded is left alone.
 */
export async function seedStarterContent(
  db: Knex,
  content: readonly StarterCatalogue[] = readStarterFiles(),
): Promise<SeedReport> {
  const run = (): Promise<SeedReport> => inTransaction(db, (transaction) => seedAll(transaction, content));
  try {
    return await run();
  } catch (error) {
    // Another seeder was first with the same rows; now they are there to be compared.
    if (isDuplicateKey(error)) return run();
    throw error;
  }
}

async function seedAll(db: Db, content: readonly StarterCatalogue[]): Promise<SeedReport> {
  const report: SeedReport = { inserted: 0, updated: 0, unchanged: 0, kept: 0 };
  for (const { catalogue, topics } of content) {
    await seedTable(db, catalogue.groupTable, groupRows(topics), report, isPlaceholder);
    await seedTable(db, catalogue.lessonTable, lessonRows(catalogue, topics), report);
    await seedTable(db, catalogue.itemTable, itemRows(catalogue, topics), report);
    await countItems(db, catalogue);
  }
  // Also where nothing was to be written: the lessons were counted anew, whoever changed their items by hand.
  await renewCatalogues(db, [everybody]);
  return report;
}

function groupRows(topics: readonly StarterTopic[]): SeedRow[] {
  return topics.map(({ id, name, icon, description }, position) => ({
    id,
    fields: { name, icon, description, position },
  }));
}

function lessonRows(catalogue: Catalogue, topics: readonly StarterTopic[]): SeedRow[] {
  return topics.flatMap((topic) =>
    topic.lessons.map(({ id, title, description, difficulty }, position) => ({
      id,
      fields: { [catalogue.groupKey]: topic.id, title, description, difficulty, position },
    })),
  );
}

function itemRows(catalogue: Catalogue, topics: readonly StarterTopic[]): SeedRow[] {
  return topics.flatMap((topic) =>
    topic.lessons.flatMap((lesson, lessonPosition) =>
      lesson.items.map(({ id, difficulty, content }, i) => ({
        id,
        fields: {
          [catalogue.groupKey]: topic.id,
          lesson_id: lesson.id,
          difficulty,
          position: lessonPosition * positionsPerLesson + i,
          ...contentFields(catalogue, content),
        },
      })),
    ),
  );
}

function contentFields(catalogue: Catalogue, content: Record<string, unknown>): Fields {
  const stored = (name: string, value: unknown): string | null => {
    if (catalogue.jsonFields.includes(name)) return JSON.stringify(value);
    return value === null ? null : String(value);
  };
  return Object.fromEntries(Object.entries(content).map(([name, value]) => [name, stored(name, value)]));
}

/** Publishing makes a group that it needs and does not find; its name is then its id, until it is seeded. */
function isPlaceholder(row: Record<string, unknown>): boolean {
  return row.seeded_hash === null && row.name === row.id;
}

async function seedTable(
  db: Db,
  table: string,
  rows: readonly SeedRow[],
  report: SeedReport,
  mayReplace: (row: Record<string, unknown>) => boolean = () => false,
): Promise<void> {
  const ids = rows.map((row) => row.id);
  const stored: Record<string, unknown>[] = ids.length === 0 ? [] : await db(table).whereIn('id', ids).select('*');
  const byId = new Map(stored.map((row) => [String(row.id), row]));
  const at = new Date();
  const added: object[] = [];
  for (const { id, fields } of rows) {
    const hash = hashOf(fields);
    const there = byId.get(id);
    if (!there) {
      added.push({ id, ...fields, seeded_hash: hash, created_at: at, updated_at: at });
    } else if (there.seeded_hash === hash) {
      report.unchanged++;
    } else if (mayReplace(there) || hashOf(pick(there, Object.keys(fields))) === there.seeded_hash) {
      await db(table)
        .where({ id })
        .update({ ...fields, seeded_hash: hash, updated_at: at });
      report.updated++;
    } else {
      report.kept++;
    }
  }
  for (let i = 0; i < added.length; i += rowsPerStatement) await db(table).insert(added.slice(i, i + rowsPerStatement));
  report.inserted += added.length;
}

/** Counts what is really there, so that a lesson whose items were edited by hand is right as well. */
async function countItems(db: Db, { lessonTable, itemTable, countKey }: Catalogue): Promise<void> {
  const counted = db(itemTable).whereRaw('??.lesson_id = ??.id', [itemTable, lessonTable]).count('*');
  await db(lessonTable)
    .where({ class_id: '' })
    .update({ [countKey]: counted });
}

function pick(row: Record<string, unknown>, names: readonly string[]): Fields {
  return Object.fromEntries(names.map((name) => [name, storedValue(row[name])]));
}

function storedValue(value: unknown): string | number | null {
  return typeof value === 'string' || typeof value === 'number' ? value : null;
}

function hashOf(fields: Fields): string {
  const sorted = Object.entries(fields).sort(([one], [other]) => (one < other ? -1 : 1));
  return createHash('sha256').update(JSON.stringify(sorted)).digest('hex');
}
