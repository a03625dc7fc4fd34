// What practice is worth by what is practised next: policies with the same minutes on the same days (those that our Today
// takes; a policy that has nothing more stops), for learners who remember in three ways that our scheduler does not know.
// npm run bench -- memory [--learners N] [--minutes N] [--retention 0.9] [--published]
import { createFits } from './fits.mjs';
import { minds } from './minds.mjs';
import { oracleAt, thresholds } from './oracle.mjs';
import { policies } from './policies.mjs';
import { days, later, mean, simulate, slips, things } from './simulate.mjs';
import { today } from './today.mjs';

const option = (name, otherwise) => {
  const place = process.argv.indexOf(`--${name}`);
  return place < 0 ? otherwise : Number(process.argv[place + 1]);
};
const learners = option('learners', 20);
const minutes = option('minutes', 8);
const retention = option('retention', 0.9);
/** With the published parameters alone, as for a company's first weeks. */
const published = process.argv.includes('--published');

const row = (cells) => `| ${cells.join(' | ')} |`;
const percent = (mine, theirs) => `${mine >= theirs ? '+' : '−'}${Math.abs(Math.round((100 * mine) / theirs - 100))} %`;

/** Our Today, everything else with its minutes, and the best that one who sees the memory reaches with them. */
async function compare(createMind) {
  const fits = published ? undefined : await createFits(learners);
  const logOf = (i) => fits?.logs[i] ?? new Map();
  const createToday = (_random, _minds, i) => today(things, logOf(i), retention);
  const ours = await simulate({ learners, minutes, createMind, createPolicy: createToday, fits });
  const against = (create) =>
    simulate({
      learners,
      minutes,
      createMind,
      createPolicy: (random, known) => create(things, random, known),
      minutesOf: ours.minutesOf,
    });
  const others = [];
  for (const [name, create] of Object.entries(policies)) others.push({ name, ...(await against(create)) });
  const seeing = [];
  for (const threshold of thresholds) {
    const name = `who sees the memory, below ${threshold * 100} %`;
    seeing.push({ name, ...(await against(oracleAt(threshold))) });
  }
  seeing.sort((a, b) => b.known - a.known);
  return { ours, rows: [{ name: 'our Today', ...ours }, ...others, seeing[0]], fits };
}

function printComparison(mindName, { ours, rows }) {
  const titles = [`known on day ${days}`, `on day ${later}, without practice`, 'minutes', 'known per 100 minutes'];
  console.log(row([mindName, ...titles, 'ours against it']));
  console.log(row(['---', ...Array(4).fill('---:'), '---:']));
  for (const { name, known, kept, spent } of rows) {
    const against = name === 'our Today' ? '' : `${percent(ours.known, known)}, later ${percent(ours.kept, kept)}`;
    const rate = (100 * known) / spent;
    console.log(row([name, known.toFixed(0), kept.toFixed(0), spent.toFixed(0), rate.toFixed(1), against]));
  }
  console.log('');
}

function calibration(name, predictions) {
  const bins = [0.5, 0.6, 0.7, 0.8, 0.9].map((from) => {
    const inside = predictions.filter(({ predicted }) => predicted >= from && predicted < from + 0.1);
    if (inside.length < 50) return '–';
    const of = (key) => (100 * mean(inside.map((one) => one[key]))).toFixed(0);
    return `${of('predicted')} / ${of('chance')} (${((100 * inside.length) / predictions.length).toFixed(0)} %)`;
  });
  // Among options a right answer may be a guess: R + (1 − R) / n.
  const withGuess = ({ predicted, options }) => (options === 0 ? predicted : predicted + (1 - predicted) / options);
  const loss = (chanceOf) =>
    mean(
      predictions.map(
        (one) => -Math.log(Math.min(Math.max(one.isRight ? chanceOf(one) : 1 - chanceOf(one), 0.01), 0.99)),
      ),
    );
  const share = mean(predictions.map(({ isRight }) => Number(isRight)));
  return row([name, ...bins, loss(withGuess).toFixed(3), loss(() => share).toFixed(3)]);
}

console.log(
  `${things.length} things in ${days} days, ${learners} learners, ${minutes} minutes on four days of five, ${slips * 100} % slips, retention ${retention}.\n`,
);
const calibrations = [];
for (const [name, createMind] of Object.entries(minds)) {
  const compared = await compare(createMind);
  printComparison(name, compared);
  calibrations.push(calibration(name, compared.ours.predictions));
  if (compared.fits) {
    const { hasOptimizer, owners } = compared.fits;
    console.log(
      hasOptimizer
        ? `Own parameters at the end: ${owners()} of ${learners} learners; the others everybody’s.\n`
        : 'No optimizer for this machine: published parameters.\n',
    );
  }
}
console.log('How true the predictions are: predicted and real chance in percent, and the share of reviews.\n');
console.log(row(['memory', '50–60 %', '60–70 %', '70–80 %', '80–90 %', '90–100 %', 'log loss', 'of a constant']));
console.log(row(['---', ...Array(7).fill('---:')]));
for (const line of calibrations) console.log(line);
