import { once } from 'node:events';
import { createServer } from 'node:http';
import { loadSettings } from '@tulkka/shared/config';
import { createApp } from '../dist/app.js';
import { createApiContext } from '../dist/context.js';
import { routes } from '../dist/routes/index.js';
import { serviceEnv } from './place.mjs';
import { measured, modelUser, requestOf } from './routes.mjs';

/** Calls each measured route and writes down its statements, its answer, and how many trips a read takes when it is repeated. */
export async function recordStatements() {
  const context = await createApiContext(loadSettings(serviceEnv));
  const server = createServer(createApp(context, routes)).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const base = `http://127.0.0.1:${server.address().port}`;
  const recorded = [];
  try {
    for (const route of measured) {
      const { sent, response } = await callNoting(context.db, base, route);
      const answer = await response.json();
      if (!response.ok) throw new Error(`${route.name}: ${response.status} ${JSON.stringify(answer)}`);
      // The references read each time what the service keeps and asks the version of.
      const statements = sent.flatMap(partsOf).filter(({ sql }) => !sql.includes('catalogue_versions'));
      const again = route.method === 'GET' ? (await callNoting(context.db, base, route)).sent : sent;
      recorded.push({ name: route.name, status: response.status, trips: again.length, statements, answer });
    }
  } finally {
    server.close();
    await context.disposers.dispose(() => {});
  }
  return recorded;
}

/** One call, and what was sent to the database for it. */
async function callNoting(db, base, route) {
  const sent = [];
  const note = ({ sql, bindings }) => sent.push({ sql, bindings: bindings ?? [] });
  db.on('query', note);
  const { path, ...request } = requestOf(route, modelUser);
  const response = await fetch(base + path, request);
  db.off('query', note);
  return { sent, response };
}

/** What was sent together, statement by statement, each with its values. */
function partsOf({ sql, bindings }) {
  let given = 0;
  return sql.split('; ').map((part) => {
    const count = part.split('?').length - 1;
    given += count;
    return { sql: part, bindings: bindings.slice(given - count, given) };
  });
}
