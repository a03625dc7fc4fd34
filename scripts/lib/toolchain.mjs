// Finds or fetches the two tools everything else needs: Node 22.13 or newer, and pnpm.
// Runs on any Node from 20.12 on and on nothing but Node's own modules. Whatever it fetches comes from the
// npm registry, by package name, into .toolchain/ of this folder; nothing is installed globally.
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { delimiter, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { StartError } from './start-error.mjs';

export const root = join(dirname(fileURLToPath(import.meta.url)), '..', '..');
const home = join(root, '.toolchain');
/** The first whose node:sqlite, which the embedded Supabase needs, works without a switch. */
const oldestNode = { major: 22, minor: 13 };
const fetchedNode = '24';

function isNewEnough(version) {
  const [major = 0, minor = 0] = version.split('.').map(Number);
  return major > oldestNode.major || (major === oldestNode.major && minor >= oldestNode.minor);
}

const manifest = () => JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));

/** Installs one package from the npm registry into .toolchain/ and returns its folder. */
function fetchPackage(name, version) {
  const folder = join(home, 'node_modules', ...name.split('/'));
  const have = existsSync(join(folder, 'package.json'))
    ? JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')).version
    : null;
  if (have && (have === version || have.startsWith(`${version}.`))) return folder;
  mkdirSync(home, { recursive: true });
  const own = join(home, 'package.json');
  if (!existsSync(own)) writeFileSync(own, '{ "private": true }\n');
  process.stderr.write(`Fetching ${name}@${version} from the npm registry…\n`);
  const args = [
    'install',
    '--no-audit',
    '--no-fund',
    '--ignore-scripts',
    '--loglevel=error',
    '--prefix',
    home,
    `${name}@${version}`,
  ];
  const npm =
    process.platform === 'win32'
      ? spawnSync(
          'npm.cmd',
          args.map((a) => `"${a}"`),
          { stdio: ['ignore', 'ignore', 'inherit'], shell: true },
        )
      : spawnSync('npm', args, { stdio: ['ignore', 'ignore', 'inherit'] });
  if (npm.error || npm.status !== 0) {
    throw new StartError(
      `npm could not install ${name}@${version}${npm.error ? ` (${npm.error.message})` : ''}. Check that npm is on the PATH and that its registry can be reached, then run the command again.`,
    );
  }
  return folder;
}

/** The Node to run the project with: this one when it is new enough, else node@24 from the registry. */
export function findNode() {
  if (isNewEnough(process.versions.node)) return process.execPath;
  const platform = process.platform === 'win32' ? 'win' : process.platform;
  const folder = fetchPackage(`node-${platform}-${process.arch}`, fetchedNode);
  return join(folder, 'bin', process.platform === 'win32' ? 'node.exe' : 'node');
}

/** pnpm's entry file, in exactly the version that package.json pins. */
export function findPnpm() {
  const version = manifest().packageManager.split('@')[1];
  const folder = fetchPackage('pnpm', version);
  const entry = ['bin/pnpm.mjs', 'bin/pnpm.cjs'].map((f) => join(folder, f)).find(existsSync);
  if (!entry)
    throw new StartError(
      `pnpm ${version} has no entry file in ${folder}. Delete .toolchain and run the command again.`,
    );
  return entry;
}

/** The environment for child processes: our Node first on the PATH. */
export function toolEnv(node = findNode(), extra = {}) {
  const path = [dirname(node), join(root, 'node_modules', '.bin'), process.env.PATH ?? process.env.Path ?? ''].join(
    delimiter,
  );
  const env = { ...process.env, LITE_TELEMETRY: '0', DO_NOT_TRACK: '1', ...extra };
  for (const key of Object.keys(env)) if (key.toLowerCase() === 'path') delete env[key];
  return { ...env, PATH: path };
}

/** Runs one of our commands to its end; a failure ends this process with the same exit code. */
export function run(command, args, options = {}) {
  const result = spawnSync(command, args, { cwd: root, stdio: 'inherit', env: toolEnv(), ...options });
  if (result.error) throw result.error;
  if (result.status !== 0) process.exit(result.status ?? 1);
}
