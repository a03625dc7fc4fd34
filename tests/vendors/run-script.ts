import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';

/** Runs a TypeScript file straight from its source in a process of its own, and gives back what it printed. */
export async function runScript(
  file: URL,
  args: readonly string[],
  nodeFlags: readonly string[] = [],
): Promise<string> {
  const flags = ['--experimental-transform-types', '--conditions=source', '--no-warnings', ...nodeFlags];
  const { stdout } = await promisify(execFile)(process.execPath, [...flags, fileURLToPath(file), ...args], {
    env: { PATH: process.env.PATH },
    maxBuffer: 16 * 1024 * 1024,
  });
  return stdout;
}
