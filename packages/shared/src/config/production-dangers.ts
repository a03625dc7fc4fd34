import type { Config, Secrets } from './config.ts';
import type { EnvReader } from './env-reader.ts';

const wellKnownSecrets = /^(secret|changeme|change-me|dev-secret.*|password|test|jwt[-_]?secret)$/i;

/** Refuses settings that are fine on a laptop and dangerous in production, each with its remedy. */
export function findDangers(reader: EnvReader, config: Config, secrets: Secrets, authMode: string | null): void {
  if (config.environment !== 'production') return;
  if (authMode === null) {
    reader.refuse(
      'AUTH_MODE',
      'must be chosen in production: jwt, or trusted when only a private network can reach this server',
    );
  }
  if (config.auth.mode === 'jwt' && config.auth.jwksUrl === null && secrets.jwtSecret !== null) {
    if (secrets.jwtSecret.length < 32 || wellKnownSecrets.test(secrets.jwtSecret)) {
      reader.refuse('JWT_SECRET', 'is too easy to guess: use 32 random characters or more (`openssl rand -base64 48`)');
    }
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
