import type { z } from 'zod';
import { ValidationError } from '../errors/index.ts';
import { type Grade, UnreadableAnswer } from '../grading/index.ts';
import type { Answer } from './answer.ts';
import type { Catalogue } from './catalogue.ts';
import type { GameType } from './game-type.ts';

/** An item in play: all that a session needs to know about it, whichever game it belongs to. */
export interface PlayableItem {
  /** The verdict on an answer; undefined where only the learner can tell. */
  grade(answer: Answer): Grade | undefined;
  /** A hint that gets more concrete with each attempt and never holds the answer. */
  hint(attempt: number): string;
  /** The right answer as it is shown afterwards. */
  correctAnswer: string | string[];
  explanation: string | null;
  /** How it is played by ear; null where its game is not. */
  listening: ListeningItem | null;
}

/** An item that is heard and typed. */
export interface ListeningItem {
  /** What is said aloud, all of the answer included. */
  heard: string;
  grade(answer: Answer): Grade;
}

/** A game is data: its name, where its items come from, and what can be done with one. */
export interface GameDefinition {
  type: GameType;
  /** The catalogue that its items come from, or null for a game played with the learner's own words. */
  catalogue: Catalogue | null;
  /** Whether it can be played by ear. */
  hasListening: boolean;
  /** Opens an item's content, as it is stored, for playing. */
  open(content: unknown): PlayableItem;
}

interface GameRules<Content> {
  type: GameType;
  catalogue: Catalogue | null;
  content: z.ZodType<Content>;
  grade(content: NoInfer<Content>, answer: Answer): Grade | undefined;
  hint(content: Content, attempt: number): string;
  correctAnswer(content: Content): string | string[];
  explanation(content: Content): string | null;
  /** What is heard and how what was typed is graded, where the game can be played by ear. */
  listening?: {
    heard(content: NoInfer<Content>): string;
    grade(content: NoInfer<Content>, answer: Answer): Grade;
  };
}

/** Makes a game of rules that are written for its own kind of content. */
export function defineGame<Content>(rules: GameRules<Content>): GameDefinition {
  const { listening } = rules;
  return {
    type: rules.type,
    catalogue: rules.catalogue,
    hasListening: listening !== undefined,
    open(stored) {
      const content = rules.content.parse(stored);
      return {
        grade: (answer) => refusing(() => rules.grade(content, answer)),
        hint: (attempt) => rules.hint(content, attempt),
        correctAnswer: rules.correctAnswer(content),
        explanation: rules.explanation(content),
        listening: listening
          ? {
              heard: listening.heard(content),
              grade: (answer) => refusing(() => listening.grade(content, answer)),
            }
          : null,
      };
    },
  };
}

/** Refuses an answer that the game cannot read, at the place where the learner's device sent it. */
function refusing<T>(grade: () => T): T {
  try {
    return grade();
  } catch (error) {
    if (!(error instanceof UnreadableAnswer)) throw error;
    throw new ValidationError([{ path: 'answer', message: error.message }]);
  }
}
