import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { listProjectFiles, root } from '../deploy/clean-copy.ts';
import { signalDescendant, signalGroup } from './signals.ts';

test.each([0, -1, 1, Number.NaN, 1.5])('%d is never signalled', (pid) => {
  expect(() => signalDescendant(pid, 'SIGKILL')).toThrow(/Not the id of one process/);
  expect(() => signalGroup(pid, 'SIGKILL')).toThrow(/Not the id of one process/);
});

test('a process that was not started here is left alone, one that was hears the signal', async () => {
  expect(() => signalDescendant(process.ppid, 'SIGKILL')).toThrow(/not started by this test/);
  const child = spawn('sleep', ['60']);
  const ended = new Promise((resolve) => child.once('exit', (_code, signal) => resolve(signal)));
  signalDescendant(child.pid ?? 0, 'SIGTERM');
  expect(await ended).toBe('SIGTERM');
  expect(() => signalDescendant(child.pid ?? 0, 'SIGTERM')).toThrow(/not started by this test/);
});

test('no test signals a number by itself', () => {
  const tests = listProjectFiles().filter((file) => /(\.test\.ts$|^tests\/|\/tests\/)/.test(file));
  // Signal 0 only asks whether a process is there.
  const signalling = /process\.kill\((?![^)]*, 0\))/;
  const found = tests.filter((file) => signalling.test(readFileSync(join(root, file), 'utf8')));
  expect(found).toEqual(['tests/harness/signals.ts', 'tests/harness/signals.test.ts'].filter((f) => found.includes(f)));
  expect(found).toContain('tests/harness/signals.ts');
});
