import type { ItemOf } from '../play/play-item.ts';
import type { Given, Verdict } from '../play/verdict.ts';

/** What every game is given: one item, and what to do with an answer. */
export interface GameProps<Game extends keyof ItemOf> {
  item: ItemOf[Game];
  /** The verdict once there is one; then the game shows the answer in its place and takes no other. */
  verdict: Verdict | null;
  answer(given: Given): void;
}
