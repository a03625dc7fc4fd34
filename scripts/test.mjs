#!/usr/bin/env node
// npm test: sets up, looks which servers this machine has, runs every test, and says what was not covered.
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { findMysql, findPostgres, findRedis } from './lib/find-servers.mjs';
import { prepare } from './lib/prepare.mjs';
import { findNode, root, toolEnv } from './lib/toolchain.mjs';

const help = `npm test [-- JEST_ARGUMENTS]
  Runs every test. A MySQL or MariaDB server is looked for at TEST_MYSQL_HOST:TEST_MYSQL_PORT (127.0.0.1:3306, TEST_MYSQL_USER root,
  TEST_MYSQL_PASSWORD empty), PostgreSQL at TEST_POSTGRES_URL, Redis at TEST_REDIS_URL. What is missing is not tested, loudly;
  REQUIRE_MYSQL=1 makes a missing MySQL a failure.`;

async function main() {
  prepare();
  const servers = {
    'MySQL / MariaDB': await findMysql(process.env),
    PostgreSQL: await findPostgres(process.env),
    Redis: await findRedis(process.env),
  };
  const env = Object.assign({}, ...Object.values(servers).map((server) => server?.env ?? {}));
  for (const [name, server] of Object.entries(servers))
    console.log(`${name}: ${server ? server.version : 'not found'}`);
  if (servers['MySQL / MariaDB'] === null && process.env.REQUIRE_MYSQL === '1') {
    console.error(
      'REQUIRE_MYSQL=1, but no MySQL server answers. Start one, or set TEST_MYSQL_HOST, TEST_MYSQL_USER and TEST_MYSQL_PASSWORD.',
    );
    return 1;
  }
  const folder = mkdtempSync(join(tmpdir(), 'tulkka-jest-'));
  const report = join(folder, 'report.json');
  const jest = [
    join(root, 'node_modules', 'jest', 'bin', 'jest.js'),
    '--json',
    `--outputFile=${report}`,
    ...process.argv.slice(2),
  ];
  const flags = ['--experimental-vm-modules', '--disable-warning=ExperimentalWarning'];
  const run = spawnSync(findNode(), [...flags, ...jest], {
    cwd: root,
    // The report goes to its file; standard output would repeat it.
    stdio: ['ignore', 'ignore', 'inherit'],
    env: toolEnv(findNode(), { ...env, NODE_ENV: 'test', TEST_RUN_FOLDER: folder }),
  });
  return summarise(report, run.status ?? 1, servers, folder);
}

function summarise(report, status, servers, folder) {
  if (!existsSync(report)) {
    console.log('Jest wrote no report: what failed stands above.');
    console.log('0 passed, 1 failed');
    return 1;
  }
  const { numPassedTests, numFailedTests, numFailedTestSuites, numRuntimeErrorTestSuites, testResults } = JSON.parse(
    readFileSync(report, 'utf8'),
  );
  rmSync(folder, { recursive: true, force: true });
  for (const suite of testResults.filter((result) => result.status === 'failed'))
    console.log(`failed: ${suite.name.replace(`${root}/`, '')}`);
  const missing = Object.entries(servers).filter(([, server]) => server === null);
  for (const [name] of missing) console.log(`NOT COVERED on this machine: ${name} (no server found)`);
  const broken = numRuntimeErrorTestSuites;
  console.log(`${numPassedTests} passed, ${numFailedTests + broken} failed`);
  return status !== 0 || numFailedTestSuites > 0 || numPassedTests === 0 ? 1 : 0;
}

if (process.argv.includes('--help')) console.log(help);
else process.exitCode = await main();
