import { existsSync, mkdirSync, rmdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const root = '/sys/fs/cgroup';
/** Version 1 of the kernel's groups has a tree of its own for processor time. */
const firstVersion = existsSync(join(root, 'cpu'));
const parent = firstVersion ? join(root, 'cpu') : root;
const periodUs = 10_000;

/**
 * Holds each of these processes to a share of one core, as a small dyno is held: on a machine of two cores the load, the
 * database and one worker use both up, and a second worker has nothing to grow into. Returns what lets the processes go,
 * to be called after they ended, or null where the kernel gives no such right (it takes Linux and root).
 */
export function holdToShare(pids, share) {
  const groups = [];
  const release = () => {
    for (const group of groups.splice(0)) rmdirSync(group);
  };
  try {
    for (const pid of pids) {
      const group = join(parent, `tulkka-bench-${pid}`);
      mkdirSync(group);
      groups.push(group);
      for (const [file, text] of quota(share)) writeFileSync(join(group, file), text);
      writeFileSync(join(group, 'cgroup.procs'), String(pid));
    }
    return release;
  } catch {
    release();
    return null;
  }
}

const quota = (share) => {
  const us = Math.round(periodUs * share);
  return firstVersion
    ? [
        ['cpu.cfs_period_us', String(periodUs)],
        ['cpu.cfs_quota_us', String(us)],
      ]
    : [['cpu.max', `${us} ${periodUs}`]];
};
