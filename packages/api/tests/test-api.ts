import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Env, loadSettings } from '@tulkka/shared/config';
import { AppError } from '@tulkka/shared/errors';
import supertest from 'supertest';
import type TestAgent from 'supertest/lib/agent.js';
import type { TestDatabase } from '../../../tests/harness/test-databases.ts';
import type { Role } from '../src/access/caller.ts';
import { createApp } from '../src/app.ts';
import { type ApiContext, createApiContext } from '../src/context.ts';
import { errorsOf, type Route } from '../src/http/route.ts';
import { routes as allRoutes } from '../src/routes/index.ts';

/** The whole web application on a test's database, without a port of its own. */
export interface TestApi {
  /** Calls as nobody in particular. */
  agent: TestAgent;
  /** Calls as this user, in trusted mode. */
  as(userId: string, role?: Role): TestAgent;
  context: ApiContext;
  close(): Promise<void>;
}

export interface TestApiOptions {
  /** Environment variables beyond the harness's own. */
  env?: Env;
  overrides?: Partial<ApiContext>;
  routes?: readonly Route[];
}

/** Boots the application. Every answer of every route is checked against the schema that its document promises. */
export async function createTestApi(database: TestDatabase, options: TestApiOptions = {}): Promise<TestApi> {
  const dataDir = mkdtempSync(join(tmpdir(), 'tulkka-api-'));
  const settings = loadSettings({
    NODE_ENV: 'test',
    LOG_LEVEL: 'error',
    RATE_LIMIT_ENABLED: 'false',
    DATA_DIR: dataDir,
    ...options.env,
  });
  const context = await createApiContext(settings, { db: database.db, ...options.overrides });
  const app = createApp(context, (options.routes ?? allRoutes).map(checked));
  return {
    agent: supertest.agent(app),
    as: (userId, role = 'student') => supertest.agent(app).set('X-User-Id', userId).set('X-User-Role', role),
    context,
    close: async () => {
      await context.disposers.dispose((_name, error) => {
        throw error;
      });
      await context.log.close();
      rmSync(dataDir, { recursive: true, force: true });
    },
  };
}

/** Gives an application a port, for what speaks HTTP by itself: a browser, a shell. */
export async function listen({ context }: TestApi): Promise<{ url: string; close(): Promise<void> }> {
  const server = createServer(createApp(context, allRoutes));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}`,
    close: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

/** A route that answers 500 and logs why when its handler breaks its own promise: body, status or error code. */
function checked(route: Route): Route {
  return {
    ...route,
    prepare: (raw) => {
      const prepared = route.prepare(raw);
      return {
        ...prepared,
        run: async (parts) => {
          const answer = await prepared.run(parts).catch((error: unknown) => {
            if (!(error instanceof AppError) || errorsOf(route).includes(error.code)) throw error;
            throw new Error(`${route.operationId} does not document ${error.code}`, { cause: error });
          });
          const status = answer.status ?? route.response.status;
          const promised = [route.response, ...(route.otherResponses ?? [])].find((other) => other.status === status);
          if (!promised) throw new Error(`${route.operationId} does not document the status ${status}`);
          if (answer.file || answer.events || (promised.contentType ?? 'application/json') !== 'application/json')
            return answer;
          const json = answer.written ? Buffer.from(answer.written).toString() : JSON.stringify(answer.body);
          const sent: unknown = json === undefined ? undefined : JSON.parse(json);
          promised.schema.parse(sent);
          return answer;
        },
      };
    },
  };
}
