import type { MysqlTls } from './config.ts';
import type { EnvReader } from './env-reader.ts';

/** A login to MySQL as one variable, or an add-on's several, hold it. */
export interface MysqlAddress {
  host: string;
  port: number | null;
  user: string | null;
  password: string;
  database: string | null;
  tls: MysqlTls | null;
}

/** Where a whole address may stand, the most deliberate first. DATABASE_URL may as well be another kind of database. */
const addressVariables = [
  'MYSQL_URL',
  'DATABASE_URL',
  'JAWSDB_URL',
  'JAWSDB_MARIA_URL',
  'CLEARDB_DATABASE_URL',
  'STACKHERO_MYSQL_DATABASE_URL',
  'STACKHERO_MARIADB_DATABASE_URL',
] as const;

/** What these add-ons set in place of an address, or beside it. Their servers take encrypted connections only. */
const parted = ['STACKHERO_MYSQL', 'STACKHERO_MARIADB'] as const;

/** The MySQL server that a platform's add-on, or a person by one variable, names; null when none does. */
export function readMysqlAddress(reader: EnvReader): MysqlAddress | null {
  const addresses = addressVariables.map((name) => readAddress(reader, name));
  const parts = parted.map((prefix) => readParts(reader, prefix));
  return [...addresses, ...parts].find((address) => address !== null) ?? null;
}

function readAddress(reader: EnvReader, name: string): MysqlAddress | null {
  const raw = reader.optional(name);
  if (raw === null || (name === 'DATABASE_URL' && !isMysql(raw))) return null;
  const address = isMysql(raw) ? parse(raw) : null;
  if (address !== null) return address;
  // The value holds a password: it is not repeated.
  const shape =
    'must be mysql://user:password@host:3306/database, with % codes for signs such as @ / : # in the password';
  return reader.refuse(name, shape, null);
}

const isMysql = (raw: string): boolean => /^(mysql2?|mariadb):\/\//i.test(raw);

function parse(raw: string): MysqlAddress | null {
  if (!URL.canParse(raw)) return null;
  const url = new URL(raw);
  const [user, password, database] = [url.username, url.password, url.pathname.slice(1)].map(decoded);
  if (url.hostname === '' || user === undefined || password === undefined || database === undefined) return null;
  return {
    host: url.hostname.replace(/^\[|\]$/g, ''),
    port: url.port === '' ? null : Number(url.port),
    user: user || null,
    password,
    database: database || null,
    tls: tlsOf(url.searchParams),
  };
}

function decoded(text: string): string | undefined {
  try {
    return decodeURIComponent(text);
  } catch {
    return undefined;
  }
}

/** What the drivers' own flags say of encryption; what else stands there (reconnect=true, …) is none of ours. */
function tlsOf(flags: URLSearchParams): MysqlTls | null {
  const said = (names: readonly string[], value: RegExp): boolean =>
    names.some((name) => value.test(flags.get(name) ?? ''));
  if (said(['verifyServerCertificate'], /^false$/i)) return 'unverified';
  if (said(['ssl'], /"rejectUnauthorized"\s*:\s*false/)) return 'unverified';
  if (said(['ssl-mode', 'sslmode', 'sslMode'], /^disabled?$/i)) return 'off';
  if (said(['ssl-mode', 'sslmode', 'sslMode'], /^(required?|verify[-_](ca|identity|full))$/i)) return 'verified';
  return said(['ssl', 'useSSL', 'tls'], /^(true|1|\{.*\})$/i) ? 'verified' : null;
}

function readParts(reader: EnvReader, prefix: string): MysqlAddress | null {
  const host = reader.optional(`${prefix}_HOST`);
  const port = reader.integer(`${prefix}_PORT`, 3306, 1, 65_535);
  const user = reader.optional(`${prefix}_USER`);
  const [own, root] = [reader.optional(`${prefix}_PASSWORD`), reader.optional(`${prefix}_ROOT_PASSWORD`)];
  return host === null ? null : { host, port, user, password: own ?? root ?? '', database: null, tls: 'verified' };
}
