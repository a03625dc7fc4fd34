#!/usr/bin/env node
// npm run bench: how fast the service and the generator are on this machine, as ratios side by side in one run.
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { prepare } from './lib/prepare.mjs';
import { findNode, root, toolEnv } from './lib/toolchain.mjs';

const help = `npm run bench [-- http|drain|generation|steps|clips|loop|web|memory|desk] [ARGUMENTS]
  http        the service beside bare Express + mysql2, on a MySQL server, or any server with --target URL (--help of its own)
  drain       lessons a minute from the inbox to published sets with 1, 2, 4, 8 workers (--help of its own)
  generation  seconds and memory for 1k, 10k and 100k words
  steps       what each step of making a lesson's exercises takes
  clips       40 clips out of a recording of two hours: time, memory, bytes read
  loop        how long the web process keeps others waiting while it takes in large lessons
  web         the app in Chromium on a slow phone: first and second visit, answers, bytes, no network [--rounds N]
  memory      what practice is worth by what is practised next, and what memories cost [--learners N] [--minutes N]
              [--retention 0.9] [--published, without fitted parameters]
  desk        how smooth the teacher's desk is in Chromium on a slow machine (--help of its own)`;
const benches = {
  http: ['packages/api/bench/main.mjs'],
  drain: ['packages/processor/bench/drain.bench.mjs'],
  generation: ['packages/processor/bench/generation.bench.mjs'],
  steps: ['packages/processor/bench/steps.bench.mjs'],
  clips: ['packages/processor/bench/clips.bench.mjs'],
  loop: ['packages/api/bench/loop.mjs'],
  web: ['packages/web/bench/app.bench.mjs'],
  memory: ['packages/shared/bench/memory.bench.mjs', 'packages/api/bench/memory-cost.mjs'],
  desk: ['packages/web/bench/desk.mjs'],
};

const args = process.argv.slice(2);
if (args[0] === '--help') {
  console.log(help);
} else {
  prepare();
  const named = Object.hasOwn(benches, args[0] ?? '') ? args.shift() : null;
  const files = Object.entries(benches).flatMap(([name, own]) => (named === null || name === named ? own : []));
  for (const file of files) {
    const { status } = spawnSync(findNode(), [join(root, file), ...args], {
      cwd: root,
      stdio: 'inherit',
      env: toolEnv(),
    });
    if (status !== 0) process.exitCode = status ?? 1;
  }
}
