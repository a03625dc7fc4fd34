import { JobLoop } from '@tulkka/shared/jobs';
import type { Logger } from '@tulkka/shared/logging';
import type { ParameterFitting } from '@tulkka/shared/memory-fitting';
import { fitMemories } from '@tulkka/shared/operations';
import { WatermarkRepository } from '@tulkka/shared/repositories';

/** What the loop works with. */
export interface MemoryLoopParts {
  games: Parameters<typeof fitMemories>[0];
  fitting: Pick<ParameterFitting, 'judge'>;
  log: Pick<Logger, 'info' | 'warn'>;
  drainSeconds: number;
}

const hourMs = 3_600_000;
/** The first worker that looks after so long has the turn: at about the same hour of each day. */
const turnMs = 24 * hourMs - hourMs / 2;

/**
 * The loop that fits the parameters of memory once a day, in one process of all. It runs beside the lessons, and its
 * thinking in a thread.
 */
export function createMemoryLoop({ games, fitting, log, drainSeconds }: MemoryLoopParts): JobLoop<true> {
  const turns = new WatermarkRepository(games);
  return new JobLoop<true>({
    claim: async () => (await turns.takeTurn('memory-fit', turnMs)) || undefined,
    handle: async (_, signal) => {
      const fitted = await fitMemories(games, { judge: fitting, log, signal });
      log.info('parameters of memory fitted', { ...fitted });
    },
    onError: (error) => log.warn('the parameters of memory could not be fitted', { error }),
    idleDelay: () => hourMs,
    drainMs: drainSeconds * 1000,
  });
}
