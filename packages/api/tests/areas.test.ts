import express from 'express';
import supertest from 'supertest';
import { byArea } from '../src/http/by-area.ts';

const says = (text: string) => ({
  handler: (_request: express.Request, response: express.Response) => void response.send(text),
});
const app = express();
app.use(
  byArea([
    { method: 'get', path: '/health', ...says('health') },
    { method: 'get', path: '/api/v1/lists/mine', ...says('mine') },
    { method: 'get', path: '/api/v1/lists/:id', ...says('one') },
    { method: 'put', path: '/api/v1/lists/:id', ...says('put') },
    { method: 'get', path: '/api/v1/words', ...says('words') },
  ]),
);
app.use((_request, response) => void response.status(404).send('nowhere'));

test.each([
  ['get', '/health', 200, 'health'],
  ['get', '/api/v1/lists/mine', 200, 'mine'],
  ['get', '/api/v1/lists/other', 200, 'one'],
  ['put', '/api/v1/lists/mine', 200, 'put'],
  ['get', '/api/v1/words?limit=1', 200, 'words'],
  ['get', '/api/v1/words/', 200, 'words'],
  ['get', '/API/v1/Words', 200, 'words'],
  ['post', '/api/v1/words', 404, 'nowhere'],
  ['get', '/api/v2/words', 404, 'nowhere'],
  ['get', '/words', 404, 'nowhere'],
  ['get', '/', 404, 'nowhere'],
] as const)('%s %s is answered with %d %s', async (method, path, status, text) => {
  const answer = await supertest(app)[method](path);
  expect([answer.status, answer.text]).toEqual([status, text]);
});

test('what a GET says is asked for by HEAD, and what there is by OPTIONS', async () => {
  expect((await supertest(app).head('/api/v1/words')).status).toBe(200);
  const asked = await supertest(app).options('/api/v1/lists/1');
  expect([asked.status, asked.headers.allow]).toEqual([200, 'GET, HEAD, PUT']);
});
