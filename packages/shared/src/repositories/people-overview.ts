import { type Db, toIsoOrNull } from '../database/index.ts';

/** A class that somebody learns or teaches in. */
export interface PlaceInClass {
  id: string;
  name: string;
  role: 'student' | 'teacher';
}

/** How somebody stands in the school. */
export interface Standing {
  classes: PlaceInClass[];
  lastPractisedAt: string | null;
}

/** A read model for coordinators: where the people of a page of a list are, and when they last practised. */
export class PeopleOverview {
  constructor(private readonly db: Db) {}

  /** @param classIds the classes that may be named; null for all */
  async of(ids: readonly string[], classIds: readonly string[] | null): Promise<Map<string, Standing>> {
    if (ids.length === 0) return new Map();
    const [learnt, taught, played] = await Promise.all([
      this.named(classIds)
        .join('class_students as s', 's.class_id', 'c.id')
        .whereIn('s.user_id', [...ids])
        .select({ person: 's.user_id' }),
      this.named(classIds)
        .whereIn('c.teacher_id', [...ids])
        .select({ person: 'c.teacher_id' }),
      this.db('user_game_stats')
        .whereIn('user_id', [...ids])
        .groupBy('user_id')
        .select('user_id')
        .max({ last: 'last_played_at' }),
    ]);
    const last = new Map(played.map((row: Record<string, unknown>) => [String(row.user_id), row.last]));
    const placesOf = (rows: typeof learnt, id: string, role: PlaceInClass['role']): PlaceInClass[] =>
      rows.filter(({ person }) => person === id).map(({ id: classId, name }) => ({ id: classId, name, role }));
    return new Map(
      ids.map((id) => [
        id,
        {
          classes: [...placesOf(taught, id, 'teacher'), ...placesOf(learnt, id, 'student')],
          lastPractisedAt: toIsoOrNull(last.get(id) ?? null),
        },
      ]),
    );
  }

  private named(classIds: readonly string[] | null) {
    const query = this.db('classes as c').orderBy('c.name').select<{ id: string; name: string; person: string }[]>({
      id: 'c.id',
      name: 'c.name',
    });
    return classIds === null ? query : query.whereIn('c.id', [...classIds]);
  }
}
