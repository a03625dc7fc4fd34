// What is wrong with the settings, told by the very code that will read them, before anything is installed or built.
import { spawnSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import { findNode, root, toolEnv } from './toolchain.mjs';

const command = join(root, 'packages', 'shared', 'src', 'commands', 'check-settings.ts');

/** The problems of an environment as sentences, or null when there are none. @param {Record<string, string>} env */
export function findSettingsProblem(env) {
  const args = ['--experimental-strip-types', '--no-warnings', command];
  const result = spawnSync(findNode(), args, {
    cwd: root,
    env: toolEnv(findNode(), { ...broughtAlong(env), ...env }),
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  // Any other end is not about the settings; the processes read them again when they start.
  return result.status === 1 ? String(result.stderr).trim() : null;
}

/** Stands in for what `npm start` will set by itself on a laptop, so that its absence is no problem. */
function broughtAlong(env) {
  if (env.SUPABASE_URL || env.NODE_ENV === 'production') return {};
  const signIn = env.JWT_SECRET || env.JWT_JWKS_URL ? {} : { JWT_SECRET: randomBytes(32).toString('hex') };
  return { SUPABASE_URL: 'http://127.0.0.1', SUPABASE_KEY: 'embedded', ...signIn };
}
