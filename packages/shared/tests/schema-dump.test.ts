import { readFileSync, writeFileSync } from 'node:fs';
import type { Knex } from 'knex';
import { z } from 'zod';
import { onEveryDatabase } from '../../../tests/harness/test-databases.ts';

const dump = new URL('../../../docs/schema/games.txt', import.meta.url);
const head = `The games database as its migrations leave it on MySQL and MariaDB, a line a column, key or reference.
Written by UPDATE_DOCS=1 npm test -- schema-dump, which otherwise holds it and the migrations together.
`;

const text = z.unknown().transform((value) => (value === null ? null : String(value)));
const Column = z.object({ table: text, name: text, type: text, nullable: text, standard: text });
const Key = z.object({ table: text, name: text, plain: z.coerce.number(), columns: text });
const Reference = z.object({ table: text, columns: text, target: text, targets: text, onDelete: text });

/** MySQL and MariaDB say the same type and default in two ways. */
const typeOf = (type: string): string =>
  type.replace(/\b((?:tiny|small|medium|big)?int)\(\d+\)/, '$1').replace(/^json$/, 'longtext');
const standardOf = (standard: string | null): string =>
  standard === null || standard === 'NULL' ? '' : ` default ${standard.replace(/^'(.*)'$/, '$1')}`;

/** RESTRICT and NO ACTION are one thing in InnoDB. */
const deletion = (rule: string | null): string =>
  rule === 'CASCADE' || rule === 'SET NULL' ? ` on delete ${rule.toLowerCase()}` : '';

async function readSchema(db: Knex): Promise<string> {
  const rows = async <T>(shape: z.ZodType<T>, sql: string): Promise<T[]> =>
    z.array(shape).parse((await db.raw(sql))[0]);
  const columns = await rows(
    Column,
    `select table_name as \`table\`, column_name as name, column_type as type, is_nullable as nullable,
       column_default as standard from information_schema.columns
     where table_schema = database() and table_name not like 'knex%' order by table_name, ordinal_position`,
  );
  const keys = await rows(
    Key,
    `select table_name as \`table\`, index_name as name, non_unique as plain,
       group_concat(concat(column_name, if(collation = 'D', ' desc', '')) order by seq_in_index separator ', ') as columns
     from information_schema.statistics where table_schema = database() and table_name not like 'knex%'
     group by table_name, index_name, non_unique order by table_name, index_name = 'PRIMARY' desc, index_name`,
  );
  const references = await rows(
    Reference,
    `select u.table_name as \`table\`, group_concat(u.column_name order by u.ordinal_position separator ', ') as columns,
       u.referenced_table_name as target,
       group_concat(u.referenced_column_name order by u.ordinal_position separator ', ') as targets,
       r.delete_rule as onDelete
     from information_schema.key_column_usage u join information_schema.referential_constraints r
       on r.constraint_schema = u.table_schema and r.constraint_name = u.constraint_name and r.table_name = u.table_name
     where u.table_schema = database() and u.referenced_table_name is not null
     group by u.table_name, u.constraint_name, u.referenced_table_name, r.delete_rule
     order by u.table_name, u.constraint_name`,
  );
  // Sorted here: the two servers order names differently.
  const tables = [...new Set(columns.map(({ table }) => table))].sort();
  return tables
    .map((name) => {
      const own = <T extends { table: string | null }>(all: T[]): T[] => all.filter(({ table }) => table === name);
      return [
        String(name),
        ...own(columns).map(
          ({ name: column, type, nullable, standard }) =>
            `  ${column} ${typeOf(type ?? '')}${nullable === 'YES' ? '' : ' not null'}${standardOf(standard)}`,
        ),
        ...own(keys)
          .map(
            ({ name: key, plain, columns: parts }) =>
              `  ${key === 'PRIMARY' ? 'primary key' : `${plain === 0 ? 'unique ' : ''}key ${key}`} (${parts})`,
          )
          .sort(),
        ...own(references)
          .map(
            ({ columns: from, target, targets, onDelete }) =>
              `  (${from}) references ${target} (${targets})${deletion(onDelete)}`,
          )
          .sort(),
      ].join('\n');
    })
    .join('\n\n');
}

/** The tables of the dump with the names of their columns. */
function columnsWritten(): Record<string, string[]> {
  const blocks = readFileSync(dump, 'utf8').trim().split('\n\n').slice(1);
  return Object.fromEntries(
    blocks.map((block) => {
      const [table = '', ...lines] = block.split('\n');
      const columns = lines.filter((line) => !/^ {2}(?:(?:primary |unique )?key |\()/.test(line));
      return [table, columns.map((line) => line.trim().split(' ')[0] ?? '').sort()];
    }),
  );
}

onEveryDatabase((database, dialect) => {
  test('the schema that is written down is the one that the migrations make', async () => {
    if (dialect === 'sqlite') {
      // SQLite keeps the text of its statements; what can be compared are the names.
      const tables: string[] = await database()
        .db('sqlite_master')
        .where({ type: 'table' })
        .whereNot('name', 'like', 'knex%')
        .whereNot('name', 'like', 'sqlite%')
        .pluck('name');
      const found = await Promise.all(
        tables.map(async (table) => [table, Object.keys(await database().db(table).columnInfo()).sort()] as const),
      );
      expect(Object.fromEntries(found)).toEqual(columnsWritten());
      return;
    }
    const schema = `${head}\n${await readSchema(database().db)}\n`;
    if (process.env.UPDATE_DOCS === '1') writeFileSync(dump, schema);
    expect(schema).toBe(readFileSync(dump, 'utf8'));
  });
});
