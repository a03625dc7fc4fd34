// A stack of its own for a command that looks at the app: npm start on free ports and an empty folder, which go with it.
import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium } from 'playwright-core';
import { freePort } from './supabase-lite.mjs';
import { findNode, root, toolEnv } from './toolchain.mjs';

const executablePath = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'].find(existsSync);

/** Whether there is a browser here; says what to do where there is none. */
export function hasBrowser() {
  if (executablePath) return true;
  console.error('No Chromium was found. On Debian: apt-get install chromium');
  return false;
}

/** Starts a stack and a browser, has `work` use both, and ends them. */
export async function withStackAndBrowser(work) {
  const folder = mkdtempSync(join(tmpdir(), 'tulkka-stack-'));
  const stack = await startStack(folder);
  const browser = await chromium.launch({
    executablePath,
    args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking'],
  });
  try {
    await work(browser, stack.url);
  } finally {
    await browser.close();
    await stack.stop();
    rmSync(folder, { recursive: true, force: true });
  }
}

async function startStack(folder) {
  const port = await freePort();
  const child = spawn(findNode(), [join(root, 'scripts', 'start.mjs')], {
    cwd: root,
    env: toolEnv(findNode(), {
      DATA_DIR: join(folder, 'data'),
      INBOX_DIR: join(folder, 'inbox'),
      PORT: String(port),
      SUPABASE_LITE_PORT: String(await freePort()),
      RATE_LIMIT_ENABLED: 'false',
    }),
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  await new Promise((resolve, reject) => {
    let output = '';
    child.stdout.on('data', (chunk) => {
      output += String(chunk);
      if (output.includes('Ctrl-C ends everything.')) resolve();
    });
    child.once('exit', (code) => reject(new Error(`npm start ended with ${code}:\n${output}`)));
  });
  child.removeAllListeners('exit');
  const ended = new Promise((resolve) => child.once('exit', resolve));
  const stop = () => {
    child.kill('SIGTERM');
    return ended;
  };
  return { url: `http://127.0.0.1:${port}`, stop };
}

/** Signs in by the button of a sample person: they stand in the order teacher, student, coordinator in every language. */
export async function signInAt(page, url, place) {
  await page.goto(url);
  await page.locator('section').first().getByRole('button').nth(place).click();
  await page.locator('nav').waitFor();
}
