import { compiled, compiledForMany, type Db, everybody } from '../database/index.ts';
import type { CatalogueViewer } from './catalogue-viewer.ts';

/** Whose view of a catalogue is asked for: of everybody's part alone, or of a member's classes as well. */
export type VersionedViewer = Exclude<CatalogueViewer, { scope: 'all' }>;

interface Row {
  user_id: string;
  class_id: string;
  version: string | null;
}

/** Which state of the catalogues somebody sees. */
export class CatalogueVersionRepository {
  constructor(private readonly db: Db) {}

  /**
   * The states that viewers see, read for all of them in one statement: the version of what belongs to everybody, and of
   * each class whose content the viewer may read. Two viewers of the same answer see the same rows.
   */
  async read(viewers: readonly VersionedViewer[]): Promise<(viewer: VersionedViewer) => string> {
    const userIds = viewers.flatMap((viewer) => (viewer.scope === 'member' ? [viewer.userId] : []));
    const asked = [...new Set(userIds)];
    const rows = await (asked.length === 0 ? readVersionOfAll(this.db, {}) : readVersionsOf(this.db, asked));
    const ofEverybody = rows.find(({ class_id }) => class_id === everybody)?.version ?? '';
    const ofUser = new Map<string, Set<string>>();
    for (const { user_id, class_id, version } of rows) {
      if (class_id === everybody) continue;
      const seen = ofUser.get(user_id) ?? new Set();
      // The class itself is part of it: whatever becomes of versions, no class is shown what another one sees.
      ofUser.set(user_id, seen.add(JSON.stringify([class_id, version])));
    }
    return (viewer) => {
      const own = viewer.scope === 'member' ? ofUser.get(viewer.userId) : undefined;
      return own === undefined ? ofEverybody : [ofEverybody, ...[...own].sort()].join();
    };
  }
}

const versionOfAll = (db: Db) =>
  db('catalogue_versions').where({ class_id: everybody }).select<Row[]>(db.raw("'' as user_id"), 'class_id', 'version');

const readVersionOfAll = compiled((db) => versionOfAll(db));

/** The classes are those of `visibleClasses`, for many viewers at once. */
const readVersionsOf = compiledForMany((db, userIds) =>
  versionOfAll(db).unionAll([
    db('class_students as s')
      .leftJoin('catalogue_versions as v', 'v.class_id', 's.class_id')
      .whereIn('s.user_id', userIds)
      .select('s.user_id', 's.class_id', 'v.version'),
    db('classes as c')
      .leftJoin('catalogue_versions as v', 'v.class_id', 'c.id')
      .whereIn('c.teacher_id', userIds)
      .select('c.teacher_id', 'c.id', 'v.version'),
  ]),
);
