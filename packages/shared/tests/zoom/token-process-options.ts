import type { GamesDatabase } from '../../src/config/index.ts';
import type { ZoomCredentials } from '../../src/zoom/index.ts';

/** What a token process is told. */
export interface TokenProcessOptions {
  games: GamesDatabase;
  password: string;
  key: string;
  credentials: ZoomCredentials;
  apiBaseUrl: string;
  oauthBaseUrl: string;
  calls: number;
  pauseMs: number;
}
