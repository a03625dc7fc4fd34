import { createServer, type Server } from 'node:http';
import { type Settings, warningsOf } from '@tulkka/shared/config';
import { AppError } from '@tulkka/shared/errors';
import { type ManagedProcess, wait } from '@tulkka/shared/lifecycle';
import { createApp } from './app.ts';
import { type ApiContext, createApiContext } from './context.ts';
import { routes } from './routes/index.ts';

/** Longer than a load balancer keeps its connections (Heroku: 90 s), so that it never writes into one we just closed. */
const keepAliveMs = 95_000;

const housekeepingMs = 600_000;
/** Old idempotency keys forgotten at a time: each process does so, so a busy service has many hands. */
const keysAtATime = 5000;

/** The web process, ready to start. */
export async function createWebProcess(settings: Settings, overrides?: Partial<ApiContext>): Promise<ManagedProcess> {
  const context = await createApiContext(settings, overrides);
  const { config, log } = context;
  const server = createServer(createApp(context, routes));
  server.keepAliveTimeout = keepAliveMs;
  server.headersTimeout = keepAliveMs + 1000;
  let stopping: Promise<void> | null = null;
  const housekeeping = setInterval(() => void forgetOldKeys(context), housekeepingMs);
  context.disposers.add('housekeeping', housekeeping, clearInterval);
  return {
    name: 'web',
    log,
    start: async () => {
      for (const warning of warningsOf(config)) log.warn(warning);
      await listen(server, config.port);
      const address = server.address();
      log.info('listening', { port: typeof address === 'object' ? address?.port : config.port });
    },
    stop: () => {
      stopping ??= stop(server, context);
      return stopping;
    },
  };
}

async function forgetOldKeys({ idempotencyKeys, log }: ApiContext): Promise<void> {
  try {
    await idempotencyKeys.deleteExpired(keysAtATime);
  } catch (error) {
    log.warn('old idempotency keys could not be forgotten', { error });
  }
}

function listen(server: Server, port: number): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) => {
      const taken = error.code === 'EADDRINUSE';
      reject(
        taken ? new AppError('conflict', `Port ${port} is taken: set PORT to another one, or end its user.`) : error,
      );
    });
    server.listen(port, resolve);
  });
}

/** Takes no new connections, lets the requests under way finish within the deadline, and releases everything. */
async function stop(server: Server, context: ApiContext): Promise<void> {
  context.lifecycle.draining = true;
  // They would last as long as their readers do.
  context.watches.close();
  const closed = new Promise<void>((resolve) => {
    server.close(() => resolve());
  });
  server.closeIdleConnections();
  // A connection kept alive becomes idle only when its last answer is out.
  const sweep = setInterval(() => server.closeIdleConnections(), 100);
  const cutOff = new AbortController();
  await Promise.race([closed, wait(context.config.jobs.drainSeconds * 1000, cutOff.signal)]);
  cutOff.abort();
  clearInterval(sweep);
  server.closeAllConnections();
  await context.disposers.dispose((name, error) => context.log.warn('could not release', { name, error }));
}
