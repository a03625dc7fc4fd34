import type { GamesDatabase } from '../config/index.ts';

/** How a MySQL connection is encrypted, as mysql2 is told. */
export interface TlsOptions {
  ssl?: { rejectUnauthorized: boolean; ca?: string };
}

/** The part of a connection's options that is about encryption. */
export function tlsOptions({
  tls,
  tlsCa,
}: Pick<Extract<GamesDatabase, { kind: 'mysql' }>, 'tls' | 'tlsCa'>): TlsOptions {
  if (tls === 'off') return {};
  return { ssl: { rejectUnauthorized: tls === 'verified', ...(tlsCa === null ? {} : { ca: tlsCa }) } };
}
