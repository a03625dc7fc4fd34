import type { JobLoop } from '@tulkka/shared/jobs';
import type { Lesson } from '@tulkka/shared/lessons';
import { createLessonLoop, type LessonWork, type Pipeline } from '@tulkka/shared/pipeline';

/** Two ways past each other for lessons, each with a thread of its own. */
export interface Lanes {
  first: LessonWork;
  /** For the lessons that come while the first lane is held up. */
  beside: LessonWork & { atRest: () => Promise<void> };
  /** A lesson that holds the first lane for longer than this lets others pass. */
  patienceMs: number;
}

/**
 * The loops of one worker. A usual lesson takes seconds, and one after another they need one thread; a lesson that takes
 * minutes, long or waiting for a model, would make a lone worker's other lessons wait, so a second lane opens beside it,
 * and gives back what it took when it is done.
 */
export function createLanes(pipeline: Pipeline, { first, beside, patienceMs }: Lanes): JobLoop<Lesson>[] {
  let heldSince: number | undefined;
  const isHeldUp = (): boolean => heldSince !== undefined && performance.now() - heldSince > patienceMs;
  return [
    createLessonLoop(pipeline, {
      claim: first.claim,
      handle: async (...work) => {
        heldSince = performance.now();
        await first.handle(...work).finally(() => {
          heldSince = undefined;
        });
      },
    }),
    createLessonLoop(pipeline, {
      claim: async () => (isHeldUp() ? await beside.claim() : undefined),
      handle: (...work) => beside.handle(...work).finally(beside.atRest),
    }),
  ];
}
