const rate = ({ rate: perSecond }) => Math.round(perSecond).toLocaleString('en');
const line = (cells) => `| ${cells.join(' | ')} |`;

/** The comparison as a Markdown table. */
export function table(rows) {
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
        ours.p99,
        ours.cpu.toFixed(2),
        rate(mysql),
        mysql.p99,
        mysql.cpu.toFixed(2),
        (ours.rate / mysql.rate).toFixed(2),
        rate(none),
        ours.failed + mysql.failed + none.failed,
      ]),
    ),
  ].join('\n');
}

/** The page that goes into the documentation. */
export function document({ rows, growth, workers, plans, recorded, cores, seconds }) {
  const scans = plans.filter(({ scans: found }) => found.length > 0);
  const trips = recorded.map(({ name, statements }) => {
    const sql = statements.map((one) => one.sql.trim().toLowerCase());
    const begin = sql.findIndex((one) => one.startsWith('begin'));
    const inside = begin < 0 ? 0 : sql.length - begin - 2;
    return line([name, begin < 0 ? sql.length : begin, inside]);
  });
  return `# Performance

Made by \`npm run bench -- --write\` (autocannon over loopback, rate limits off, one process each, ${seconds} s a cell,
${cores} cores that also carried the load generator and the database). The database holds 1,000 users, 100,000 words and
1,000,000 results; every request is made as another user. The references run in the same minutes: bare Express 5 + mysql2
with the very statements that the service ran (a hand-written transaction for the two writes), and Express 5 without a
database answering the same JSON. CPU ms is the server process’s own processor time for one request.

${table(rows)}

## Statements
Reads outside a transaction, and statements inside one (without BEGIN and COMMIT):

| route | reads | in one transaction |
| --- | --- | --- |
${trips.join('\n')}

Full table scans found by EXPLAIN: ${scans.length === 0 ? 'none.' : ''}
${scans.map(({ name, scans: found }) => `- ${name}: ${found.map((one) => `${one.table} (${one.rows} rows)`).join(', ')}`).join('\n')}

## Ten times the history
10 connections, one user all the time:

| route | 1,000 results, req/s | p99 ms | 10,000 results, req/s | p99 ms |
| --- | --- | --- | --- | --- |
${growth.map((row) => line([row.route, rate(row.u0001), row.u0001.p99, rate(row.heavy), row.heavy.p99])).join('\n')}

## More workers
Items, 100 connections:

| WEB_CONCURRENCY | req/s | p99 ms |
| --- | --- | --- |
${workers.map((row) => line([row.count, rate(row), row.p99])).join('\n')}
`;
}
