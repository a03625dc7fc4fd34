import { once } from 'node:events';
import { createServer } from 'node:http';
import { loadSettings } from '@tulkka/shared/config';
import { createApp } from '../dist/app.js';
import { createApiContext } from '../dist/context.js';
import { routes } from '../dist/routes/index.js';
import { serviceEnv } from './place.mjs';
import { measured, modelUser, requestOf } from './routes.mjs';

/** Calls each measured route once and writes down its statements and its answer. */
export async function recordStatements() {
  const context = await createApiContext(loadSettings(serviceEnv));
  const server = createServer(createApp(context, routes)).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const base = `http://127.0.0.1:${server.address().port}`;
  const recorded = [];
  try {
    for (const route of measured) {
      const sent = [];
      const note = ({ sql, bindings }) => sent.push({ sql, bindings: bindings ?? [] });
      context.db.on('query', note);
      const { path, ...request } = requestOf(route, modelUser);
      const response = await fetch(base + path, request);
      context.db.off('query', note);
      const answer = await response.json();
      if (!response.ok) throw new Error(`${route.name}: ${response.status} ${JSON.stringify(answer)}`);
      const statements = sent.flatMap(partsOf);
      recorded.push({ name: route.name, status: response.status, trips: sent.length, statements, answer });
    }
  } finally {
    server.close();
    await context.disposers.dispose(() => {});
  }
  return recorded;
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
