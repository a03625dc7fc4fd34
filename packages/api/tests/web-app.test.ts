import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { brotliCompressSync } from 'node:zlib';
import express, { type Express } from 'express';
import request from 'supertest';
import { createTestDatabase } from '../../../tests/harness/test-databases.ts';
import { routes } from '../src/routes/index.ts';
import { serveWeb } from '../src/web/serve-web.ts';
import { createTestApi } from './test-api.ts';

const browser = 'text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8';
const script = `console.log(${JSON.stringify('x'.repeat(2000))});`;

describe('the app for browsers', () => {
  const folder = mkdtempSync(join(tmpdir(), 'tulkka-web-'));
  const serverOf = (webApp: boolean, from = folder): Express => {
    const app = express();
    for (const handler of serveWeb({ webApp, signIn: null }, routes, from)) app.use(handler);
    app.use((_request, response) => void response.status(404).json({ answeredBy: 'api' }));
    return app;
  };

  beforeAll(() => {
    mkdirSync(join(folder, 'assets'));
    writeFileSync(join(folder, 'index.html'), '<!doctype html><title>App</title>');
    writeFileSync(join(folder, 'sw.js'), script);
    writeFileSync(join(folder, 'assets', 'main-abc.js'), script);
    writeFileSync(join(folder, 'assets', 'main-abc.js.br'), brotliCompressSync(Buffer.from(script)));
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  test('a browser gets the page at every address that is not of the API, everybody else the API', async () => {
    const app = serverOf(true);
    for (const path of ['/', '/lessons', '/play/session/abc', '/join/ABC-DEF']) {
      const page = await request(app).get(path).set('Accept', browser);
      expect([path, page.status, page.text]).toEqual([path, 200, '<!doctype html><title>App</title>']);
      expect(page.headers['cache-control']).toBe('no-cache');
      expect(page.headers.vary).toContain('Accept');
      for (const accept of ['*/*', 'application/json']) {
        expect((await request(app).get(path).set('Accept', accept)).body).toEqual({ answeredBy: 'api' });
      }
    }
    for (const path of ['/api/v1/nothing', '/docs', '/openapi.json', '/health', '/ready', '/metrics']) {
      expect((await request(app).get(path).set('Accept', browser)).body).toEqual({ answeredBy: 'api' });
    }
    expect((await request(app).post('/').set('Accept', browser)).body).toEqual({ answeredBy: 'api' });
  });

  test('its policy lets in scripts and styles of this host alone, and no frame', async () => {
    const { headers } = await request(serverOf(true)).get('/').set('Accept', browser);
    const policy = headers['content-security-policy'] ?? '';
    expect(policy).toContain("script-src 'self';");
    expect(policy).toContain("frame-ancestors 'none'");
    expect(policy).not.toMatch(/unsafe/);
    expect(headers['x-frame-options']).toBe('DENY');
  });

  test('named files stay for ever and travel compressed; the rest is asked for again', async () => {
    const app = serverOf(true);
    const asset = await request(app).get('/assets/main-abc.js').set('Accept-Encoding', 'gzip, br').buffer(false);
    expect(asset.headers).toMatchObject({
      'content-encoding': 'br',
      'cache-control': 'public, max-age=31536000, immutable',
      vary: 'Accept-Encoding',
    });
    const plain = await request(app).get('/assets/main-abc.js').set('Accept-Encoding', 'identity');
    expect(plain.headers['content-encoding']).toBeUndefined();
    // What a service worker keeps under this name must answer for every page, whatever the page's request accepts.
    expect((await request(app).get('/index.html')).headers.vary).toBe('Accept-Encoding');
    const worker = await request(app).get('/sw.js');
    expect(worker.headers['cache-control']).toBe('no-cache');
    const again = await request(app)
      .get('/sw.js')
      .set('If-None-Match', worker.headers.etag ?? '');
    expect(again.status).toBe(304);
    expect((await request(app).get('/assets/../../package.json')).status).toBe(404);
    expect((await request(app).get('/%2e%2e/%2e%2e/etc/passwd')).status).toBe(404);
  });

  test('WEB_APP=off, or nothing built, leaves the API alone', async () => {
    for (const app of [serverOf(false), serverOf(true, join(folder, 'missing'))]) {
      expect((await request(app).get('/').set('Accept', browser)).body).toEqual({ answeredBy: 'api' });
    }
  });

  test.each([
    ['on, where a browser gets the page', 'on'],
    ['off, where a browser gets what everybody gets', 'off'],
  ])('the whole service with WEB_APP=%s', async (_name, WEB_APP) => {
    const database = await createTestDatabase('sqlite');
    const api = await createTestApi(database, { env: { WEB_APP } });
    try {
      const root = { name: 'Tulkka Lessons' };
      for (const accept of ['application/json', '*/*']) {
        expect((await api.agent.get('/').set('Accept', accept)).body).toMatchObject(root);
      }
      const page = await api.agent.get('/').set('Accept', browser);
      if (WEB_APP === 'off') {
        expect(page.body).toMatchObject(root);
        expect((await api.agent.get('/lessons').set('Accept', browser)).status).toBe(404);
        expect((await api.agent.get('/sw.js')).status).toBe(404);
      } else {
        expect(page.text).toMatch(/^<!doctype html>/);
        expect(page.headers.vary).toContain('Accept');
        expect((await api.agent.get('/sw.js')).status).toBe(200);
      }
    } finally {
      await api.close();
      await database.drop();
    }
  });
});
