import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Readable, Writable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { GamesDatabase } from '../config/index.ts';
import { DependencyUnavailableError } from '../errors/index.ts';

type Mysql = Extract<GamesDatabase, { kind: 'mysql' }>;

/** MariaDB's names first: Debian has both, of which one is a link to the other. */
const dumpPrograms = ['mariadb-dump', 'mysqldump'] as const;
const clientPrograms = ['mariadb', 'mysql'] as const;

/** As much of a program's complaint as a person reads. */
const longestComplaint = 2000;

/** Writes the whole database as SQL, as it is at one moment, without keeping anybody from their work. */
export async function dumpMysql(games: Mysql, password: string, target: Writable): Promise<void> {
  await withProgram(dumpPrograms, games, password, async (program, login, maker) => {
    const own = maker === 'mysql' ? ['--set-gtid-purged=OFF', '--column-statistics=0'] : [];
    const consistent = ['--single-transaction', '--quick', '--skip-lock-tables', '--no-tablespaces', '--hex-blob'];
    const args = [...login, ...consistent, ...own, '--default-character-set=utf8mb4', games.database];
    const child = spawn(program, args, { stdio: ['ignore', 'pipe', 'pipe'] });
    await Promise.all([ended(child, program), pipeline(child.stdout, target)]);
  });
}

/** Runs a dump against the database; its tables are replaced. */
export async function loadMysql(games: Mysql, password: string, source: Readable): Promise<void> {
  await withProgram(clientPrograms, games, password, async (program, login) => {
    const args = [...login, '--default-character-set=utf8mb4', games.database];
    const child = spawn(program, args, { stdio: ['pipe', 'ignore', 'pipe'] });
    // A client that ends early breaks the pipe: what it says about it is the better reason.
    const written = pipeline(source, child.stdin).catch((error: unknown) => error);
    await ended(child, program);
    const error = await written;
    if (error !== undefined) throw error;
  });
}

/** Finds the program, and hands it the password in a file that is gone afterwards: a command line is seen by everybody. */
async function withProgram(
  names: readonly string[],
  games: Mysql,
  password: string,
  work: (program: string, login: string[], maker: 'mariadb' | 'mysql') => Promise<void>,
): Promise<void> {
  const { program, maker } = await findProgram(names);
  const folder = await mkdtemp(join(tmpdir(), 'tulkka-login-'));
  const file = join(folder, 'login.cnf');
  const quoted = password.replace(/["\\]/g, '\\$&');
  try {
    await writeFile(file, `[client]\nuser="${games.user}"\npassword="${quoted}"\n`, { mode: 0o600 });
    const ca = join(folder, 'ca.pem');
    if (games.tlsCa !== null) await writeFile(ca, games.tlsCa);
    const login = [`--defaults-extra-file=${file}`, `--host=${games.host}`, `--port=${games.port}`, '--protocol=tcp'];
    await work(program, [...login, ...tlsArguments(games, ca, maker)], maker);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

function tlsArguments({ tls, tlsCa }: Mysql, caFile: string, maker: 'mariadb' | 'mysql'): string[] {
  const ca = tls === 'off' || tlsCa === null ? [] : [`--ssl-ca=${caFile}`];
  if (maker === 'mysql') {
    const mode = { off: 'PREFERRED', verified: 'VERIFY_IDENTITY', unverified: 'REQUIRED' }[tls];
    return [`--ssl-mode=${mode}`, ...ca];
  }
  if (tls === 'off') return [];
  return ['--ssl', tls === 'verified' ? '--ssl-verify-server-cert' : '--skip-ssl-verify-server-cert', ...ca];
}

async function findProgram(names: readonly string[]): Promise<{ program: string; maker: 'mariadb' | 'mysql' }> {
  for (const program of names) {
    const said = await versionOf(program);
    if (said !== undefined) return { program, maker: /mariadb/i.test(said) ? 'mariadb' : 'mysql' };
  }
  const remedy = 'install the database’s client programs (Debian and Ubuntu: apt install mariadb-client)';
  throw new DependencyUnavailableError(`Neither ${names.join(' nor ')} is on this machine: ${remedy}.`, {
    retryable: false,
  });
}

async function versionOf(program: string): Promise<string | undefined> {
  const child = spawn(program, ['--version'], { stdio: ['ignore', 'pipe', 'ignore'] });
  const text: string[] = [];
  child.stdout.on('data', (chunk: Buffer) => text.push(chunk.toString()));
  try {
    await once(child, 'close');
    return text.join('');
  } catch {
    return undefined;
  }
}

async function ended(child: ChildProcess, program: string): Promise<void> {
  let complaint = '';
  child.stderr?.on('data', (chunk: Buffer) => {
    complaint = `${complaint}${chunk}`.slice(-longestComplaint);
  });
  const [code, signal] = await once(child, 'close');
  if (code === 0) return;
  throw new DependencyUnavailableError(`${program} failed (${signal ?? code}): ${complaint.trim()}`, {
    retryable: false,
  });
}
