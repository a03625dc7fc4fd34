import type { MessageKey } from '../i18n/messages/messages.ts';
import { isListeningGame } from './listening.ts';
import type { GameType } from './play-item.ts';

/** What a game is called; by ear it is another game to who plays it. */
export const titleOf = (game: GameType | 'mixed', listen = false): MessageKey =>
  listen && isListeningGame(game) ? `listening.${game}` : `games.${game}`;
