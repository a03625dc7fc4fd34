import { readFileSync } from 'node:fs';
import { ValidationError } from '../errors/index.ts';
import { loadSettings, readSettings, version } from './load-settings.ts';
import { warningsOf } from './warnings.ts';

const fromRoot = (path: string) => new URL(`../../../../${path}`, import.meta.url);

/** The problems of an environment as "NAME message" lines. */
function problems(env: Record<string, string>): string[] {
  return readSettings(env).issues.map((issue) => `${issue.path} ${issue.message}`);
}

test('nothing set is a whole configuration for a laptop', () => {
  const { config, secrets } = loadSettings({});
  expect(config).toMatchObject({ port: 8000, games: { kind: 'sqlite', file: '.data/games.sqlite' }, zoom: null });
  expect(config.auth).toEqual({ mode: 'trusted', jwksUrl: null, audience: null, issuer: null });
  expect(secrets.openaiApiKey).toBeNull();
});

test('the tree is frozen all the way down', () => {
  const { config } = loadSettings({});
  expect(Object.isFrozen(config)).toBe(true);
  expect(Object.isFrozen(config.jobs)).toBe(true);
});

test('every problem is reported at once, with the name of the variable', () => {
  const load = () =>
    loadSettings({ PORT: 'eighty', LOG_LEVEL: 'loud', SUPABASE_URL: 'localhost', MYSQL_POOL_SIZE: '0' });
  expect(load).toThrow(ValidationError);
  expect(load).toThrow(/MYSQL_POOL_SIZE must lie between 1 and 1000[\s\S]*PORT must be a number/);
  expect(load).toThrow(/LOG_LEVEL must be one of error, warn, info, debug/);
  expect(load).toThrow(/SUPABASE_URL must be an http or https address/);
});

test.each([
  [{ PORT: '70000' }, /PORT must lie between/],
  [{ PORT: '80.5' }, /PORT must be a whole number/],
  [{ RATE_LIMIT_ENABLED: 'maybe' }, /RATE_LIMIT_ENABLED must be true or false/],
  [{ AUTH_MODE: 'jwt' }, /JWT_SECRET is needed with AUTH_MODE=jwt/],
  [{ AUTH_MODE: 'jwt', JWT_SECRET: 'short' }, /JWT_SECRET is too easy to guess/],
  [{ JWT_SECRET: 'short' }, /JWT_SECRET is too easy to guess/],
  [{ AUTH_MODE: 'jwt', JWT_SECRET: 'a'.repeat(40) }, /JWT_SECRET is too easy to guess/],
  [{ CORS_ORIGINS: 'nonsense' }, /CORS_ORIGINS .*"nonsense"/],
  [{ CORS_ORIGINS: 'https://app.example/path' }, /CORS_ORIGINS .*"https:\/\/app.example\/path"/],
  [{ CORS_ORIGINS: 'https://app.example, ftp://x' }, /CORS_ORIGINS .*"ftp:\/\/x"/],
  [{ MYSQL_DATABASE: 'a;drop' }, /MYSQL_DATABASE must be/],
  [{ ZOOM_CLIENT_ID: 'a' }, /ZOOM_CLIENT_SECRET is missing/],
  [{ ZOOM_CLIENT_ID: 'a', ZOOM_CLIENT_SECRET: 'b' }, /ZOOM_REFRESH_TOKEN is missing/],
  [{ ZOOM_CLIENT_ID: 'a', ZOOM_CLIENT_SECRET: 'b', ZOOM_ACCOUNT_ID: 'c' }, /TOKEN_ENCRYPTION_KEY must be 32/],
  [{ DRAIN_SECONDS: '40' }, /DRAIN_SECONDS must lie between 1 and 25/],
])('%j is refused', (env, message) => {
  expect(problems(env as Record<string, string>).join('\n')).toMatch(message);
});

