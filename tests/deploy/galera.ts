import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import mysql from 'mysql2/promise';
import { freePort } from '../../scripts/lib/supabase-lite.mjs';
import { bareEnv, runToEnd } from './clean-copy.ts';
import { until } from './formation.ts';

/** Where Debian's galera-4 package puts the library that MariaDB loads. */
const library = '/usr/lib/galera/libgalera_smm.so';

/** Whether this machine can run a cluster. */
export const hasGalera = (): boolean => existsSync(library);

/** One node of a cluster. */
export interface GaleraNode {
  port: number;
  /** Ends it without warning. */
  kill(): Promise<void>;
  stop(): Promise<void>;
  query(sql: string): Promise<unknown>;
}

/** Starts a cluster of three on loopback, below a folder that every user of this machine may enter. */
export async function startGalera(folder: string): Promise<GaleraNode[]> {
  const groupPorts = [await freePort(), await freePort(), await freePort()];
  const addresses = groupPorts.map((port) => `127.0.0.1:${port}`).join(',');
  const nodes: GaleraNode[] = [];
  for (const [n, groupPort] of groupPorts.entries()) {
    const first = n === 0;
    const joins = first
      ? ['--wsrep-new-cluster', '--wsrep-cluster-address=gcomm://']
      : [`--wsrep-cluster-address=gcomm://${addresses}`];
    nodes.push(await startNode(join(folder, `node${n + 1}`), groupPort, joins));
    if (first) await nodes[0]?.query("create user haproxy@'%'");
  }
  return nodes;
}

async function startNode(folder: string, groupPort: number, joins: readonly string[]): Promise<GaleraNode> {
  const port = await freePort();
  // As root, MariaDB and the rsync that brings a new node its data change to a user without rights.
  const user = process.getuid?.() === 0 ? 'mysql' : (process.env.USER ?? 'mysql');
  mkdirSync(folder);
  if (user === 'mysql') runToEnd('chown', ['mysql', folder], '/');
  const common = ['--no-defaults', `--user=${user}`, `--datadir=${folder}`];
  runToEnd('mariadb-install-db', [...common, '--auth-root-authentication-method=normal', '--skip-test-db'], '/');
  const options = `gmcast.listen_addr=tcp://127.0.0.1:${groupPort};ist.recv_addr=127.0.0.1:${await freePort()};evs.keepalive_period=PT0.5S;evs.suspect_timeout=PT2S;evs.inactive_timeout=PT4S;gcache.size=32M`;
  const args = [
    ...common,
    `--port=${port}`,
    '--bind-address=127.0.0.1',
    `--socket=${folder}/socket`,
    `--pid-file=${folder}/pid`,
    '--innodb-buffer-pool-size=32M',
    '--innodb-flush-log-at-trx-commit=0',
    '--innodb-autoinc-lock-mode=2',
    '--binlog-format=ROW',
    '--wsrep-on=ON',
    `--wsrep-provider=${library}`,
    `--wsrep-provider-options=${options}`,
    '--wsrep-cluster-name=tulkka-test',
    '--wsrep-node-address=127.0.0.1',
    `--wsrep-sst-receive-address=127.0.0.1:${await freePort()}`,
    '--wsrep-sync-wait=7',
    ...joins,
  ];
  const child = spawn('mariadbd', args, { env: bareEnv(), stdio: ['ignore', 'ignore', 'pipe'] });
  let log = '';
  child.stderr.on('data', (chunk) => {
    log += String(chunk);
  });
  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  const query = async (sql: string): Promise<unknown> => {
    const connection = await mysql.createConnection({ host: '127.0.0.1', port, user: 'root', connectTimeout: 2000 });
    try {
      return (await connection.query(sql))[0];
    } finally {
      await connection.end();
    }
  };
  const synced = (): Promise<boolean> =>
    query("show status like 'wsrep_local_state_comment'").then(
      (rows) => JSON.stringify(rows).includes('Synced'),
      () => false,
    );
  await until(`the node on port ${port} is in sync`, synced, 60_000).catch((error: Error) => {
    child.kill('SIGKILL');
    throw new Error(`${error.message}\n${log.split('\n').slice(-15).join('\n')}`);
  });
  return { port, query, kill: () => end(child, 'SIGKILL', ended), stop: () => end(child, 'SIGTERM', ended) };
}

async function end(child: ChildProcess, signal: NodeJS.Signals, ended: Promise<void>): Promise<void> {
  if (child.exitCode === null && child.signalCode === null) child.kill(signal);
  await ended;
}
