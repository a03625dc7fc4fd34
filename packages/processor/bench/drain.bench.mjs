// npm run bench -- drain [--lessons 1000] [--workers 1,2,4,8] [--cues 60] [--write]: how many lessons a minute go from files
// in the inbox through fetcher and workers to published sets, on MySQL and on PostgreSQL behind Supabase Lite.
import { cpus } from 'node:os';
import { parseArgs } from 'node:util';
import { writeMeasurements } from '../../../scripts/lib/measurements.mjs';
import { dropLessons } from './drain/lessons.mjs';
import { machineSeconds, processSeconds, startProcess } from './drain/processes.mjs';
import { openStack } from './drain/stack.mjs';
import { drainTable } from './drain/table.mjs';

const { values } = parseArgs({
  options: {
    lessons: { type: 'string', default: '1000' },
    workers: { type: 'string', default: '1,2,4,8' },
    cues: { type: 'string', default: '60' },
    write: { type: 'boolean', default: false },
    help: { type: 'boolean', default: false },
  },
});
if (values.help) {
  console.log(`npm run bench -- drain [--lessons 1000] [--workers 1,2,4,8] [--cues 60] [--write]
  --lessons  how many each number of workers gets
  --workers  how many processes, one measurement after the other
  --cues     the longest lesson; short ones show the queue and the databases, long ones the rules
  --write    put the table into docs/performance.md`);
  process.exit();
}
const lessons = Number(values.lessons);
const most = Number(values.cues);
const numbers = values.workers.split(',').map(Number);

/** Waits until so many rows are as the query counts them. */
async function until(client, sql, count) {
  for (let last = -1, since = Date.now(); ; ) {
    const { rows } = await client.query(sql);
    const now = Number(rows[0].count);
    if (now >= count) return;
    if (now !== last) [last, since] = [now, Date.now()];
    if (Date.now() - since > 120_000) throw new Error(`Nothing moves any more: ${now} of ${count}.`);
    await new Promise((resolve) => setTimeout(resolve, 250));
  }
}

/** Lessons a minute while all workers have work: neither their start counts, nor the end when some have none left. */
async function paceOf(client, before, workers) {
  const { rows } = await client.query(
    "select updated_at from lesson_exercises where status = 'published' order by updated_at offset $1",
    [before],
  );
  const times = rows.map((row) => new Date(row.updated_at).getTime());
  const [from, to] = [Math.min(2 * workers, Math.floor(times.length / 4)), times.length - 1 - workers];
  return ((to - from) * 60_000) / (times[to] - times[from]);
}

/** Brings the next lessons to the queue; says how many files a minute the fetcher took. */
async function fetchLessons(stack, first) {
  dropLessons(stack.inbox, { first, count: lessons, most });
  const fetcher = await startProcess('fetcher', stack.env);
  const waiting = "select count(*) from zoom_summaries where status = 'pending_processing'";
  await until(stack.lessons, waiting, 1);
  const began = performance.now();
  await until(stack.lessons, waiting, lessons);
  const pace = ((lessons - 1) * 60_000) / (performance.now() - began);
  await fetcher.stop();
  return pace;
}

async function drain(stack, workers, before) {
  const fetched = await fetchLessons(stack, before);
  const [postgresBefore, machineBefore, liteBefore] = [
    await stack.postgresSeconds(),
    machineSeconds(),
    processSeconds(stack.litePid),
  ];
  const running = await Promise.all(Array.from({ length: workers }, () => startProcess('worker', stack.env)));
  // What a process takes to start is no lesson's; its dictionaries, opened with the first one, are.
  const cpuOf = () => running.reduce((total, { pid }) => total + processSeconds(pid), 0);
  const started = cpuOf();
  await until(stack.lessons, "select count(*) from lesson_exercises where status = 'published'", before + lessons);
  const machine = machineSeconds();
  const told = await Promise.all(running.map((one) => one.metrics()));
  const sum = (name, label) => told.reduce((total, metric) => total + metric(name, label), 0);
  const result = {
    workers,
    fetched,
    pace: await paceOf(stack.lessons, before, workers),
    lost: sum('lesson_claims_total', 'outcome="lost"'),
    workerCpu: (cpuOf() - started) / lessons,
    liteCpu: (processSeconds(stack.litePid) - liteBefore) / lessons,
    mysql: sum('sql_statement_duration_seconds_sum') / lessons,
    postgres: ((await stack.postgresSeconds()) - postgresBefore) / lessons,
    busy: 1 - (machine.idle - machineBefore.idle) / (machine.all - machineBefore.all),
  };
  for (const one of running) await one.stop();
  return result;
}

const stack = await openStack();
const results = [];
try {
  for (const [i, workers] of numbers.entries()) {
    results.push(await drain(stack, workers, i * lessons));
    console.log(drainTable(results, { lessons, most, cores: cpus().length }));
  }
} finally {
  await stack.close();
}
if (values.write) {
  writeMeasurements('npm run bench -- drain --write', drainTable(results, { lessons, most, cores: cpus().length }));
}
