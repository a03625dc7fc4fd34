import { readSettings } from './load-settings.ts';

const read = (env: Record<string, string>) => {
  const { settings, issues } = readSettings(env);
  const { games } = settings.config;
  return { games, password: settings.secrets.mysqlPassword, problems: issues.map((i) => `${i.path} ${i.message}`) };
};

const jawsdb = 'mysql://ab1:p%40ss%2Fw%3A%23d@x1.rds.example:3307/q9k2';

test.each([
  ['JAWSDB_URL', jawsdb],
  ['JAWSDB_MARIA_URL', jawsdb],
  ['MYSQL_URL', jawsdb],
  ['DATABASE_URL', jawsdb],
  ['DATABASE_URL', jawsdb.replace('mysql:', 'mysql2:')],
  ['CLEARDB_DATABASE_URL', `${jawsdb}?reconnect=true`],
  ['STACKHERO_MARIADB_DATABASE_URL', jawsdb.replace('mysql:', 'mariadb:')],
])('%s=%s is a login', (name, value) => {
  const { games, password, problems } = read({ [name]: value });
  expect(games).toMatchObject({
    kind: 'mysql',
    host: 'x1.rds.example',
    port: 3307,
    user: 'ab1',
    database: 'q9k2',
    tls: 'off',
  });
  expect([password, problems]).toEqual(['p@ss/w:#d', []]);
});

test('the variables of an add-on that sets no address are a login, encrypted', () => {
  const prefix = 'STACKHERO_MYSQL';
  const { games, password } = read({ [`${prefix}_HOST`]: 'abc.example', [`${prefix}_ROOT_PASSWORD`]: 'pw' });
  expect(games).toMatchObject({ host: 'abc.example', port: 3306, user: 'root', database: 'tulkka9', tls: 'verified' });
  expect(password).toBe('pw');
});

test('a host that is named by hand wins, and takes nothing of the add-on’s login along', () => {
  const { games, password } = read({ MYSQL_HOST: 'own.example', JAWSDB_URL: jawsdb });
  expect(games).toMatchObject({ host: 'own.example', port: 3306, user: 'root', database: 'tulkka9' });
  expect(password).toBe('');
});

test('single parts of an add-on’s login can be set by hand', () => {
  const { games, password } = read({ JAWSDB_URL: jawsdb, MYSQL_DATABASE: 'games', MYSQL_PASSWORD: 'new' });
  expect(games).toMatchObject({ host: 'x1.rds.example', user: 'ab1', database: 'games' });
  expect(password).toBe('new');
});

test('an address of another kind of database is not taken for MySQL', () => {
  expect(read({ DATABASE_URL: 'postgres://a:b@host/db' })).toMatchObject({ games: { kind: 'sqlite' }, problems: [] });
});

test.each([
  ['MYSQL_URL', 'postgres://a:secret@host/db'],
  ['JAWSDB_URL', 'mysql://a:sec%ret@host/db'],
  ['JAWSDB_URL', 'mysql://'],
  ['JAWSDB_URL', 'x1.rds.example'],
])('%s=%s is refused by its name, without its value', (name, value) => {
  const [problem = ''] = read({ [name]: value }).problems;
  expect(problem).toMatch(new RegExp(`^${name} must be mysql://user`));
  expect(problem).not.toMatch(/sec%?ret/);
});

test.each([
  ['?ssl=true', 'verified'],
  ['?ssl-mode=REQUIRED', 'verified'],
  ['?sslmode=verify-full', 'verified'],
  ['?useSSL=true&verifyServerCertificate=false', 'unverified'],
  ['?ssl={"rejectUnauthorized":false}', 'unverified'],
  ['?ssl-mode=DISABLED', 'off'],
  ['?reconnect=true', 'off'],
  ['', 'off'],
])('the flags %s mean %s', (flags, tls) => {
  expect(read({ MYSQL_URL: `${jawsdb}${flags}` }).games).toMatchObject({ tls });
});

const certificate = '-----BEGIN CERTIFICATE-----\\nMIIB\\n-----END CERTIFICATE-----';

test.each([
  [{ MYSQL_TLS: 'true' }, { tls: 'verified', tlsCa: null }],
  [{ MYSQL_TLS: 'unverified' }, { tls: 'unverified' }],
  [{ MYSQL_TLS: 'false', MYSQL_URL: `${jawsdb}?ssl=true` }, { tls: 'off' }],
  [{ MYSQL_TLS_CA: certificate }, { tls: 'verified', tlsCa: certificate.replaceAll('\\n', '\n') }],
])('%j is %j', (env, expected) => {
  expect(read({ MYSQL_HOST: 'db', ...(env as Record<string, string>) }).games).toMatchObject(expected);
});

test.each([
  [{ MYSQL_TLS: 'sometimes' }, /MYSQL_TLS must be true, false or unverified/],
  [{ MYSQL_TLS_CA: '/etc/ca.pem' }, /MYSQL_TLS_CA must be a certificate as text/],
  [{ REDIS_URL: 'foo' }, /REDIS_URL must be an address such as redis:/],
  [{ REDIS_URL: 'http://x' }, /REDIS_URL must be an address/],
  [{ REDIS_TLS: 'off' }, /REDIS_TLS must be one of verified, unverified/],
])('%j is refused', (env, message) => {
  expect(read(env as Record<string, string>).problems.join('\n')).toMatch(message);
});
