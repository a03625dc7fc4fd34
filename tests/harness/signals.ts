import { spawnSync } from 'node:child_process';

/**
 * Sends a signal to a process that this test started, directly or through a process that it started.
 * A number that a program printed is no proof: 0 is our own process group, -1 is everybody, and a pid may be another's.
 * @throws when the number is no pid, or that of a process which is not below ours
 */
export function signalDescendant(pid: number, signal: NodeJS.Signals): void {
  if (!Number.isSafeInteger(pid) || pid <= 1) throw new Error(`Not the id of one process: ${pid}`);
  if (!isDescendant(pid)) throw new Error(`Process ${pid} was not started by this test.`);
  process.kill(pid, signal);
}

/** Sends a signal to the whole group that a process leads; it must have been started detached, by this test. */
export function signalGroup(leader: number, signal: NodeJS.Signals): void {
  if (!Number.isSafeInteger(leader) || leader <= 1) throw new Error(`Not the id of one process: ${leader}`);
  if (!isDescendant(leader)) throw new Error(`Process ${leader} was not started by this test.`);
  process.kill(-leader, signal);
}

/** Whether a process runs whose line of parents leads to ours. */
function isDescendant(pid: number): boolean {
  const parents = new Map(
    spawnSync('ps', ['-A', '-o', 'pid=,ppid='], { encoding: 'utf8' })
      .stdout.trim()
      .split('\n')
      .map((line) => line.trim().split(/\s+/).map(Number))
      .map(([child = 0, parent = 0]) => [child, parent] as const),
  );
  for (let at = parents.get(pid); at !== undefined && at > 0; at = parents.get(at)) if (at === process.pid) return true;
  return false;
}
