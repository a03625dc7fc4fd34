import type { ItemOf } from '../play/play-item.ts';
import type { Given, Verdict } from '../play/verdict.ts';
import type { Clips } from '../ui/clip-buttons.tsx';

/** What every game is given: one item, and what to do with an answer. */
export interface GameProps<Game extends keyof ItemOf> {
  item: ItemOf[Game];
  /** What of it can be heard as it was said in the lesson. */
  clips: Clips;
  /** The verdict once there is one; then the game shows the answer in its place and takes no other. */
  verdict: Verdict | null;
  answer(given: Given): void;
  /** Whether a hint was asked for. */
  hinted: boolean;
}
