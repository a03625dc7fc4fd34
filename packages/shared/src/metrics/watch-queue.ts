import type { StateCount } from '../lessons/index.ts';
import type { PipelineMetrics } from './pipeline-metrics.ts';

/**
 * Keeps the gauges of the queue up to date: once now, then every `everyMs` from the end of one look to the next. While
 * the lessons database is away they keep what was last seen; /health tells of that. Returns the way to stop.
 */
export function watchQueue(
  metrics: Pick<PipelineMetrics, 'setQueue'>,
  counts: { countByStatus(): Promise<StateCount[]> },
  everyMs: number,
): () => void {
  let timer: NodeJS.Timeout | undefined;
  let stopped = false;
  const look = async (): Promise<void> => {
    try {
      const states = await counts.countByStatus();
      const depths = states.map(({ status, count }) => [status, count] as const);
      const ages = states
        .filter(({ status }) => status !== 'completed')
        .map(({ status, oldestAt }) => [status, oldestAt === null ? 0 : ageSeconds(oldestAt)] as const);
      if (!stopped) metrics.setQueue(Object.fromEntries(depths), Object.fromEntries(ages));
    } catch {
      // The next look may find the database back.
    }
    if (!stopped) timer = setTimeout(look, everyMs).unref();
  };
  void look();
  return () => {
    stopped = true;
    clearTimeout(timer);
  };
}

/** Clocks of two machines may differ: nothing is younger than now. */
const ageSeconds = (at: string): number => Math.max(0, (Date.now() - Date.parse(at)) / 1000);
