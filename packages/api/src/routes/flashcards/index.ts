import type { Route } from '../../http/route.ts';
import { getRoute } from '../sessions/get-session.ts';
import { wordMistakesRoute } from '../stats/one-game.ts';
import { flashcardStats } from './flashcard-stats.ts';

/** Flashcards; they are played with the routes that serve every game. */
export const flashcardRoutes: readonly Route[] = [
  getRoute({
    tag: 'flashcards',
    name: 'Flashcard',
    gameType: 'flashcards',
    sessionsPath: '/api/v1/flashcards/sessions',
  }),
  flashcardStats,
  wordMistakesRoute({ tag: 'flashcards', name: 'Flashcard', gameType: 'flashcards' }),
];
