import { types } from 'node:util';
import { AppError } from '../errors/index.ts';

const checkServer = 'Start it, or check MYSQL_HOST and MYSQL_PORT.';
const checkLogin = 'Check MYSQL_USER and MYSQL_PASSWORD, and what that user may do.';
const checkTrust =
  'Name the certificate that signed it in MYSQL_TLS_CA, or set MYSQL_TLS=unverified to encrypt without checking who answers.';
const checkFile = 'It must belong to the user that runs this, in a folder where that user may write: check DATA_DIR.';

/** What went wrong, by the code that mysql2, Node and SQLite give it, and what to do about it. */
const explanations: readonly [code: RegExp, sentence: string, remedy: string][] = [
  [/^(ECONNREFUSED|EHOSTUNREACH|ENETUNREACH|ETIMEDOUT|ECONNRESET)$/, 'does not answer', checkServer],
  [/^(ENOTFOUND|EAI_AGAIN)$/, 'is at no address that this machine knows', 'Check MYSQL_HOST.'],
  [/^PROTOCOL_CONNECTION_LOST$/, 'closed the connection', checkServer],
  [/^ER_(ACCESS_DENIED|DBACCESS_DENIED|TABLEACCESS_DENIED|SPECIFIC_ACCESS_DENIED)/, 'refuses the user', checkLogin],
  [/^ER_BAD_DB_ERROR$/, 'has no such database', 'Check MYSQL_DATABASE, or run npm run db:migrate, which makes it.'],
  [
    /^HANDSHAKE_SSL_ERROR$|^(DEPTH_ZERO_)?SELF_SIGNED_CERT|^UNABLE_TO_(VERIFY|GET)|^CERT_/,
    'shows a certificate that is not known',
    checkTrust,
  ],
  [/^ERR_TLS_CERT_ALTNAME_INVALID$/, 'shows a certificate for another name', checkTrust],
  [/^HANDSHAKE_NO_SSL_SUPPORT$/, 'does not encrypt', 'Set MYSQL_TLS=false, or switch TLS on in the server.'],
  [/^ER_SECURE_TRANSPORT_REQUIRED$/, 'takes encrypted connections only', 'Set MYSQL_TLS=true.'],
  [/^ER_CON_COUNT_ERROR$/, 'has no connection left', 'Raise max_connections, or lower MYSQL_POOL_SIZE.'],
  [/^SQLITE_(CANTOPEN|READONLY|PERM|IOERR)/, 'cannot be written', checkFile],
  [/^SQLITE_(NOTADB|CORRUPT)/, 'is no SQLite database', 'Bring back a backup, or move the file away to begin anew.'],
];

/**
 * An error of a connection to the games database as a sentence with its remedy; any other error as it is. For commands
 * and starts, where a person reads it.
 */
export function explainFailure(error: unknown): unknown {
  if (!types.isNativeError(error) || error instanceof AppError) return error;
  const cause = firstOf(error);
  const code = 'code' in cause ? String(cause.code) : '';
  const found = explanations.find(([pattern]) => pattern.test(code));
  if (!found) return error;
  const [, sentence, remedy] = found;
  const subject = code.startsWith('SQLITE') ? 'The file of the games database' : `The games database${placeOf(cause)}`;
  const said = cause.message || code;
  return new AppError('dependency_unavailable', `${subject} ${sentence} (${said}). ${remedy}`, { cause: error });
}

/** Where a name has several addresses, Node tries each: the first failure stands for all. */
function firstOf(error: Error): Error {
  const [first] = error instanceof AggregateError ? error.errors : [];
  return types.isNativeError(first) ? first : error;
}

function placeOf(error: Error): string {
  return 'address' in error && 'port' in error ? ` at ${error.address}:${error.port}` : '';
}
