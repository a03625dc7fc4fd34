import { type ChildProcess, execFileSync, spawn, spawnSync } from 'node:child_process';
import { chmodSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { freePort } from '../../scripts/lib/supabase-lite.mjs';

/** Whether this machine has a program. */
export const has = (program: string): boolean => spawnSync(program, ['--version']).error === undefined;

/** A certificate and its key, as files. */
export interface OwnCertificate {
  cert: string;
  key: string;
}

/** A certificate that nobody signed, for 127.0.0.1. */
export function signOwn(folder: string): OwnCertificate {
  const [cert, key] = [join(folder, 'cert.pem'), join(folder, 'key.pem')];
  const made = ['req', '-x509', '-newkey', 'rsa:2048', '-nodes', '-days', '2', '-keyout', key, '-out', cert];
  const subject = ['-subj', '/CN=127.0.0.1', '-addext', 'subjectAltName=IP:127.0.0.1'];
  execFileSync('openssl', [...made, ...subject], { stdio: 'ignore' });
  chmodSync(key, 0o644);
  return { cert, key };
}

/** Starts a MariaDB of its own that shows that certificate, with root and no password; it answers a moment later. */
export async function spawnMariadb(
  folder: string,
  { cert, key }: OwnCertificate,
): Promise<{ child: ChildProcess; port: number }> {
  const data = join(folder, 'mariadb');
  const user = process.getuid?.() === 0 ? 'mysql' : (process.env.USER ?? 'mysql');
  mkdirSync(data);
  if (user === 'mysql') execFileSync('chown', ['mysql', data]);
  const common = ['--no-defaults', `--user=${user}`, `--datadir=${data}`];
  execFileSync('mariadb-install-db', [...common, '--auth-root-authentication-method=normal', '--skip-test-db'], {
    stdio: 'ignore',
  });
  const port = await freePort();
  const place = [`--port=${port}`, '--bind-address=127.0.0.1', `--socket=${data}/socket`, `--pid-file=${data}/pid`];
  return {
    child: spawn('mariadbd', [...common, ...place, `--ssl-cert=${cert}`, `--ssl-key=${key}`], { stdio: 'ignore' }),
    port,
  };
}
