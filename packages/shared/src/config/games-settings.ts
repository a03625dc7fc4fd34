import type { GamesDatabase, MysqlTls } from './config.ts';
import type { EnvReader } from './env-reader.ts';
import { readMysqlAddress } from './mysql-address.ts';

const usualPort = 3306;

/** The games database and its password: MYSQL_* first, then the address that an add-on sets, else SQLite. */
export function readGamesDatabase(reader: EnvReader, dataDir: string): { games: GamesDatabase; password: string } {
  const ownHost = reader.optional('MYSQL_HOST');
  const found = readMysqlAddress(reader);
  // A host that is named by hand is another server: nothing of the add-on's login belongs to it.
  const address = ownHost === null ? found : null;
  const host = ownHost ?? address?.host ?? null;
  const mysql: GamesDatabase = {
    kind: 'mysql',
    host: host ?? '',
    port: reader.integer('MYSQL_PORT', address?.port ?? usualPort, 1, 65_535),
    user: reader.text('MYSQL_USER', address?.user ?? 'root'),
    database: reader.text('MYSQL_DATABASE', address?.database ?? 'tulkka9'),
    poolSize: reader.integer('MYSQL_POOL_SIZE', 10, 1, 1000),
    tls: readTls(reader, address?.tls ?? 'off'),
    tlsCa: readCertificate(reader),
  };
  if (!/^[\w$-]{1,64}$/.test(mysql.database)) {
    reader.refuse('MYSQL_DATABASE', 'must be 1 to 64 letters, digits, _, $ or -');
  }
  const password = reader.text('MYSQL_PASSWORD', address?.password ?? '');
  return { games: host === null ? { kind: 'sqlite', file: `${dataDir}/games.sqlite` } : mysql, password };
}

/** Off, verified, or encrypted without a look at who answers, which nobody gets without asking for it. */
function readTls(reader: EnvReader, ofAddress: MysqlTls): MysqlTls {
  const raw = reader.optional('MYSQL_TLS');
  if (raw?.toLowerCase() === 'unverified') return 'unverified';
  if (raw === null) return reader.optional('MYSQL_TLS_CA') !== null && ofAddress === 'off' ? 'verified' : ofAddress;
  if (!/^(true|1|yes|on|false|0|no|off)$/i.test(raw)) {
    return reader.refuse('MYSQL_TLS', `must be true, false or unverified, not "${raw}"`, ofAddress);
  }
  return reader.boolean('MYSQL_TLS', false) ? 'verified' : 'off';
}

/** A certificate as text: config vars hold it with real line ends or with \n. */
function readCertificate(reader: EnvReader): string | null {
  const raw = reader.optional('MYSQL_TLS_CA')?.replaceAll('\\n', '\n').trim() ?? null;
  if (raw === null || /^-----BEGIN CERTIFICATE-----\s[\s\S]+-----END CERTIFICATE-----$/.test(raw)) return raw;
  return reader.refuse('MYSQL_TLS_CA', 'must be a certificate as text, from -----BEGIN CERTIFICATE----- on', null);
}
