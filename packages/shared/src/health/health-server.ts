import { createServer } from 'node:http';
import type { Registry } from 'prom-client';
import { AppError } from '../errors/index.ts';

/** A server that is listening, and its end. */
export interface HealthServer {
  port: number;
  close(): Promise<void>;
}

/**
 * Answers GET /health and GET /metrics of a process that serves nothing else.
 * @param check what the process sees; `degraded` when something it needs is away
 */
export async function startHealthServer(
  port: number,
  registry: Registry,
  check: () => Promise<{ status: 'healthy' | 'degraded'; [part: string]: unknown }>,
): Promise<HealthServer> {
  const server = createServer((request, response) => {
    const send = (status: number, type: string, body: string) =>
      response.writeHead(status, { 'content-type': type }).end(body);
    const answer = async (): Promise<unknown> => {
      if (request.method === 'GET' && request.url === '/health') {
        return send(
          200,
          'application/json',
          JSON.stringify({ ...(await check()), timestamp: new Date().toISOString() }),
        );
      }
      if (request.method === 'GET' && request.url === '/metrics')
        return send(200, registry.contentType, await registry.metrics());
      return send(
        404,
        'application/problem+json',
        JSON.stringify({ title: 'Not found', status: 404, detail: 'There are /health and /metrics.' }),
      );
    };
    answer().catch(() =>
      send(500, 'application/problem+json', JSON.stringify({ title: 'Internal error', status: 500 })),
    );
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) => {
      const taken = error.code === 'EADDRINUSE';
      reject(
        taken
          ? new AppError('conflict', `Port ${port} is taken: set HEALTH_PORT to another one, or end its user.`)
          : error,
      );
    });
    server.listen(port, resolve);
  });
  const address = server.address();
  return {
    port: typeof address === 'object' && address !== null ? address.port : port,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
