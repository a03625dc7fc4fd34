import type { Config } from './config.ts';

/** What somebody who keeps this deployment should know of its settings: told at the start, by /health and by doctor. */
export function warningsOf(config: Pick<Config, 'environment' | 'auth'>): string[] {
  if (config.environment !== 'production' || config.auth.mode !== 'trusted') return [];
  return [
    'AUTH_MODE=trusted in production: whoever reaches this server may be anybody, admins included. Only your own servers may reach it; else set AUTH_MODE=jwt.',
  ];
}
