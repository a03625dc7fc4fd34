import { once } from 'node:events';
import { connect as connectTcp, isIP } from 'node:net';
import { connect as connectTls } from 'node:tls';
import type { Settings } from '../../config/index.ts';
import { type Check, type Finding, failed, ok, skipped } from './check.ts';

const answerMs = 5000;

/** Redis, where the web processes share their counters. */
export function redisCheck({ config, secrets }: Settings): Check {
  return { name: 'Redis', look: () => checkRedis(secrets.redisUrl, config.http.redisVerified) };
}

async function checkRedis(address: string | null, verified: boolean): Promise<Finding> {
  if (address === null) return skipped('not configured: each web process counts calls for itself');
  if (!URL.canParse(address))
    return failed('REDIS_URL is not an address', 'write it as redis://user:password@host:6379');
  const url = new URL(address);
  const said = await ping(url, verified).catch((error: unknown) =>
    error instanceof Error ? error.message : String(error),
  );
  if (said.includes('+PONG')) return ok(`answers at ${url.hostname}`);
  const trust = /certificate/i.test(said) ? '; REDIS_TLS=unverified encrypts without checking who answers' : '';
  return failed(said.trim() || 'no answer', `check REDIS_URL and the server${trust}`);
}

/** Says PING, after AUTH where the address holds a password, and returns what is answered. */
async function ping(url: URL, verified: boolean): Promise<string> {
  const at = { host: url.hostname, port: Number(url.port || 6379) };
  // A name is asked for by name; an address has none.
  const named = isIP(url.hostname) === 0 ? { servername: url.hostname } : {};
  const socket =
    url.protocol === 'rediss:' ? connectTls({ ...at, ...named, rejectUnauthorized: verified }) : connectTcp(at);
  socket.setTimeout(answerMs, () => socket.destroy(new Error('no answer in time')));
  try {
    await once(socket, url.protocol === 'rediss:' ? 'secureConnect' : 'connect');
    const password = decodeURIComponent(url.password);
    const name = decodeURIComponent(url.username);
    if (password !== '') socket.write(command(['AUTH', ...(name === '' ? [] : [name]), password]));
    socket.write(command(['PING']));
    let said = '';
    for await (const chunk of socket) {
      said += String(chunk);
      if (said.includes('+PONG') || said.includes('-')) break;
    }
    return said;
  } finally {
    socket.destroy();
  }
}

const command = (words: readonly string[]): string =>
  `*${words.length}\r\n${words.map((word) => `$${Buffer.byteLength(word)}\r\n${word}\r\n`).join('')}`;
