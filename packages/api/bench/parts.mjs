import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { explainAll } from './explain.mjs';
import { measure, measureInTurns, startServer } from './measure.mjs';
import { dataDir, serviceEnv } from './place.mjs';
import { recordStatements } from './record-statements.mjs';
import { historyReport, routesReport, workersReport } from './report.mjs';
import { measured } from './routes.mjs';
import { measureWorkers } from './workers.mjs';

const service = join(import.meta.dirname, '../dist/main.js');
const reference = join(import.meta.dirname, 'reference-server.mjs');

/** V8 goes on compiling a route's code for some seconds, on cores that the measured work needs. */
const warmUpSeconds = 7;

/** The service beside bare Express + mysql2 and Express without a database, route by route. */
async function routes({ db, seconds, rounds, isWanted, print }) {
  const recorded = await recordStatements();
  const plans = await explainAll(db, recorded);
  const file = join(dataDir, 'recorded.json');
  writeFileSync(file, JSON.stringify(recorded));
  const ours = await startServer(service, () => [], serviceEnv);
  const mysql = await startServer(reference, (port) => ['mysql', String(port), file]);
  const none = await startServer(reference, (port) => ['none', String(port), file]);
  const rows = [];
  for (const route of measured.filter(isWanted)) {
    const warmUp = { connections: 10, seconds: warmUpSeconds };
    await Promise.all([ours, mysql, none].map((server) => measure(server, route, warmUp)));
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
  for (const server of [ours, mysql, none]) await server.stop();
  return routesReport({ rows, plans, recorded, seconds, rounds, warmUpSeconds });
}

/** One user with a history, and one with ten times as long a one. */
async function history({ seconds, isWanted }) {
  const ours = await startServer(service, () => [], serviceEnv);
  const rows = [];
  for (const route of measured
    .filter(isWanted)
    .filter(({ name }) => ['progress', 'mistakes', 'stats'].includes(name))) {
    const row = { route: route.name };
    await measure(ours, route, { connections: 10, seconds: warmUpSeconds });
    for (const user of ['u0001', 'heavy']) row[user] = await measure(ours, route, { connections: 10, seconds, user });
    rows.push(row);
  }
  await ours.stop();
  return historyReport(rows);
}

/** One web process beside two. */
async function workers({ seconds, rounds, isWanted }) {
  return workersReport(await measureWorkers(service, { seconds, rounds, isWanted }));
}

/** What can be measured, each by itself. */
export const parts = { routes, history, workers };
