// npm run bench -- http [--part routes|history|workers] [--write]: the service beside two reference servers, on one machine.
// npm run bench -- http --target URL: the same requests against a server that runs elsewhere.
import { mkdirSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { writeMeasurements } from '../../../scripts/lib/measurements.mjs';
import { fill, forgetRuns } from './fill.mjs';
import { parts } from './parts.mjs';
import { dataDir } from './place.mjs';
import { measureTarget } from './target.mjs';

const { values } = parseArgs({
  options: {
    seconds: { type: 'string', default: '3' },
    rounds: { type: 'string', default: '3' },
    part: { type: 'string', multiple: true, default: Object.keys(parts) },
    only: { type: 'string', multiple: true, default: [] },
    write: { type: 'boolean', default: false },
    target: { type: 'string' },
    user: { type: 'string' },
    header: { type: 'string', multiple: true, default: [] },
    help: { type: 'boolean', default: false },
  },
});
const unknown = values.part.find((name) => !Object.hasOwn(parts, name));
if (unknown) console.error(`There is no part “${unknown}”; it is one of ${Object.keys(parts).join(', ')}.`);
if (values.help || unknown) {
  console.log(`npm run bench -- http [--seconds 3] [--rounds 3] [--part PART] [--only ROUTE] [--write]
  --seconds  how long a cell is measured in each round, after a second in which connections open
  --rounds   how often; medians count
  --part     one of ${Object.keys(parts).join(', ')}; as often as there are parts to measure, all of them where it is left out
  --only     this route, as the tables name it, and none but those named so; nothing is written then
  --write    put the tables into docs/performance.md

npm run bench -- http --target URL [--user ID] [--header 'NAME: VALUE'] [--seconds 3]
  --target   measure the server at this address instead, with the same requests; nothing is filled or started
  --user     whose data are asked for, in x-user-id and in paths; otherwise one of u0001 to u1000 each time
  --header   sent with each request, as often as there are headers to send`);
  process.exit(unknown ? 1 : 0);
}
const print = (line) => console.log(line);
const seconds = Number(values.seconds);
if (values.target !== undefined) {
  const headers = Object.fromEntries(values.header.map((line) => line.split(/:\s*(.*)/s).slice(0, 2)));
  const { target, user } = values;
  await measureTarget(target, { seconds, user, headers, print });
  process.exit();
}

mkdirSync(dataDir, { recursive: true });
const db = await fill(print);
const isWanted = ({ name }) => values.only.length === 0 || values.only.includes(name);
for (const part of values.part) {
  const report = await parts[part]({ db, seconds, rounds: Number(values.rounds), isWanted, print });
  print(report);
  if (values.write && values.only.length === 0)
    writeMeasurements(`npm run bench -- http --part ${part} --write`, report);
  await forgetRuns(db);
}
await db.destroy();
