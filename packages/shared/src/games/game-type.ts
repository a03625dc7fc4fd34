import { z } from 'zod';

/** The five games, by the names that clients send. */
export const GameType = z.enum([
  'flashcards',
  'spelling_bee',
  'advanced_cloze',
  'grammar_challenge',
  'sentence_builder',
]);
export type GameType = z.infer<typeof GameType>;
