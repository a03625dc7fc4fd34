import { Answer, GameType } from '@tulkka/shared/games';
import type { Mistake } from '@tulkka/shared/repositories';
import { z } from 'zod';
import { Moment } from '../http/fields.ts';

/** A mistake as the API shows it: one for each item that went wrong, however often. */
export const PresentedMistake = z
  .strictObject({
    game_type: GameType,
    item_id: z.string(),
    mistake_count: z.int().min(1),
    last_answer: Answer.nullable(),
    last_mistake_at: Moment,
  })
  .meta({ id: 'Mistake' });

/** Picks what leaves the system. */
export function presentMistake(mistake: Mistake): z.input<typeof PresentedMistake> {
  return {
    game_type: mistake.gameType,
    item_id: mistake.itemId,
    mistake_count: mistake.mistakeCount,
    last_answer: mistake.lastAnswer,
    last_mistake_at: mistake.lastMistakeAt,
  };
}
