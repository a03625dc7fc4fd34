import type { GameType } from '@tulkka/shared/games';

/** Where the session routes of one area stand. The session itself is the same thing in all of them. */
export interface SessionArea {
  tag: string;
  /** In operation ids: `start…Session`. Empty for the routes that serve every game. */
  name: string;
  /** The one game that the area plays, where it is one. */
  gameType?: GameType;
  /** The address to start at, and the one that sessions stand under. */
  startPath: string;
  sessionsPath: string;
  /** The last part of the address that takes results. */
  results: 'result' | 'results';
}

export const allSessions: SessionArea = {
  tag: 'sessions',
  name: '',
  startPath: '/api/v1/sessions/start',
  sessionsPath: '/api/v1/sessions',
  results: 'result',
};

/** The sessions of one game, under its own prefix. */
export const sessionsOf = (tag: string, name: string, gameType: GameType): SessionArea => ({
  tag,
  name,
  gameType,
  startPath: `/api/v1/${tag}/sessions`,
  sessionsPath: `/api/v1/${tag}/sessions`,
  results: 'results',
});
