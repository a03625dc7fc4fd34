// Learners who practise day by day, beside each other, with one policy and one kind of memory.
import { randomFrom } from './minds.mjs';

export const days = 90;
export const later = 120;
export const slips = 0.03;
const lessonEvery = 3.5;
const perLesson = 10;
const missedDays = 0.2;
const [secondsRight, secondsWrong] = [8, 14];

/** What the lessons bring: every other thing is answered by choosing among four options. */
export const things = Array.from({ length: Math.floor(days / lessonEvery) * perLesson }, (_, i) => ({
  id: `t${i}`,
  day: Math.floor(Math.floor(i / perLesson) * lessonEvery),
  options: i % 2 === 0 ? 4 : 0,
}));

/** A learner. The same seed is the same person, with the same days missed, whatever the policy. */
function createLearner(createMind, createPolicy, number) {
  const seed = 1000 + number;
  const person = randomFrom(seed);
  const minds = new Map(things.map(({ id, day }) => [id, createMind(person, day)]));
  return {
    minds,
    practises: Array.from({ length: days }, () => person() >= missedDays),
    luck: randomFrom(seed + 77_777),
    policy: createPolicy(randomFrom(seed + 99_999), minds, number),
    spent: Array(days).fill(0),
    predictions: [],
  };
}

function practise({ minds, luck, policy, spent, predictions }, day, minutes) {
  for (let minute = 0; minute < minutes; ) {
    const thing = policy.next(day, minute);
    if (thing === null) return;
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
    minute += (isRight ? secondsRight : secondsWrong) / 60;
    spent[day] = minute;
  }
}

/**
 * Ninety days of so many learners. @param createPolicy makes one for a learner, of chance, their memory and their number
 * @param minutesOf minutes of each learner on each day
 * @param fits what gives the learners other parameters overnight
 */
export async function simulate({ learners, minutes, createMind, createPolicy, minutesOf, fits }) {
  const all = Array.from({ length: learners }, (_, i) => createLearner(createMind, createPolicy, i));
  for (let day = 0; day < days; day++) {
    for (const [i, learner] of all.entries()) {
      if (!learner.practises[day]) continue;
      learner.policy.begin(day, minutes);
      practise(learner, day, minutesOf?.[i][day] ?? minutes);
    }
    for (const i of (await fits?.turn()) ?? []) all[i].policy.use(fits.parametersOf(i));
  }
  const knownOn = (day) => mean(all.map(({ minds }) => sum([...minds.values()].map((mind) => mind.recall(day)))));
  return {
    known: knownOn(days),
    kept: knownOn(later),
    spent: mean(all.map(({ spent }) => sum(spent))),
    minutesOf: all.map(({ spent }) => spent),
    predictions: all.flatMap(({ predictions }) => predictions),
  };
}

export const sum = (numbers) => numbers.reduce((total, one) => total + one, 0);
export const mean = (numbers) => sum(numbers) / numbers.length;
