import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type IncomingHttpHeaders, request as plainRequest, type Server } from 'node:http';
import { request as tlsRequest } from 'node:https';
import type { Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { freePort } from '../../scripts/lib/supabase-lite.mjs';
import { bareEnv, describeWith, root, runToEnd } from './clean-copy.ts';
import { fieldsOf } from './learners.ts';

interface Answer {
  status: number | undefined;
  headers: IncomingHttpHeaders;
  body: string;
}

interface Echo {
  server: Server;
  /** Listens no more and ends every connection; resolves when nginx has ended them as well. */
  leave(): Promise<void>;
}

/** A web process as nginx sees one: it answers with what reached it. */
async function startEcho(): Promise<Echo> {
  const server = createServer((request, response) => {
    let bytes = 0;
    request.on('data', (chunk: Buffer) => {
      bytes += chunk.length;
    });
    request.on('end', () => response.end(JSON.stringify({ headers: request.headers, bytes, port: portOf(server) })));
  });
  const sockets = new Set<Socket>();
  server.on('connection', (socket) => {
    sockets.add(socket);
    socket.once('close', () => sockets.delete(socket));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const leave = (): Promise<void> =>
    new Promise((resolve) => {
      server.close(() => resolve());
      for (const socket of sockets) socket.end();
    });
  return { server, leave };
}

function portOf(server: Server): number {
  const address = server.address();
  return typeof address === 'object' && address !== null ? address.port : 0;
}

describeWith('nginx')('nginx with deploy/nginx/tulkka.conf', () => {
  const folder = mkdtempSync(join(tmpdir(), 'tulkka-nginx-'));
  const certificate = join(folder, 'fullchain.pem');
  let echoes: Echo[];
  let ports: { http: number; https: number };
  let nginx: ChildProcess;
  let ended: Promise<unknown>;

  const call = (path: string, options: { method?: string; headers?: object; body?: Buffer } = {}): Promise<Answer> =>
    new Promise((resolve, reject) => {
      const { method = 'GET', headers = {}, body } = options;
      const where = { host: '127.0.0.1', port: ports.https, servername: 'lessons.example.org', path, method };
      const ca = readFileSync(certificate);
      const sent = tlsRequest({ ...where, ca, agent: false, headers: { host: 'lessons.example.org', ...headers } });
      sent.on('response', (response) => {
        let text = '';
        response.on('data', (chunk) => (text += String(chunk)));
        response.on('end', () => resolve({ status: response.statusCode, headers: response.headers, body: text }));
      });
      sent.on('error', reject);
      if (headers && 'expect' in headers) sent.on('continue', () => sent.end(body)).flushHeaders();
      else sent.end(body);
    });
  const echoed = async (path: string, options: Parameters<typeof call>[1] = {}): Promise<Record<string, unknown>> =>
    fieldsOf(JSON.parse((await call(path, options)).body));

  beforeAll(async () => {
    const [first, second] = [await startEcho(), await startEcho()];
    echoes = [first, second];
    const key = join(folder, 'privkey.pem');
    const subject = ['-subj', '/CN=lessons.example.org', '-addext', 'subjectAltName=DNS:lessons.example.org'];
    const pair = ['-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:prime256v1', '-keyout', key, '-out', certificate];
    runToEnd('openssl', ['req', '-x509', '-nodes', '-days', '2', ...subject, ...pair], folder);
    // Between the search for a free port and nginx another program may take it.
    for (let tries = 1; !(await startNginx(first, second)); tries++)
      if (tries === 5) throw new Error(`nginx does not start:\n${readFileSync(join(folder, 'error.log'), 'utf8')}`);
  }, 240_000);

  /** Starts nginx on two free ports; false when it ended instead of answering. */
  const startNginx = async (first: Echo, second: Echo): Promise<boolean> => {
    ports = { http: await freePort(), https: await freePort() };
    const ours = readFileSync(join(root, 'deploy', 'nginx', 'tulkka.conf'), 'utf8')
      .replaceAll('/etc/letsencrypt/live/lessons.example.org', folder)
      .replaceAll(/listen 80;/g, `listen 127.0.0.1:${ports.http};`)
      .replaceAll(/listen 443 ssl/g, `listen 127.0.0.1:${ports.https} ssl`)
      .replaceAll(/^ *listen \[::\].*\n/gm, '')
      .replace('127.0.0.1:8001', `127.0.0.1:${portOf(first.server)}`)
      .replace('127.0.0.1:8002', `127.0.0.1:${portOf(second.server)}`);
    const temporary = ['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi'].map(
      (name) => `${name}_temp_path ${folder}/${name};`,
    );
    const user = process.getuid?.() === 0 ? ['user root;'] : [];
    const around = [...user, 'daemon off;', `pid ${folder}/pid;`, `error_log ${folder}/error.log;`, 'events {}'];
    const http = ['http {', 'access_log off;', ...temporary, ours, '}'];
    writeFileSync(join(folder, 'nginx.conf'), [...around, ...http].join('\n'));
    nginx = spawn('nginx', ['-c', join(folder, 'nginx.conf'), '-e', join(folder, 'error.log')], {
      env: bareEnv(),
      stdio: 'ignore',
    });
    ended = new Promise((resolve) => nginx.once('exit', resolve));
    const answers = (): Promise<boolean> =>
      call('/').then(
        () => true,
        () => false,
      );
    while (nginx.exitCode === null) {
      if (await answers()) return true;
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
    return false;
  };

  afterAll(async () => {
    nginx?.kill('SIGQUIT');
    await ended;
    for (const echo of echoes ?? []) {
      echo.server.close();
      echo.server.closeAllConnections();
    }
    rmSync(folder, { recursive: true, force: true });
  });

  test('sends plain HTTP to TLS, keeping the address', async () => {
    const answer = await new Promise<Answer>((resolve, reject) => {
      const sent = plainRequest({
        host: '127.0.0.1',
        port: ports.http,
        path: '/docs?a=1',
        headers: { host: 'lessons.example.org' },
      });
      sent.on('response', (response) => {
        response.resume();
        resolve({ status: response.statusCode, headers: response.headers, body: '' });
      });
      sent.on('error', reject).end();
    });
    expect(answer).toMatchObject({ status: 308, headers: { location: 'https://lessons.example.org/docs?a=1' } });
  });

  test('says where a request came from, and believes nothing that the caller claims about it', async () => {
    const claimed = { 'x-forwarded-for': '6.6.6.6', 'x-forwarded-proto': 'gopher', 'x-forwarded-host': 'evil.example' };
    const { headers } = await echoed('/api/v1/classes', { headers: { ...claimed, authorization: 'Bearer abc' } });
    expect(headers).toMatchObject({
      host: 'lessons.example.org',
      'x-forwarded-for': '127.0.0.1',
      'x-forwarded-proto': 'https',
      'x-forwarded-host': 'lessons.example.org',
      authorization: 'Bearer abc',
    });
    expect((await call('/')).headers['strict-transport-security']).toMatch(/max-age=/);
  });

  test.each([
    ['/api/v1/sessions/start', 9, 413],
    ['/api/v1/process', 9, 200],
    ['/api/v1/process/batch', 40, 200],
    ['/api/v1/process/batch', 42, 413],
    ['/api/v1/lessons', 45, 200],
    ['/api/v1/uploads/of-mine/parts/1', 8, 200],
    ['/api/v1/uploads/of-mine/parts/1', 10, 413],
  ])(
    '%s with %i MB is answered with %i',
    async (path, megabytes, status) => {
      const body = Buffer.alloc(megabytes * 1024 * 1024);
      // Sent when nginx asks for it: a body that comes on after its refusal is answered by a reset connection.
      const headers = { 'content-length': body.length, expect: '100-continue' };
      const answer = await call(path, { method: 'POST', body, headers });
      expect(answer.status).toBe(status);
      if (status === 200) expect(fieldsOf(JSON.parse(answer.body)).bytes).toBe(body.length);
    },
    180_000,
  );

  test('keeps measurements to the private network', async () => {
    expect((await call('/metrics')).status).toBe(404);
  });

  test('takes turns, and answers every request while one web process is away', async () => {
    const post = { method: 'POST', body: Buffer.from('{}') };
    const both = await Promise.all(Array.from({ length: 8 }, () => echoed('/api/v1/sessions/start', post)));
    expect(new Set(both.map(({ port }) => port)).size).toBe(2);
    await echoes[0]?.leave();
    const rest = await Promise.all(Array.from({ length: 20 }, () => call('/api/v1/sessions/start', post)));
    expect(rest.map(({ status }) => status)).toEqual(rest.map(() => 200));
  });
});
