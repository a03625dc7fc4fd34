import { randomUUID } from 'node:crypto';
import type { Db } from './connect.ts';

/** The class that stands for everybody: starter content, topics and categories. */
export const everybody = '';

/**
 * Says that these classes' part of the catalogues is another one from now on. It belongs into the transaction that
 * changes it: whoever keeps what was read then sees both or neither. A version is never used twice, so that a restored
 * backup cannot bring back the name of a state that somebody remembers as another one.
 */
export async function renewCatalogues(db: Db, classIds: readonly string[]): Promise<void> {
  // In one order everywhere, so that two who renew the same ones do not wait for each other.
  for (const class_id of [...new Set(classIds)].sort()) {
    await db('catalogue_versions').insert({ class_id, version: randomUUID() }).onConflict('class_id').merge();
  }
}
