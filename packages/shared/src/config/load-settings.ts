import { join } from 'node:path';
import { ValidationError } from '../errors/index.ts';
import type { AuthConfig, Config, Secrets, Settings, SignInConfig } from './config.ts';
import { type Env, EnvReader } from './env-reader.ts';
import { readGamesDatabase } from './games-settings.ts';
import { findDangers } from './production-dangers.ts';
import { readVendors } from './vendor-settings.ts';

/** Five minutes in seconds: the design's pause between two looks. */
const defaultIntervalSeconds = 300;
const day = 86_400;

/** The version the processes report; kept in step with package.json by a test. */
export const version = '0.1.0';

/**
 * Turns environment variables into the typed, frozen configuration.
 * @throws ValidationError naming every variable that is wrong, with its remedy.
 */
export function loadSettings(env: Env): Settings {
  const { settings, issues } = readSettings(env);
  if (issues.length > 0) {
    const lines = issues.map((issue) => `  ${issue.path} ${issue.message}`);
    throw new ValidationError(issues, `The configuration cannot be used:\n${lines.join('\n')}`);
  }
  return settings;
}

/** Reads everything and reports every problem; also tells which variables exist at all. */
export function readSettings(env: Env): { settings: Settings; issues: EnvReader['issues']; names: string[] } {
  const reader = new EnvReader(env);
  const environment = reader.choice('NODE_ENV', ['development', 'test', 'production'], 'development');
  const dataDir = reader.text('DATA_DIR', '.data');
  const { games, password } = readGamesDatabase(reader, dataDir);
  const vendors = readVendors(reader);
  const supabaseUrl = reader.url('SUPABASE_URL', null);
  const signInKey = reader.optional('SUPABASE_PUBLISHABLE_KEY');
  const redisUrl = reader.address('REDIS_URL', ['redis', 'rediss'], 'redis://user:password@host:6379');
  const secrets: Secrets = {
    mysqlPassword: password,
    supabaseKey: reader.optional('SUPABASE_KEY'),
    jwtSecret: reader.optional('JWT_SECRET'),
    samplePassword: reader.optional('SAMPLE_PASSWORD'),
    redisUrl,
    ...vendors.secrets,
  };
  const config: Config = {
    environment,
    version,
    port: reader.integer('PORT', 8000, 0, 65_535),
    healthPort: reader.optional('HEALTH_PORT') === null ? null : reader.integer('HEALTH_PORT', 0, 0, 65_535),
    webConcurrency: reader.integer('WEB_CONCURRENCY', 1, 1, 200),
    webApp: reader.boolean('WEB_APP', true),
    dataDir,
    inboxDir: reader.text('INBOX_DIR', 'inbox'),
    dictionaryDir: reader.text('DICTIONARY_DIR', join(dataDir, 'dictionaries')),
    log: {
      level: reader.choice('LOG_LEVEL', ['error', 'warn', 'info', 'debug'], 'info'),
      dir: reader.optional('LOG_DIR'),
      format: reader.choice('LOG_FORMAT', ['json', 'readable'], environment === 'production' ? 'json' : 'readable'),
      colours: readColours(reader),
    },
    games,
    supabaseUrl,
    supabaseLitePort: reader.integer('SUPABASE_LITE_PORT', 54_321, 1, 65_535),
    auth: readAuth(reader, supabaseUrl !== null && signInKey !== null ? supabaseUrl : null),
    signIn: readSignIn(supabaseUrl, signInKey),
    http: {
      corsOrigins: readOrigins(reader),
      trustProxyHops: reader.integer('TRUST_PROXY', 0, 0, 10),
      rateLimitEnabled: reader.boolean('RATE_LIMIT_ENABLED', true),
      sharedCounters: redisUrl !== null,
      redisVerified: reader.choice('REDIS_TLS', ['verified', 'unverified'], 'verified') === 'verified',
    },
    jobs: {
      fetchIntervalSeconds: reader.number('ZOOM_FETCH_INTERVAL', defaultIntervalSeconds, 0.05, day),
      pollIntervalSeconds: reader.number('ZOOM_POLL_INTERVAL', defaultIntervalSeconds, 0.05, day),
      leaseSeconds: reader.number('LEASE_SECONDS', 120, 1, day),
      retryBaseSeconds: reader.number('RETRY_BASE_SECONDS', 30, 0.01, day),
      maxAttempts: reader.integer('MAX_ATTEMPTS', 5, 1, 100),
      drainSeconds: reader.number('DRAIN_SECONDS', 20, 1, 25),
    },
    ...vendors.config,
    // An embedded project keeps whole files in memory: docs/adr/0012.
    audioStore: reader.choice('AUDIO_STORE', ['folder', 'storage'], isHosted(supabaseUrl) ? 'storage' : 'folder'),
    transcriptRetentionDays:
      reader.optional('TRANSCRIPT_RETENTION_DAYS') === null
        ? null
        : reader.integer('TRANSCRIPT_RETENTION_DAYS', 365, 1, 36_500),
  };
  findDangers(reader, config, secrets, {
    authMode: reader.optional('AUTH_MODE'),
    trusted: reader.boolean('TRUSTED_IN_PRODUCTION', false),
  });
  return { settings: deepFreeze({ config, secrets }), issues: reader.issues, names: [...reader.names] };
}

