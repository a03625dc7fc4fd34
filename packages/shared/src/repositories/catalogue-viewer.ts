import type { Knex } from 'knex';
import type { Db } from '../database/index.ts';
import type { Catalogue } from '../games/index.ts';

/**
 * For whom a catalogue is read. What was published from a lesson holds what learners said, so only its class sees it:
 * a `member` is one of its students or its teacher; `starter` readers see what belongs to everybody; `all` is for admins
 * and services.
 */
export type CatalogueViewer = { scope: 'starter' } | { scope: 'member'; userId: string } | { scope: 'all' };

/** The classes whose content a viewer may read, as a derived table with one column; '' stands for the starter content. */
export function visibleClasses(db: Db, catalogue: Catalogue, viewer: CatalogueViewer): Knex.QueryBuilder {
  const starter = db.select(db.raw("'' as class_id"));
  if (viewer.scope === 'starter') return starter.as('visible');
  if (viewer.scope === 'all') return db(catalogue.lessonTable).distinct('class_id').as('visible');
  const { userId } = viewer;
  return db
    .queryBuilder()
    .union([
      starter,
      db('class_students').where({ user_id: userId }).select('class_id'),
      db('classes').where({ teacher_id: userId }).select('id'),
    ])
    .as('visible');
}

/**
 * Keeps of some few rows those that a viewer may read. Where a key finds the rows this costs less than a derived table of
 * classes, for starter content has no class to look up.
 */
export function whereVisible(query: Knex.QueryBuilder, db: Db, table: string, viewer: CatalogueViewer): void {
  if (viewer.scope === 'all') return;
  query.where((either) => {
    const column = `${table}.class_id`;
    either.where(column, '');
    if (viewer.scope === 'starter') return;
    const { userId } = viewer;
    either.orWhereIn(column, db('class_students').where({ user_id: userId }).select('class_id'));
    either.orWhereIn(column, db('classes').where({ teacher_id: userId }).select('id'));
  });
}
