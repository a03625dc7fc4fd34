#!/usr/bin/env node
// Runs one of the project's commands with the project's own Node: node scripts/run.mjs NAME ARGS…
import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { prepare } from './lib/prepare.mjs';
import { tell } from './lib/start-error.mjs';
import { findNode, root, toolEnv } from './lib/toolchain.mjs';

/** Every command, and the built file that is it.  */
const commands = {
  generate: 'processor/dist/commands/generate.js',
  'dictionary:import': 'processor/dist/commands/dictionary-import.js',
  eval: 'processor/dist/commands/eval.js',
  'db:migrate': 'shared/dist/commands/migrate.js',
  'db:seed': 'shared/dist/commands/seed.js',
  openapi: 'api/dist/commands/openapi.js',
  status: 'shared/dist/commands/status.js',
  retry: 'shared/dist/commands/retry.js',
  doctor: 'shared/dist/commands/doctor.js',
  'users:export': 'shared/dist/commands/users-export.js',
  'users:erase': 'shared/dist/commands/users-erase.js',
  'people:grant': 'shared/dist/commands/people-grant.js',
  'people:list': 'shared/dist/commands/people-list.js',
  'memory:rebuild': 'shared/dist/commands/memory-rebuild.js',
  'memory:fit': 'shared/dist/commands/memory-fit.js',
  retention: 'shared/dist/commands/retention.js',
  backup: 'shared/dist/commands/backup.js',
  restore: 'shared/dist/commands/restore.js',
};

const takesFiles = new Set(['generate', 'eval', 'openapi']);

const [name = '', ...args] = process.argv.slice(2);
const file = Object.hasOwn(commands, name) ? commands[name] : null;
if (file === null) {
  console.error(`Unknown command "${name}". There are: ${Object.keys(commands).join(', ')}.`);
  process.exitCode = 2;
} else {
  await tell(() => runBuilt(file));
}

function runBuilt(built) {
  prepare({ quiet: true });
  const child = spawn(findNode(), [join(root, 'packages', built), ...args], {
    stdio: 'inherit',
    env: toolEnv(findNode(), { NODE_NO_WARNINGS: '1' }),
    // Paths on the command line are relative to where the person stands; everything else to the project.
    cwd: takesFiles.has(name) ? (process.env.INIT_CWD ?? process.cwd()) : root,
  });
  for (const signal of ['SIGINT', 'SIGTERM']) {
    process.on(signal, () => {
      // On Windows a Ctrl-C reaches the child by itself, and a signal from us would end it on the spot.
      if (process.platform !== 'win32') child.kill(signal);
    });
  }
  child.on('exit', (code) => {
    process.exitCode = code ?? 1;
  });
}
