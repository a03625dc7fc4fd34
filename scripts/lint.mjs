#!/usr/bin/env node
// npm run lint: formatting, rules and import boundaries (Biome), types of sources and tests, the OpenAPI document
// (recommended rules of Redocly and Spectral), the map of the folders, and file sizes.
import { spawnSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { join, relative, resolve } from 'node:path';
import { prepare } from './lib/prepare.mjs';
import { findNode, root, toolEnv } from './lib/toolchain.mjs';

/** A longer source file needs its reason in docs/adr. */
const longest = 300;

function check(name, script, args) {
  const { status } = spawnSync(findNode(), [resolve(root, 'node_modules', script), ...args], {
    cwd: root,
    stdio: 'inherit',
    env: toolEnv(),
  });
  console.log(`${status === 0 ? '✓' : '✗'} ${name}`);
  return status === 0;
}

function* sources(folder) {
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    const path = join(folder, entry.name);
    if (entry.isDirectory() && entry.name !== 'node_modules' && entry.name !== 'dist') yield* sources(path);
    else if (/\.tsx?$/.test(entry.name) && !/\.(test|generated)\.ts$/.test(entry.name)) yield path;
  }
}

function checkSizes() {
  const sizes = readdirSync(join(root, 'packages'))
    .flatMap((name) => [...sources(join(root, 'packages', name, 'src'))])
    .map((path) => ({ path: relative(root, path), lines: readFileSync(path, 'utf8').split('\n').length }))
    .sort((a, b) => a.lines - b.lines);
  const at = (share) => sizes[Math.floor(sizes.length * share)]?.lines ?? 0;
  const records = readdirSync(join(root, 'docs', 'adr')).map((name) =>
    readFileSync(join(root, 'docs', 'adr', name), 'utf8'),
  );
  const excused = (path) => records.some((text) => text.includes(path.replaceAll('\\', '/')));
  const long = sizes.filter(({ path, lines }) => lines > longest && !excused(path));
  console.log(
    `${sizes.length} source files: median ${at(0.5)} lines, 90th percentile ${at(0.9)}, longest ${sizes.at(-1)?.lines}`,
  );
  for (const { path, lines } of long) console.log(`  longer than ${longest} lines: ${path} (${lines})`);
  return long.length === 0;
}

/** The map of docs/architecture.md has a line for every package and for every folder of its sources. */
function checkMap() {
  const [, map = ''] = readFileSync(join(root, 'docs', 'architecture.md'), 'utf8').split('```');
  const foldersIn = (folder) =>
    readdirSync(folder, { withFileTypes: true }).flatMap((entry) => (entry.isDirectory() ? [entry.name] : []));
  const missing = foldersIn(join(root, 'packages')).flatMap((name) => {
    const part = map.split(/^(?=\S)/m).find((text) => text.startsWith(`packages/${name}/ `));
    if (part === undefined) return [`packages/${name}/`];
    return foldersIn(join(root, 'packages', name, 'src'))
      .filter((folder) => !part.includes(`\n  src/${folder}/`))
      .map((folder) => `packages/${name}/src/${folder}/`);
  });
  for (const folder of missing) console.log(`  not on the map of docs/architecture.md: ${folder} (add a line)`);
  console.log(`${missing.length === 0 ? '✓' : '✗'} map of the folders`);
  return missing.length === 0;
}

if (process.argv.includes('--help')) {
  console.log(
    'npm run lint\n  Formatting, rules and import boundaries (Biome), types of sources and tests, OpenAPI document, map of the folders, file sizes.',
  );
} else {
  prepare();
  const results = [
    check('Biome', '@biomejs/biome/bin/biome', ['check', '--error-on-warnings', '.']),
    check('types', 'typescript/bin/tsc', ['-p', 'tsconfig.test.json']),
    check('types of the app', 'typescript/bin/tsc', ['-p', join('packages', 'web', 'tsconfig.test.json')]),
    check('OpenAPI document', join(root, 'scripts', 'check-openapi.mjs'), []),
    checkMap(),
    checkSizes(),
  ];
  process.exitCode = results.every(Boolean) ? 0 : 1;
}
