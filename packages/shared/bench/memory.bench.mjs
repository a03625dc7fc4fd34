// What practice is worth by what is practised next: five policies with the same minutes on the same days (those that our
// Today takes; a policy that has nothing more stops), for learners who remember in three ways that our scheduler does not know. npm run bench -- memory [--learners N] [--minutes N]
import { minds as kinds, randomFrom } from './minds.mjs';
import { policies } from './policies.mjs';

const option = (name, otherwise) => {
  const place = process.argv.indexOf(`--${name}`);
  return place < 0 ? otherwise : Number(process.argv[place + 1]);
};
const learners = option('learners', 20);
const minutes = option('minutes', 8);
const days = 90;
const later = 120;
const lessonEvery = 3.5;
const perLesson = 10;
const slips = 0.03;
const missedDays = 0.2;
const [secondsRight, secondsWrong] = [8, 14];

/** What the lessons bring: every other thing is answered by choosing among four options. */
const things = Array.from({ length: Math.floor(days / lessonEvery) * perLesson }, (_, i) => ({
  id: `t${i}`,
  day: Math.floor(Math.floor(i / perLesson) * lessonEvery),
  options: i % 2 === 0 ? 4 : 0,
}));

/** One learner for ninety days. The same seed is the same person, with the same days missed, whatever the policy. */
function practise(createMind, createPolicy, seed, minutesOf) {
  const person = randomFrom(seed);
  const minds = new Map(things.map(({ id, day }) => [id, createMind(person, day)]));
  const practises = Array.from({ length: days }, () => person() >= missedDays);
  const luck = randomFrom(seed + 77_777);
  const policy = createPolicy(things, randomFrom(seed + 99_999));
  const predictions = [];
  let answers = 0;
  const spent = Array(days).fill(0);
  for (let day = 0; day < days; day++) {
    if (!practises[day]) continue;
    policy.begin(day, minutes);
    for (let minute = 0; minute < (minutesOf?.[day] ?? minutes); ) {
      const thing = policy.next(day, minute);
      if (thing === null) break;
      const mind = minds.get(thing.id);
      const moment = day + minute / 1440;
      const chance = mind.recall(moment);
      const recalled = luck() < chance;
      const guessed = !recalled && thing.options > 0 && luck() < 1 / thing.options;
      const isRight = (recalled && luck() >= slips) || guessed;
      const predicted = policy.predict?.(thing, day) ?? null;
      if (predicted !== null) predictions.push({ predicted, chance, options: thing.options, isRight });
      mind.review(moment, recalled);
      policy.learn(thing, day, minute, isRight);
      answers += 1;
      minute += (isRight ? secondsRight : secondsWrong) / 60;
      spent[day] = minute;
    }
  }
  const knownOn = (day) => [...minds.values()].reduce((sum, mind) => sum + mind.recall(day), 0);
  return { known: knownOn(days), kept: knownOn(later), answers, spent, predictions };
}

const mean = (numbers) => numbers.reduce((sum, one) => sum + one, 0) / numbers.length;
const row = (cells) => `| ${cells.join(' | ')} |`;

console.log(
  `${things.length} things in ${days} days, ${learners} learners, ${minutes} minutes on four days of five, ${slips * 100} % slips.\n`,
);
const allPredictions = {};
for (const [mindName, createMind] of Object.entries(kinds)) {
  console.log(
    row([
      mindName,
      `known on day ${days}`,
      `on day ${later}, without practice`,
      'minutes',
      'known per 100 minutes',
      'ours against it',
    ]),
  );
  console.log(row(['---', '---:', '---:', '---:', '---:', '---:']));
  const minutesOf = [];
  const outcome = Object.entries(policies).map(([name, createPolicy]) => {
    const runs = Array.from({ length: learners }, (_, i) => practise(createMind, createPolicy, 1000 + i, minutesOf[i]));
    if (minutesOf.length === 0) minutesOf.push(...runs.map((run) => run.spent));
    if (name === 'our Today') allPredictions[mindName] = runs.flatMap(({ predictions }) => predictions);
    return {
      name,
      known: mean(runs.map((run) => run.known)),
      kept: mean(runs.map((run) => run.kept)),
      spent: mean(runs.map((run) => run.spent.reduce((sum, one) => sum + one, 0))),
    };
  });
  const ours = outcome[0];
  const percent = (mine, theirs) =>
    `${mine >= theirs ? '+' : '−'}${Math.abs(Math.round((100 * mine) / theirs - 100))} %`;
  for (const { name, known, kept, spent } of outcome) {
    const rate = (100 * known) / spent;
    const against = name === ours.name ? '' : `${percent(ours.known, known)}, later ${percent(ours.kept, kept)}`;
    console.log(row([name, known.toFixed(0), kept.toFixed(0), spent.toFixed(0), rate.toFixed(1), against]));
  }
  console.log('');
}

console.log(
  'How true the predictions are: reviews by the chance that was predicted, beside the learner’s real chance.\n',
);
console.log(row(['memory', '50–60 %', '60–70 %', '70–80 %', '80–90 %', '90–100 %', 'log loss', 'of a constant']));
console.log(row(['---', ...Array(7).fill('---:')]));
for (const [name, predictions] of Object.entries(allPredictions)) {
  const bins = [0.5, 0.6, 0.7, 0.8, 0.9].map((from) => {
    const inside = predictions.filter(({ predicted }) => predicted >= from && predicted < from + 0.1);
    if (inside.length < 50) return '–';
    const percent = (key) => (100 * mean(inside.map((one) => one[key]))).toFixed(0);
    return `${percent('predicted')} / ${percent('chance')}`;
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
  console.log(row([name, ...bins, loss(withGuess).toFixed(3), loss(() => share).toFixed(3)]));
}
