// pnpm run build, after `tsc -b`: types from the OpenAPI document, type check, bundle, compressed copies, budgets.
import { spawnSync } from 'node:child_process';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { checkBudgets } from './check-budgets.mjs';
import { compressFiles } from './compress-files.mjs';

const web = join(dirname(fileURLToPath(import.meta.url)), '..');
const dist = join(web, 'dist');

function step(name, args, env = {}) {
  const { status, stdout, stderr, error } = spawnSync(process.execPath, args, {
    cwd: web,
    encoding: 'utf8',
    maxBuffer: 64_000_000,
    env: { ...process.env, NODE_NO_WARNINGS: '1', ...env },
  });
  if (status === 0) return;
  process.stderr.write(`${stdout ?? ''}${stderr ?? ''}${error?.message ?? ''}\n`);
  throw new Error(`The app could not be built: ${name} failed; the lines above say why.`);
}

try {
  step('writing the types of the API', [join(web, 'build', 'write-schema.mjs')]);
  step('the type check', [join(web, '..', '..', 'node_modules', 'typescript', 'bin', 'tsc'), '-p', web]);
  step('the bundle', [join(web, 'node_modules', 'vite', 'bin', 'vite.js'), 'build', '--logLevel', 'warn'], {
    NODE_ENV: 'production',
  });
  compressFiles(dist);
  const { lines, broken } = checkBudgets(dist);
  process.stderr.write(`${lines.join('\n')}\n`);
  if (broken.length > 0) throw new Error(`Over the budget of docs/web.md: ${broken.join(', ')}.`);
} catch (error) {
  process.stderr.write(`${error.message}\n`);
  process.exitCode = 1;
}
