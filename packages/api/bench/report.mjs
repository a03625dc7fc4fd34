import { cpus } from 'node:os';
import { tableOf } from '../../../scripts/lib/measurements.mjs';
import { heldShare } from './workers.mjs';

const rate = ({ rate: perSecond }) => Math.round(perSecond).toLocaleString('en');
const cores = cpus().length;

/** Milliseconds that nobody should have to wait longer than. */
const wantedP99 = 50;

/** The comparison as a table of the page. */
function comparison(rows) {
  const head = [
    'route',
    'connections',
    'service req/s',
    'p99 ms',
    'CPU ms',
    'Express + mysql2 req/s',
    'p99 ms',
    'CPU ms',
    'ratio',
    'bare Express req/s',
    'failed',
  ];
  const cells = rows.map(({ route, connections, ours, mysql, none }) => [
    route,
    connections,
    rate(ours),
    Math.round(ours.p99),
    ours.cpu.toFixed(2),
    rate(mysql),
    Math.round(mysql.p99),
    mysql.cpu.toFixed(2),
    (ours.rate / mysql.rate).toFixed(2),
    rate(none),
    ours.failed + mysql.failed + none.failed,
  ]);
  return tableOf(head, cells);
}

/** What the longest waits are made of. */
function longWaits(rows) {
  const many = rows.filter(({ connections, ours }) => connections === 100 && ours.p99 >= wantedP99);
  const cells = many.map(({ route, connections, ours, mysql }) => [
    route,
    Math.round(ours.p99),
    Math.round((connections * 1000) / ours.rate),
    Math.round(mysql.p99),
    Math.round((connections * 1000) / mysql.rate),
  ]);
  if (cells.length === 0) return `With 100 connections the p99 of every route lies below ${wantedP99} ms.`;
  return `With 100 connections that always have a request under way, the mean wait is 100 divided by the rate, whatever the code does: 50 ms at
2,000 a second. Where the p99 is not below ${wantedP99} ms it is this waiting for a turn on ${cores} cores that also carry load and database:

${tableOf(['route', 'p99 ms', 'mean ms', 'Express + mysql2 p99 ms', 'mean ms'], cells)}`;
}

/** The service beside its references, and what each route sends to the database. */
export function routesReport({ rows, plans, recorded, seconds, rounds, warmUpSeconds }) {
  const scans = plans.filter(({ scans: found }) => found.length > 0);
  const trips = recorded.map(({ name, trips: count, statements }) => {
    const sql = statements.map((one) => one.sql.toLowerCase());
    const begins = sql.indexOf('begin');
    return [name, count, begins < 0 ? sql.length : begins, begins < 0 ? 0 : sql.length - begins - 2];
  });
  return `Autocannon over loopback, rate limits off, ${cores} cores that also carried the load
generator and the database. The database holds 1,000 users, 100,000 words and 1,000,000 results; every request is made
as another user. The references are bare Express 5 + mysql2 with the very statements that the service ran (for the two writes a
transaction written by hand, statement by statement; for the catalogues the rows each time), and Express 5 without a database answering the same JSON. Service and Express + mysql2 take
turns, ${rounds} rounds of ${seconds} s each, after ${warmUpSeconds} s in which V8 compiles the route’s code and one in which the connections open; medians
count. CPU ms is the server process’s own processor time for one request.

${comparison(rows)}

${longWaits(rows)}

### Statements

Round trips to MySQL in all, of a read that is repeated; reads of rows outside a transaction, and statements inside one (without BEGIN and COMMIT).
The one trip of the catalogues asks for their versions, once for all who come meanwhile; their rows are read when those change:

${tableOf(['route', 'round trips', 'reads', 'in one transaction'], trips)}

Full table scans found by EXPLAIN: ${scans.length === 0 ? 'none.' : ''}
${scans.map(({ name, scans: found }) => `- ${name}: ${found.map((one) => `${one.table} (${one.rows} rows)`).join(', ')}`).join('\n')}`;
}

/** What a long history costs. */
export function historyReport(rows) {
  const cells = rows.map(({ route, u0001, heavy }) => [
    route,
    rate(u0001),
    Math.round(u0001.p99),
    rate(heavy),
    Math.round(heavy.p99),
  ]);
  return `10 connections, one user all the time:

${tableOf(['route', '1,000 results, req/s', 'p99 ms', '10,000 results, req/s', 'p99 ms'], cells)}`;
}

/** One web process beside two. */
export function workersReport(workers) {
  const cells = workers.map(({ route, held, one, two }) => [
    route,
    held ? `${heldShare} of a core` : 'what is free',
    rate(one),
    rate(two),
    (two.rate / one.rate).toFixed(2),
  ]);
  return `100 connections. Where load, database and workers share ${cores} cores, a second worker has little to grow into; so some of it is
measured once more with each worker held to a share of a core by the kernel, as on a small dyno (Linux and root only):

${tableOf(['route', 'each worker has', 'one worker, req/s', 'WEB_CONCURRENCY=2, req/s', 'growth'], cells)}`;
}
