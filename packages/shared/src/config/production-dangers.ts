import type { Config, Secrets } from './config.ts';
import type { EnvReader } from './env-reader.ts';

const wellKnownSecrets = /^(secret|changeme|change-me|dev-secret.*|password|test|jwt[-_]?secret)$/i;

/** Fewer kinds of signs than this are no random text. */
const fewestSigns = 8;

/** What was said about who is believed, and not filled in by a default. */
export interface SaidOfAuth {
  authMode: string | null;
  /** Whether headers are to be believed in production too. */
  trusted: boolean;
}

/** Refuses settings that are fine on a laptop and dangerous in production, each with its remedy. */
export function findDangers(reader: EnvReader, config: Config, secrets: Secrets, said: SaidOfAuth): void {
  if (secrets.jwtSecret !== null && isGuessable(secrets.jwtSecret)) {
    reader.refuse('JWT_SECRET', 'is too easy to guess: use 32 random characters or more (`openssl rand -base64 48`)');
  }
  if (config.environment !== 'production') return;
  if (said.authMode === null) {
    reader.refuse('AUTH_MODE', 'must be chosen in production: jwt, which checks who calls');
  } else if (config.auth.mode === 'trusted' && !said.trusted) {
    reader.refuse(
      'TRUSTED_IN_PRODUCTION',
      'must be true to run AUTH_MODE=trusted in production, where anybody who reaches this server can be an admin: set AUTH_MODE=jwt, or say so when only your own servers can reach it',
    );
  }
  if (secrets.samplePassword !== null) {
    reader.refuse('SAMPLE_PASSWORD', 'has no place in production: the sample people are for laptops');
  }
  if (config.http.corsOrigins.includes('*')) {
    reader.refuse('CORS_ORIGINS', 'may not be * in production: name the origins that may call, separated by commas');
  }
  if (config.games.kind === 'sqlite') {
    reader.refuse('MYSQL_HOST', 'is needed in production: SQLite is the laptop’s database and is not shared');
  }
  if (config.supabaseUrl === null) {
    reader.refuse('SUPABASE_URL', 'is needed in production: the embedded Supabase Lite is for laptops');
  }
}

function isGuessable(secret: string): boolean {
  return secret.length < 32 || wellKnownSecrets.test(secret) || new Set(secret).size < fewestSigns;
}
