import cluster from 'node:cluster';
import { loadSettings, readEnvironment } from '@tulkka/shared/config';
import { runProcess } from '@tulkka/shared/lifecycle';
import { createMetrics } from '@tulkka/shared/metrics';
import { createWebCluster } from './cluster.ts';
import { askForClusterMetrics } from './cluster-metrics.ts';
import { createWebProcess } from './server.ts';

await runProcess(() => {
  const settings = loadSettings(readEnvironment());
  if (settings.config.webConcurrency === 1) return createWebProcess(settings);
  if (cluster.isWorker) {
    const metrics = createMetrics('web');
    return createWebProcess(settings, { metrics, tellMetrics: askForClusterMetrics(metrics.registry) });
  }
  return createWebCluster(settings);
});
