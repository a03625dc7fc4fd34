// Installs the dependencies and builds, but only when something changed since the last time.
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { userInfo } from 'node:os';
import { dirname, join } from 'node:path';
import { isWritable } from './folders.mjs';
import { StartError } from './start-error.mjs';
import { findNode, findPnpm, root, run } from './toolchain.mjs';

const stampFile = join(root, 'node_modules', '.tulkka-setup.json');
const skipped = new Set(['node_modules', 'dist', 'tests']);

function* filesBelow(folder) {
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    if (skipped.has(entry.name) || entry.name.includes('.generated.')) continue;
    const path = join(folder, entry.name);
    if (entry.isDirectory()) yield* filesBelow(path);
    else yield path;
  }
}

/** A fingerprint of what an install depends on. */
function installFingerprint() {
  const hash = createHash('sha256').update(findNode());
  const manifests = readdirSync(join(root, 'packages'))
    .map((p) => join(root, 'packages', p, 'package.json'))
    .filter(existsSync);
  for (const file of [
    join(root, 'package.json'),
    join(root, 'pnpm-lock.yaml'),
    join(root, 'pnpm-workspace.yaml'),
    ...manifests,
  ]) {
    hash.update(file).update(readFileSync(file));
  }
  return hash.digest('hex');
}

/** A fingerprint of what a build depends on: the paths, sizes and times of the sources. */
function buildFingerprint() {
  const hash = createHash('sha256').update(readFileSync(join(root, 'tsconfig.base.json')));
  for (const file of filesBelow(join(root, 'packages'))) {
    const { size, mtimeMs } = statSync(file);
    hash.update(`${file}\0${size}\0${mtimeMs}\n`);
  }
  return hash.digest('hex');
}

const builtEverything = () =>
  ['shared', 'processor', 'fetcher', 'api', 'web'].every((p) => existsSync(join(root, 'packages', p, 'dist')));
const readStamp = () => (existsSync(stampFile) ? JSON.parse(readFileSync(stampFile, 'utf8')) : {});

/**
 * Brings node_modules and dist up to date; does nothing, in well under a second, when they are. Who may not write in the
 * checkout runs what its owner built. @throws StartError where there is nothing to run
 */
export function prepare({ quiet = false } = {}) {
  if (!isWritable(existsSync(stampFile) ? dirname(stampFile) : root)) return requireBuilt();
  // Quiet: standard output belongs to the command that runs next.
  const stdio = quiet ? ['ignore', 2, 2] : 'inherit';
  const stamp = readStamp();
  const before = JSON.stringify(stamp);
  const install = installFingerprint();
  if (stamp.install !== install) {
    run(findNode(), [findPnpm(), 'install', '--frozen-lockfile', '--prefer-offline'], { stdio });
    stamp.install = install;
    stamp.build = null;
  }
  const build = buildFingerprint();
  if (stamp.build !== build || !builtEverything()) {
    run(findNode(), [join(root, 'node_modules', 'typescript', 'bin', 'tsc'), '-b'], { stdio });
    run(findNode(), [join(root, 'packages', 'web', 'build', 'build.mjs')], { stdio });
    stamp.build = build;
  }
  if (JSON.stringify(stamp) === before) return;
  mkdirSync(join(root, 'node_modules'), { recursive: true });
  writeFileSync(stampFile, JSON.stringify(stamp));
}

function requireBuilt() {
  if (builtEverything() && existsSync(stampFile)) return;
  throw new StartError(
    `Nothing is built yet, and ${root} may not be written by ${userInfo().username}: run npm run setup as the user that it belongs to, or copy it to a folder of your own.`,
  );
}
