#!/usr/bin/env node
// npm run setup: toolchain, install, build. Idempotent, and quick when nothing changed.
import { prepare } from './lib/prepare.mjs';
import { tell } from './lib/start-error.mjs';

if (process.argv.includes('--help')) {
  console.log(
    'npm run setup\n  Fetches Node 24 and pnpm when this machine lacks them, installs the dependencies and builds the packages.',
  );
} else {
  await tell(prepare);
}
