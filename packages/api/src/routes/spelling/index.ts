import type { Route } from '../../http/route.ts';
import { getRoute } from '../sessions/get-session.ts';
import { gameStatsRoute, wordMistakesRoute } from '../stats/one-game.ts';
import { getPronunciation, listSpellingWords } from './pronunciation.ts';

const spellingSession = getRoute({
  tag: 'spelling',
  name: 'Spelling',
  gameType: 'spelling_bee',
  sessionsPath: '/api/v1/spelling/sessions',
});

const area = { tag: 'spelling', name: 'Spelling', gameType: 'spelling_bee' } as const;

/** What the spelling game needs besides the sessions of all games. */
export const spellingRoutes: readonly Route[] = [
  spellingSession,
  getPronunciation,
  listSpellingWords,
  wordMistakesRoute(area),
  gameStatsRoute(area),
];
