import { createHash } from 'node:crypto';
import type { Logger } from '@tulkka/shared/logging';
import type { Store } from 'express-rate-limit';
import { type RedisReply, RedisStore } from 'rate-limit-redis';
import { createClient } from 'redis';

/** A request does not wait longer than this for its counter. */
const patienceMs = 500;
const longestPauseMs = 10_000;

/** Counters that several web processes share. */
export interface SharedCounters {
  /** Whether Redis answers: while it is away nothing is counted. */
  isReady(): boolean;
  createStore(name: string): Store;
  close(): Promise<void>;
}

/** Where Redis is, and whether the certificate of a rediss:// server is looked at. */
export interface RedisAddress {
  url: string;
  verified: boolean;
}

/** Connects to Redis, and keeps trying in the background: neither a start nor a request depends on it. */
export async function connectCounters({ url, verified }: RedisAddress, log: Logger): Promise<SharedCounters> {
  const socket = {
    connectTimeout: 5000,
    reconnectStrategy: (tries: number) => Math.min(100 * 2 ** tries, longestPauseMs),
  };
  const client = createClient({
    url,
    disableOfflineQueue: true,
    commandOptions: { timeout: patienceMs },
    socket: url.startsWith('rediss:') ? { ...socket, tls: true, rejectUnauthorized: verified } : socket,
  });
  let away = false;
  client.on('error', (error: unknown) => {
    if (!away) log.warn('Redis is away: rate limits are not counted until it is back', { error });
    away = true;
  });
  client.on('ready', () => {
    if (away) log.info('Redis is back');
    away = false;
  });
  const connected = client.connect().then(
    () => undefined,
    () => undefined,
  );
  await Promise.race([connected, new Promise((resolve) => setTimeout(resolve, patienceMs).unref())]);
  const send = async (...args: string[]): Promise<RedisReply> => {
    try {
      return await client.sendCommand<RedisReply>(args);
    } catch (error) {
      // A script is known by its hash, so the store need not fail for good when Redis is away as it loads its scripts:
      // the first count after Redis is back finds no script and loads it then.
      if (args[0] === 'SCRIPT' && args[1] === 'LOAD')
        return createHash('sha1')
          .update(args[2] ?? '')
          .digest('hex');
      throw error;
    }
  };
  return {
    isReady: () => client.isReady,
    createStore: (name) => new RedisStore({ sendCommand: send, prefix: `tulkka:limit:${name}:` }),
    close: async () => client.destroy(),
  };
}