/** On a terminal only, unless one is said to stand behind the pipe, and never where they are unwelcome. */
function readColours(reader: EnvReader): boolean {
  const [unwelcome, forced] = [reader.optional('NO_COLOR'), reader.optional('FORCE_COLOR')];
  return unwelcome === null && (forced === null ? Boolean(process.stdout.isTTY) : forced !== '0');
}

/** A project behind `https` is hosted and open to browsers; another is embedded, or on a network of ours. */
const isHosted = (url: string | null): boolean => url?.startsWith('https:') ?? false;

const readSignIn = (url: string | null, key: string | null): SignInConfig | null =>
  url === null || key === null ? null : { url, key, throughUs: !isHosted(url) };

/** @param signInUrl the Supabase project where people sign in: without a secret of ours its public keys are asked */
function readAuth(reader: EnvReader, signInUrl: string | null): AuthConfig {
  const mode = reader.choice('AUTH_MODE', ['jwt', 'trusted'], 'trusted');
  const hasSecret = reader.optional('JWT_SECRET') !== null;
  const ofProject = signInUrl === null || hasSecret ? null : `${signInUrl}/auth/v1/.well-known/jwks.json`;
  const jwksUrl = reader.url('JWT_JWKS_URL', null) ?? ofProject;
  const audience = reader.optional('JWT_AUDIENCE');
  const issuer = reader.optional('JWT_ISSUER');
  if (mode === 'jwt' && jwksUrl === null && !hasSecret) {
    reader.refuse('JWT_SECRET', 'is needed with AUTH_MODE=jwt: set it (32 characters or more), or set JWT_JWKS_URL');
  }
  return { mode, jwksUrl, audience, issuer };
}

/** Origins as browsers send them: scheme, host and port; a `*` stands for all. */
function readOrigins(reader: EnvReader): string[] {
  return reader.list('CORS_ORIGINS').map((given) => {
    if (given === '*') return given;
    const url = URL.canParse(given) ? new URL(given) : null;
    if (url && /^https?:$/.test(url.protocol) && /^https?:\/\/[^/?#@]+\/?$/i.test(given)) return url.origin;
    return reader.refuse('CORS_ORIGINS', `must be origins such as https://app.example.org, not "${given}"`, given);
  });
}

function deepFreeze<T>(value: T): T {
  if (typeof value === 'object' && value !== null && !Object.isFrozen(value)) {
    Object.freeze(value);
    for (const part of Object.values(value)) deepFreeze(part);
  }
  return value;
}
