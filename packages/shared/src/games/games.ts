import { advancedCloze } from './advanced-cloze.ts';
import { flashcards } from './flashcards.ts';
import type { GameDefinition } from './game-definition.ts';
import type { GameType } from './game-type.ts';
import { grammarChallenge } from './grammar-challenge.ts';
import { sentenceBuilder } from './sentence-builder.ts';
import { spellingBee } from './spelling-bee.ts';

const games: Readonly<Record<GameType, GameDefinition>> = {
  flashcards,
  spelling_bee: spellingBee,
  advanced_cloze: advancedCloze,
  grammar_challenge: grammarChallenge,
  sentence_builder: sentenceBuilder,
};

/** The game of this name. */
export function gameOf(type: GameType): GameDefinition {
  return games[type];
}