test('production refuses dangerous settings and names each remedy', () => {
  const text = problems({ NODE_ENV: 'production', CORS_ORIGINS: '*' }).join('\n');
  for (const name of ['AUTH_MODE', 'CORS_ORIGINS', 'MYSQL_HOST', 'SUPABASE_URL']) expect(text).toContain(name);
  const weak = problems({ NODE_ENV: 'production', AUTH_MODE: 'jwt', JWT_SECRET: 'changeme' }).join('\n');
  expect(weak).toContain('JWT_SECRET is too easy to guess');
});

test('production believes headers only when that was said twice', () => {
  const production = {
    NODE_ENV: 'production',
    MYSQL_HOST: 'db',
    SUPABASE_URL: 'https://x.supabase.co',
    SUPABASE_KEY: 'k',
  };
  expect(problems({ ...production, AUTH_MODE: 'trusted' }).join('\n')).toMatch(/TRUSTED_IN_PRODUCTION .*anybody/);
  expect(problems({ ...production, TRUSTED_IN_PRODUCTION: 'true' }).join('\n')).toMatch(/AUTH_MODE must be chosen/);
  expect(problems({ ...production, AUTH_MODE: 'trusted', TRUSTED_IN_PRODUCTION: 'true' })).toEqual([]);
});

test('trusted mode in production, and nothing else, is warned of', () => {
  const checks = { jwksUrl: null, audience: null, issuer: null };
  const trusted = { mode: 'trusted', ...checks } as const;
  expect(warningsOf({ environment: 'production', auth: trusted })).toEqual([expect.stringMatching(/anybody/)]);
  expect(warningsOf({ environment: 'development', auth: trusted })).toEqual([]);
  const jwt = { mode: 'jwt', ...checks } as const;
  expect(warningsOf({ environment: 'production', auth: jwt })).toEqual([]);
});

test('origins are kept as browsers send them', () => {
  const { settings } = readSettings({ CORS_ORIGINS: 'https://App.example/, http://localhost:5173' });
  expect(settings.config.http.corsOrigins).toEqual(['https://app.example', 'http://localhost:5173']);
});

test.each([
  [{ OPENAI_API_KEY: 'k' }, { api: 'responses', ownServer: false, inputPrice: 0.1 }],
  [
    { OPENAI_API_KEY: 'k', OPENAI_BASE_URL: 'https://eu.api.openai.com/v1' },
    { api: 'responses', ownServer: false },
  ],
  [{ OPENAI_BASE_URL: 'http://127.0.0.1:11434/v1' }, { api: 'chat', ownServer: true, inputPrice: 0, outputPrice: 0 }],
  [{ OPENAI_BASE_URL: 'https://api.openai.com.example/v1' }, { api: 'chat', ownServer: true }],
  [{ OPENAI_BASE_URL: 'https://x.openai.azure.com/openai/v1', OPENAI_API: 'responses' }, { api: 'responses' }],
  [
    { OPENAI_API_KEY: 'k', OPENAI_API: 'chat' },
    { api: 'chat', ownServer: false },
  ],
  [{ OPENAI_BASE_URL: 'https://api.openai.com/v1' }, null],
])('%j asks the model so', (env, expected) => {
  const { openai } = loadSettings(env as Record<string, string>).config;
  if (expected === null) expect(openai).toBeNull();
  else expect(openai).toMatchObject(expected);
});

test('.env.example documents exactly the variables that are read', () => {
  const documented = [...readFileSync(fromRoot('.env.example'), 'utf8').matchAll(/^#?([A-Z_]+)=/gm)].map((m) => m[1]);
  expect([...documented].sort()).toEqual([...readSettings({}).names].sort());
});

test('the example file is itself a valid environment', () => {
  const lines = readFileSync(fromRoot('.env.example'), 'utf8').matchAll(/^#?([A-Z_]+)=(.*)$/gm);
  expect(problems(Object.fromEntries([...lines].map((m) => [m[1], m[2]])))).toEqual([]);
});

test('the example file, copied as it is, sets nothing', () => {
  expect(readFileSync(fromRoot('.env.example'), 'utf8')).not.toMatch(/^[A-Z_]+=.+$/m);
});

test('the reported version is that of package.json', () => {
  expect(JSON.parse(readFileSync(fromRoot('package.json'), 'utf8')).version).toBe(version);
});
