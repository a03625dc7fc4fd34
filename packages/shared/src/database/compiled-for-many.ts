import { compiled, type PreparedQuery, type Query } from './compiled.ts';
import type { Db } from './connect.ts';

/**
 * A query about any number of ids, at least one, that Knex builds once for each power of two: the last id is asked for
 * again and again until they are so many, so that a few statements serve all.
 */
export function compiledForMany<R>(
  build: (db: Db, ids: readonly string[]) => Query<R>,
): (db: Db, ids: readonly string[]) => Promise<R> {
  const byCount = new Map<number, PreparedQuery<Record<string, string>, R>>();
  const queryFor = (count: number): PreparedQuery<Record<string, string>, R> => {
    const names = Array.from({ length: count }, (_, i) => `id${i}`);
    const query =
      byCount.get(count) ??
      compiled((db, values: Record<string, string>) =>
        build(
          db,
          names.map((name) => values[name] ?? ''),
        ),
      );
    byCount.set(count, query);
    return query;
  };
  return (db, ids) => {
    const [last] = ids.slice(-1);
    if (last === undefined) throw new RangeError('A query about many needs one of them at least.');
    const count = 2 ** Math.ceil(Math.log2(ids.length));
    const values = Array.from({ length: count }, (_, i) => [`id${i}`, ids[i] ?? last] as const);
    return queryFor(count)(db, Object.fromEntries(values));
  };
}
