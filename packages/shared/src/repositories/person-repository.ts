import { type Db, fromJson, isDuplicateKey, toIso, toIsoOrNull } from '../database/index.ts';
import { NotFoundError } from '../errors/index.ts';
import { type Person, PersonRole, PersonSettings } from '../people/person.ts';
import { cutName } from '../recordings/cut-name.ts';
import { fold, likeAnywhere } from './fold.ts';
import { offsetOf, type Page, type PageRequest, pageOf, rowsToRead } from './page.ts';

interface PersonRow {
  id: string;
  auth_id: string | null;
  name: string;
  email: string | null;
  role: string;
  role_changed_at: unknown;
  settings: string;
  created_at: unknown;
  last_seen_at: unknown;
}

const columns: (keyof PersonRow)[] = [
  'id',
  'auth_id',
  'name',
  'email',
  'role',
  'role_changed_at',
  'settings',
  'created_at',
  'last_seen_at',
];

/** Which people to list. `classIds` null means whoever there is. */
export interface PersonFilter {
  classIds: readonly string[] | null;
  search?: string | undefined;
  /** Only those who neither learn nor teach in any class. */
  withoutClass?: boolean | undefined;
  role?: PersonRole | undefined;
}

/** The people who sign in or have a place, one row each. */
export class PersonRepository {
  constructor(private readonly db: Db) {}

  async find(id: string): Promise<Person | undefined> {
    const row = await this.db<PersonRow>('people').where({ id }).first(columns);
    return row && toPerson(row);
  }

  /** @throws NotFoundError for an id that no person has. */
  async get(id: string): Promise<Person> {
    const found = await this.find(id);
    if (!found) throw new NotFoundError('The person');
    return found;
  }

  /** Who signs in with an account: the person it belongs to, else the one whose id it is. */
  async findByAccount(authId: string): Promise<Person | undefined> {
    const rows = await this.db<PersonRow>('people').where({ auth_id: authId }).orWhere({ id: authId }).select(columns);
    const row = rows.find((one) => one.auth_id === authId) ?? rows.find((one) => one.auth_id === null);
    return row && toPerson(row);
  }

  async findByEmail(email: string): Promise<Person | undefined> {
    const row = await this.db<PersonRow>('people').where({ email: email.toLowerCase() }).first(columns);
    return row && toPerson(row);
  }

  /** Adds a person; false when the id or the account is known already. */
  async add(
    person: Pick<Person, 'id' | 'name'> & Partial<Pick<Person, 'auth_id' | 'email' | 'role' | 'settings'>>,
  ): Promise<boolean> {
    const at = new Date();
    const { settings = {}, role = 'student', email = null, auth_id = null, id, name } = person;
    const row = { id, auth_id, ...named(name), email: email?.toLowerCase() ?? null, role };
    try {
      await this.db('people').insert({
        ...row,
        role_changed_at: person.role === undefined ? null : at,
        settings: JSON.stringify(settings),
        last_seen_at: null,
        created_at: at,
        updated_at: at,
      });
      return true;
    } catch (error) {
      if (isDuplicateKey(error)) return false;
      throw error;
    }
  }

  /** Changes what is named; settings are laid over those before. To be used inside a transaction. */
  async change(id: string, changes: Partial<Pick<Person, 'name' | 'auth_id' | 'email' | 'settings'>>): Promise<void> {
    const { settings, name, ...fields } = changes;
    const row = await this.db<PersonRow>('people').where({ id }).forUpdate().first('settings');
    if (!row) throw new NotFoundError('The person');
    const merged = settings && { ...fromJson(PersonSettings, row.settings), ...settings };
    await this.db('people')
      .where({ id })
      .update({
        ...fields,
        ...(name !== undefined && named(name)),
        ...(merged && { settings: JSON.stringify(merged) }),
        updated_at: new Date(),
      });
  }

  /** Gives a person a role; tokens that were issued before say it no longer. */
  async grant(id: string, role: PersonRole): Promise<void> {
    const at = new Date();
    await this.db('people').where({ id }).update({ role, role_changed_at: at, updated_at: at });
  }

  async markSeen(id: string): Promise<void> {
    await this.db('people').where({ id }).update({ last_seen_at: new Date() });
  }

  async delete(id: string): Promise<boolean> {
    return (await this.db('people').where({ id }).delete()) > 0;
  }

  /** People by name; of these classes, their teachers included, or all of them. */
  async list({ classIds, search, withoutClass, role }: PersonFilter, page: PageRequest): Promise<Page<Person>> {
    const scope = () => {
      const query = this.db<PersonRow>('people');
      if (classIds !== null) {
        query.where((where) => {
          where.whereIn(
            'id',
            this.db('class_students')
              .whereIn('class_id', [...classIds])
              .select('user_id'),
          );
          where.orWhereIn(
            'id',
            this.db('classes')
              .whereIn('id', [...classIds])
              .whereNotNull('teacher_id')
              .select('teacher_id'),
          );
        });
      }
      if (withoutClass === true) {
        query.whereNotIn('id', this.db('class_students').select('user_id'));
        query.whereNotIn('id', this.db('classes').whereNotNull('teacher_id').select('teacher_id'));
      }
      if (role !== undefined) query.where({ role });
      if (search !== undefined) query.whereRaw("name_key like ? escape '!'", [likeAnywhere(search)]);
      return query;
    };
    const found = await scope().orderBy(['name', 'id']).limit(rowsToRead(page)).offset(offsetOf(page)).select(columns);
    const { rows, total } = await pageOf(found, page, scope);
    return { rows: rows.map(toPerson), total };
  }

  /** The names of people by their ids; who has no row is left out. */
  async namesOf(ids: readonly string[]): Promise<Map<string, string>> {
    if (ids.length === 0) return new Map();
    const rows = await this.db<PersonRow>('people')
      .whereIn('id', [...new Set(ids)])
      .select('id', 'name');
    return new Map(rows.map(({ id, name }) => [id, name]));
  }
}

/** A name, and the form in which it is searched. */
const named = (name: string) => ({ name: cutName(name, 120), name_key: fold(cutName(name, 120)) });

function toPerson(row: PersonRow): Person {
  return {
    ...row,
    role: PersonRole.parse(row.role),
    role_changed_at: toIsoOrNull(row.role_changed_at),
    settings: fromJson(PersonSettings, row.settings),
    created_at: toIso(row.created_at),
    last_seen_at: toIsoOrNull(row.last_seen_at),
  };
}
