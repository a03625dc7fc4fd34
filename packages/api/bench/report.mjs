import { heldShare } from './workers.mjs';

const rate = ({ rate: perSecond }) => Math.round(perSecond).toLocaleString('en');
const line = (cells) => `| ${cells.join(' | ')} |`;

/** The comparison as a table of the page. */
function table(rows) {
  return [
    line([
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
    ]),
    line(Array(11).fill('---')),
    ...rows.map(({ route, connections, ours, mysql, none }) =>
      line([
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
      ]),
    ),
  ].join('\n');
}

/** What was measured, as the part of the page that the benchmark writes. */
export function document({ rows, growth, workers, plans, recorded, cores, seconds, rounds, warmUpSeconds }) {
  const scans = plans.filter(({ scans: found }) => found.length > 0);
  const trips = recorded.map(({ name, trips: count, statements }) => {
    const sql = statements.map((one) => one.sql.toLowerCase());
    const begins = sql.indexOf('begin');
    return line([name, count, begins < 0 ? sql.length : begins, begins < 0 ? 0 : sql.length - begins - 2]);
  });
  return `Made by \`npm run bench -- http --write\` (autocannon over loopback, rate limits off, ${cores} cores that also carried the load
generator and the database). The database holds 1,000 users, 100,000 words and 1,000,000 results; every request is made
as another user. The references are bare Express 5 + mysql2 with the very statements that the service ran (for the two writes a
transaction written by hand, statement by statement), and Express 5 without a database answering the same JSON. Service and Express + mysql2 take
turns, ${rounds} rounds of ${seconds} s each, after ${warmUpSeconds} s in which V8 compiles the route’s code and one in which the connections open; medians
count. CPU ms is the server process’s own processor time for one request.

${table(rows)}

### Statements

Round trips to MySQL in all; reads outside a transaction, and statements inside one (without BEGIN and COMMIT):

| route | round trips | reads | in one transaction |
| --- | --- | --- | --- |
${trips.join('\n')}

Full table scans found by EXPLAIN: ${scans.length === 0 ? 'none.' : ''}
${scans.map(({ name, scans: found }) => `- ${name}: ${found.map((one) => `${one.table} (${one.rows} rows)`).join(', ')}`).join('\n')}

### Ten times the history

10 connections, one user all the time:

| route | 1,000 results, req/s | p99 ms | 10,000 results, req/s | p99 ms |
| --- | --- | --- | --- | --- |
${growth.map((row) => line([row.route, rate(row.u0001), Math.round(row.u0001.p99), rate(row.heavy), Math.round(row.heavy.p99)])).join('\n')}

### More workers

100 connections. Where load, database and workers share ${cores} cores, a second worker has little to grow into; so the same is
measured once more with each worker held to a share of a core by the kernel, as on a small dyno (Linux and root only):

| route | each worker has | one worker, req/s | WEB_CONCURRENCY=2, req/s | growth |
| --- | --- | --- | --- | --- |
${workers.map(({ route, held, one, two }) => line([route, held ? `${heldShare} of a core` : 'what is free', rate(one), rate(two), (two.rate / one.rate).toFixed(2)])).join('\n')}
`;
}
