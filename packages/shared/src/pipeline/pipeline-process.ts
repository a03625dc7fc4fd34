import { startHealthServer } from '../health/index.ts';
import type { JobLoop } from '../jobs/index.ts';
import { LessonCounts } from '../lessons/index.ts';
import type { ManagedProcess } from '../lifecycle/index.ts';
import { watchQueue } from '../metrics/index.ts';
import type { Pipeline } from './create-pipeline.ts';

/** Between two counts of the queue for the metrics. */
const countEveryMs = 15_000;

/**
 * Loops as a process: started after it can be watched, stopped before anything is released.
 * @param prepare what must be there before the loops begin
 * @param about what to say of the process when it has started
 */
export function pipelineProcess(
  pipeline: Pipeline,
  loops: readonly Pick<JobLoop<unknown>, 'start' | 'stop'>[],
  about: Record<string, unknown>,
  prepare: () => Promise<void> = async () => undefined,
): ManagedProcess {
  const { name, log, owner, disposers } = pipeline;
  return {
    name,
    log,
    start: async () => {
      await prepare();
      await openHealth(pipeline);
      const unwatch = watchQueue(pipeline.metrics, new LessonCounts(pipeline.supabase), countEveryMs);
      disposers.add('queue gauges', unwatch, (stop) => stop());
      for (const loop of loops) loop.start();
      log.info(`${name} started`, { owner, ...about });
    },
    stop: async () => {
      await Promise.all(loops.map((loop) => loop.stop()));
      await disposers.dispose((part, error) => log.error('could not release', { part, error }));
    },
  };
}

async function openHealth({ config, registry, lessons, disposers }: Pipeline): Promise<void> {
  if (config.healthPort === null) return;
  const check = () =>
    lessons.ping().then(
      () => ({ status: 'healthy' as const, databases: { supabase: 'connected' } }),
      () => ({ status: 'degraded' as const, databases: { supabase: 'error' } }),
    );
  const server = await startHealthServer(config.healthPort, registry, check);
  disposers.add('health server', server, () => server.close());
}
