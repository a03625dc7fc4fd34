import { tableOf } from '../../../../scripts/lib/measurements.mjs';

const ms = (seconds) => Math.round(seconds * 1000);

/** What was measured, with the growth against the first line. */
export function drainTable(results, { lessons, most, cores }) {
  const [first] = results;
  const rows = results.map((one) => [
    one.workers,
    Math.round(one.fetched),
    Math.round(one.pace),
    ((one.pace / first.pace) * first.workers).toFixed(2),
    `${one.lost} of ${one.lost + lessons}`,
    ms(one.workerCpu),
    ms(one.liteCpu),
    ms(one.mysql),
    ms(one.postgres),
    `${Math.round(one.busy * 100)} %`,
  ]);
  const head = [
    'workers',
    'fetched a minute',
    'lessons a minute',
    'growth',
    'claims lost',
    'worker CPU ms',
    'Supabase Lite CPU ms',
    'MySQL ms',
    'PostgreSQL ms',
    'machine busy',
  ];
  return `${lessons} lessons of at most ${most} cues for each line, on ${cores} cores that carried everything. CPU and database times are for one lesson;
MySQL’s are what its workers waited for it. “Machine busy” is the share of all cores’ time from the workers’ start to the last set.

${tableOf(head, rows)}`;
}
