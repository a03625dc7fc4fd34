import type { Knex } from 'knex';
import type { Db } from './connect.ts';

/** A query of Knex that resolves to `R`. */
export interface Query<R> extends PromiseLike<R> {
  toSQL(): Knex.Sql;
}

/** A statement as it is sent, for `sendTogether` and `transactTogether`. */
export interface Statement {
  sql: string;
  bindings: readonly unknown[];
}

/** A statement that is answered with `R`: said to the compiler, nothing that is there. */
export interface StatementFor<R> extends Statement {
  readonly answer?: R;
}

/** A query that is built once: called it is sent and answers; its statement may be sent together with others. */
export interface PreparedQuery<V, R> {
  (db: Db, values: V): Promise<R>;
  statement(db: Db, values: V): StatementFor<R>;
}

/** The SQL of a query, and for each of its values either the value or the place of one that each call brings. */
type CompiledQuery = Omit<Knex.Sql, 'toNative' | 'bindings'> & { bindings: readonly unknown[] };

/** The part of Knex's client that sends a query and reads the answer. */
interface Client {
  dialect: string;
  acquireConnection(): Promise<unknown>;
  releaseConnection(connection: unknown): Promise<unknown>;
  query(connection: unknown, query: CompiledQuery): Promise<unknown>;
  processResponse<R>(answered: unknown): R;
}

/**
 * A query that Knex builds once, for the routes that are called with every answer of every learner: building costs as
 * much processor time as sending. `build` sees places instead of values, so it may pass them on but not look at them; a
 * query whose shape depends on its values is not one for this.
 */
export function compiled<V extends object, R>(build: (db: Db, values: V) => Query<R>): PreparedQuery<V, R> {
  const perDialect = new Map<string, CompiledQuery>();
  const statement = (db: Db, values: V): CompiledQuery => {
    const client: Client = db.client;
    const query = perDialect.get(client.dialect) ?? compile(db, build);
    perDialect.set(client.dialect, query);
    const bindings = query.bindings.map((binding) => (binding instanceof Place ? binding.valueIn(values) : binding));
    return { ...query, bindings };
  };
  const send = async (db: Db, values: V): Promise<R> => {
    const client: Client = db.client;
    const query = statement(db, values);
    const connection = await client.acquireConnection();
    try {
      return client.processResponse<R>(await client.query(connection, query));
    } finally {
      await client.releaseConnection(connection);
    }
  };
  return Object.assign(send, { statement });
}

/** Where a call's value goes. */
class Place {
  constructor(private readonly name: string) {}

  valueIn(values: object): unknown {
    const value: unknown = Reflect.get(values, this.name);
    if (value === undefined) throw new TypeError(`A compiled query needs a value for "${this.name}"; null is one.`);
    return value;
  }
}

function compile<V extends object, R>(db: Db, build: (db: Db, values: V) => Query<R>): CompiledQuery {
  const places = new Map<string, Place>();
  const placeOf = (name: string): Place => {
    const place = places.get(name) ?? new Place(name);
    places.set(name, place);
    return place;
  };
  // To `build` places stand for values: Knex binds whatever it is given.
  const values = new Proxy({}, { get: (_, name) => placeOf(String(name)) }) as V;
  const query: CompiledQuery = build(db, values).toSQL();
  for (const [name, place] of places) {
    if (!query.bindings.includes(place)) {
      throw new TypeError(`The value "${name}" does not become a binding of: ${query.sql}`);
    }
  }
  return query;
}
