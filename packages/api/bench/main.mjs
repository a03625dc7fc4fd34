// npm run bench -- [--seconds 5] [--write]: measures the service beside two reference servers, on one machine.
import { mkdirSync, writeFileSync } from 'node:fs';
import { cpus } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { explainAll } from './explain.mjs';
import { fill } from './fill.mjs';
import { measure, startServer } from './measure.mjs';
import { dataDir, serviceEnv } from './place.mjs';
import { recordStatements } from './record-statements.mjs';
import { document, table } from './report.mjs';
import { measured } from './routes.mjs';

const { values } = parseArgs({
  options: { seconds: { type: 'string', default: '5' }, write: { type: 'boolean', default: false } },
});
const seconds = Number(values.seconds);
const here = import.meta.dirname;
const print = (line) => console.log(line);

mkdirSync(dataDir, { recursive: true });
const db = await fill(print);
const recorded = await recordStatements();
const plans = await explainAll(db, recorded);
const file = join(dataDir, 'recorded.json');
writeFileSync(file, JSON.stringify(recorded));

const service = join(here, '../dist/main.js');
const reference = join(here, 'reference-server.mjs');
const servers = {
  ours: await startServer(service, () => [], serviceEnv),
  mysql: await startServer(reference, (port) => ['mysql', String(port), file]),
  none: await startServer(reference, (port) => ['none', String(port), file]),
};
const rows = [];
for (const route of measured) {
  for (const connections of [10, 100]) {
    const row = { route: route.name, connections };
    for (const [name, server] of Object.entries(servers)) {
      await measure(server, route, { connections, seconds: 1 });
      row[name] = await measure(server, route, { connections, seconds });
    }
    rows.push(row);
    print(
      `${route.name}, ${connections} connections: ${Math.round(row.ours.rate)}/s, reference ${Math.round(row.mysql.rate)}/s`,
    );
  }
}
const growth = [];
for (const route of measured.filter(({ name }) => ['progress', 'mistakes', 'stats'].includes(name))) {
  const row = { route: route.name };
  for (const user of ['u0001', 'heavy'])
    row[user] = await measure(servers.ours, route, { connections: 10, seconds, user });
  growth.push(row);
}
for (const server of Object.values(servers)) await server.stop();
const workers = [];
const itemsRoute = measured.find(({ name }) => name === 'items');
for (const count of [1, 2]) {
  const server = await startServer(service, () => [], { ...serviceEnv, WEB_CONCURRENCY: String(count) });
  await measure(server, itemsRoute, { connections: 100, seconds: 1 });
  workers.push({ count, ...(await measure(server, itemsRoute, { connections: 100, seconds })) });
  await server.stop();
}
await db.destroy();

const report = document({ rows, growth, workers, plans, recorded, cores: cpus().length, seconds });
print(table(rows));
print(report);
if (values.write) writeFileSync(join(here, '../../../docs/performance.md'), report);
