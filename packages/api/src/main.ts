import cluster from 'node:cluster';
import { loadSettings, readEnvironment } from '@tulkka/shared/config';
import { runProcess } from '@tulkka/shared/lifecycle';
import { createWebCluster } from './cluster.ts';
import { createWebProcess } from './server.ts';

await runProcess(() => {
  const settings = loadSettings(readEnvironment());
  const isParent = settings.config.webConcurrency > 1 && cluster.isPrimary;
  return isParent ? createWebCluster(settings) : createWebProcess(settings);
});
