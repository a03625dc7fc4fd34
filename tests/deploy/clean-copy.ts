import { execFileSync, spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { findPnpm } from '../../scripts/lib/toolchain.mjs';

export const root = fileURLToPath(new URL('../../', import.meta.url));

/** The files that a commit of this tree would carry, and nothing else: no dependencies, nothing built. */
export function listProjectFiles(): string[] {
  const args = ['ls-files', '-z', '--cached', '--others', '--exclude-standard', '--deduplicate'];
  const known = execFileSync('git', args, { cwd: root, encoding: 'utf8' }).split('\0').filter(Boolean);
  const gone = execFileSync('git', ['ls-files', '-z', '--deleted'], { cwd: root, encoding: 'utf8' }).split('\0');
  return known.filter((file) => !gone.includes(file));
}

/** A folder with a space in its name, where nothing of this checkout can be reached by accident. */
export function makeCleanFolder(): { folder: string; remove(): void } {
  const folder = mkdtempSync(join(tmpdir(), 'tulkka deploy '));
  return { folder, remove: () => rmSync(folder, { recursive: true, force: true, maxRetries: 3 }) };
}

/** Copies these files of the project, keeping their paths. */
export function copyFiles(files: readonly string[], into: string): void {
  for (const file of files) cpSync(join(root, file), join(into, file));
}

/** What every child process gets: our Node first, no colour, and none of this run's own settings. */
export function bareEnv(extra: Record<string, string> = {}): Record<string, string> {
  const { PATH = '', HOME = '' } = process.env;
  const path = [dirname(process.execPath), PATH].join(':');
  return { PATH: path, HOME, NODE_NO_WARNINGS: '1', NO_COLOR: '1', ...extra };
}

/** Runs pnpm, in the version that package.json pins, to its end; a failure shows its last lines. */
export function runPnpm(cwd: string, args: readonly string[], env: Record<string, string> = {}): void {
  runToEnd(process.execPath, [findPnpm(), ...args], cwd, { CI: 'true', pnpm_config_prefer_offline: 'true', ...env });
}

/** Runs a program to its end and returns what it wrote; a failure shows its last lines. */
export function runToEnd(
  program: string,
  args: readonly string[],
  cwd: string,
  env: Record<string, string> = {},
): string {
  const { status, signal, stdout, stderr } = spawnSync(program, args, { cwd, encoding: 'utf8', env: bareEnv(env) });
  if (status === 0) return stdout;
  const lines = `${stdout}\n${stderr}`.trim().split('\n').slice(-25).join('\n');
  throw new Error(`${[program, ...args].join(' ')} ended with ${signal ?? status}:\n${lines}`);
}

/** Whether a program is on the PATH; tests of it are skipped, loudly, where it is not. */
export function describeWith(program: string): typeof describe {
  const found = spawnSync(program, ['-v'], { stdio: 'ignore' }).error === undefined;
  if (!found) process.stderr.write(`SKIPPED: ${program} is not installed, so nothing that needs it was tested.\n`);
  return found ? describe : describe.skip;
}

/** The processes run as built. @throws with the remedy where they are not */
export function requireBuilt(): void {
  const missing = ['api', 'fetcher', 'processor'].filter(
    (p) => !existsSync(join(root, 'packages', p, 'dist', 'main.js')),
  );
  if (missing.length > 0) throw new Error(`Not built: ${missing.join(', ')}. Run npm run setup.`);
}
