// npm run bench -- http [--seconds 3] [--rounds 3] [--write]: the service beside two reference servers, on one machine.
// npm run bench -- http --target URL: the same requests against a server that runs elsewhere.
import { mkdirSync, writeFileSync } from 'node:fs';
import { cpus } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { writeMeasurements } from '../../../scripts/lib/measurements.mjs';
import { explainAll } from './explain.mjs';
import { fill, forgetRuns } from './fill.mjs';
import { measure, measureInTurns, startServer } from './measure.mjs';
import { dataDir, serviceEnv } from './place.mjs';
import { recordStatements } from './record-statements.mjs';
import { document } from './report.mjs';
import { measured } from './routes.mjs';
import { measureTarget } from './target.mjs';
import { measureWorkers } from './workers.mjs';

const { values } = parseArgs({
  options: {
    seconds: { type: 'string', default: '3' },
    rounds: { type: 'string', default: '3' },
    only: { type: 'string', multiple: true, default: [] },
    write: { type: 'boolean', default: false },
    target: { type: 'string' },
    user: { type: 'string' },
    header: { type: 'string', multiple: true, default: [] },
    help: { type: 'boolean', default: false },
  },
});
if (values.help) {
  console.log(`npm run bench -- http [--seconds 3] [--rounds 3] [--only ROUTE] [--write]
  --seconds  how long a cell is measured in each round, after a second in which connections open
  --rounds   how often; medians count
  --only     this route, as the tables name it, and none but those named so; nothing is written then
  --write    put the tables into docs/performance.md

npm run bench -- http --target URL [--user ID] [--header 'NAME: VALUE'] [--seconds 3]
  --target   measure the server at this address instead, with the same requests; nothing is filled or started
  --user     whose data are asked for, in x-user-id and in paths; otherwise one of u0001 to u1000 each time
  --header   sent with each request, as often as there are headers to send`);
  process.exit();
}
if (values.target !== undefined) {
  const headers = Object.fromEntries(values.header.map((line) => line.split(/:\s*(.*)/s).slice(0, 2)));
  const { target, user, seconds } = values;
  await measureTarget(target, { seconds: Number(seconds), user, headers, print: (line) => console.log(line) });
  process.exit();
}
/** V8 goes on compiling a route's code for some seconds, on cores that the measured work needs. */
const warmUpSeconds = 7;
const seconds = Number(values.seconds);
const rounds = Number(values.rounds);
const here = import.meta.dirname;
const service = join(here, '../dist/main.js');
const reference = join(here, 'reference-server.mjs');
const print = (line) => console.log(line);
const isWanted = ({ name }) => values.only.length === 0 || values.only.includes(name);

mkdirSync(dataDir, { recursive: true });
const db = await fill(print);
const recorded = await recordStatements();
const plans = await explainAll(db, recorded);
const file = join(dataDir, 'recorded.json');
writeFileSync(file, JSON.stringify(recorded));

const rows = [];
const growth = [];
const ours = await startServer(service, () => [], serviceEnv);
const mysql = await startServer(reference, (port) => ['mysql', String(port), file]);
const none = await startServer(reference, (port) => ['none', String(port), file]);
for (const route of measured.filter(isWanted)) {
  for (const server of [ours, mysql, none]) await measure(server, route, { connections: 10, seconds: warmUpSeconds });
  for (const connections of [10, 100]) {
    const row = {
      route: route.name,
      connections,
      ...(await measureInTurns({ ours, mysql }, route, { connections, seconds, rounds })),
      none: await measure(none, route, { connections, seconds }),
    };
    rows.push(row);
    const [own, other] = [row.ours, row.mysql].map(
      ({ rate, p99 }) => `${Math.round(rate)}/s p99 ${Math.round(p99)} ms`,
    );
    print(`${route.name}, ${connections} connections: ${own}, reference ${other}`);
  }
}
for (const route of measured.filter(isWanted).filter(({ name }) => ['progress', 'mistakes', 'stats'].includes(name))) {
  const row = { route: route.name };
  for (const user of ['u0001', 'heavy']) row[user] = await measure(ours, route, { connections: 10, seconds, user });
  growth.push(row);
}
for (const server of [ours, mysql, none]) await server.stop();

const workers = await measureWorkers(service, { seconds, rounds, isWanted });
await forgetRuns(db);
await db.destroy();

const report = document({
  rows,
  growth,
  workers,
  plans,
  recorded,
  cores: cpus().length,
  seconds,
  rounds,
  warmUpSeconds,
});
print(report);
if (values.write && values.only.length === 0) writeMeasurements('npm run bench -- http --write', report);
