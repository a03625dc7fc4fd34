import { createServer, request as httpRequest, type IncomingMessage, type ServerResponse } from 'node:http';

/** A platform's router: one address in front of several web processes. */
export interface Router {
  url: string;
  /** Sends new requests to these ports, each in its turn; requests under way stay where they are. */
  route(ports: readonly number[]): void;
  close(): Promise<void>;
}

/** Starts a round-robin router that adds the headers a platform's router adds, and retries nothing. */
export async function startRouter(): Promise<Router> {
  let ports: readonly number[] = [];
  let turn = 0;
  const server = createServer((request, response) => forward(request, response, ports[turn++ % ports.length] ?? 0));
  server.keepAliveTimeout = 0;
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  const port = typeof address === 'object' && address !== null ? address.port : 0;
  return {
    url: `http://127.0.0.1:${port}`,
    route: (next) => {
      ports = next;
    },
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

function forward(request: IncomingMessage, response: ServerResponse, port: number): void {
  const headers = {
    ...request.headers,
    'x-forwarded-for': request.socket.remoteAddress ?? '',
    'x-forwarded-proto': 'https',
    'x-forwarded-port': '443',
  };
  const { method, url: path } = request;
  const upstream = httpRequest({ host: '127.0.0.1', port, method, path, headers, agent: false }, (answer) => {
    response.writeHead(answer.statusCode ?? 502, answer.headers);
    answer.pipe(response);
  });
  upstream.on('error', (error) => response.destroyed || response.writeHead(503).end(`router: ${error.message}`));
  request.pipe(upstream);
}
