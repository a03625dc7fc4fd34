import { defaultParameters, type Evidence, Forgetting, type LoggedReview, type Strength } from '../memory/index.ts';
import { type History, historiesOf, logLoss, type Step, trialsOf } from './histories.ts';
import { fewestReviews, fitAndJudge, isWorthATry } from './judge.ts';
import { type Fit, loadOptimizer } from './optimizer.ts';

const day = 86_400_000;
const monday = Date.UTC(2026, 0, 5, 4);
const logged = (id: string, days: number, evidence: Evidence, answerKey = 'a'): LoggedReview => ({
  id,
  answeredAt: new Date(monday + days * day + 3_600_000),
  dayAt: new Date(monday + days * day),
  evidence,
  answerKey,
  scheduledDays: null,
  zone: 'UTC',
  retention: 0.9,
});

/** Learners who forget so much faster than most: what they know lasts a third of what FSRS expects. */
function forgetful(things: number): History[] {
  const forgetting = new Forgetting();
  let state = 7;
  const dice = (): number => {
    state = (state * 48_271) % 2_147_483_647;
    return state / 2_147_483_647;
  };
  return Array.from({ length: things }, (_, thing) => {
    let strength: Strength | null = null;
    let at = monday + (thing % 40) * day;
    return Array.from({ length: 8 }, (_, i): Step => {
      const elapsedDays = strength === null ? 0 : 1 + Math.floor(dice() * 2 * strength.stability);
      at += elapsedDays * day;
      const isRight = i === 0 || dice() < forgetting.retrievability((strength?.stability ?? 1) / 3, elapsedDays);
      const evidence = isRight ? 'good' : 'again';
      strength = forgetting.after(strength, evidence, elapsedDays);
      return { at, evidence, elapsedDays };
    });
  });
}

test('a thing’s answers are one history, in the order they were given, until its answer becomes another', () => {
  const log = [
    logged('3', 4, 'again'),
    logged('1', 0, 'good'),
    logged('2', 0, 'hard'),
    logged('4', 9, 'good', 'b'),
    logged('5', 11, 'picked', 'b'),
  ];
  const histories = historiesOf(log);
  expect(histories.map((history) => history.map(({ evidence, elapsedDays }) => [evidence, elapsedDays]))).toEqual([
    [
      ['good', 0],
      ['hard', 0],
      ['again', 4],
    ],
    [
      ['good', 0],
      ['picked', 2],
    ],
  ]);
  // The answers of the same day and the first ones say nothing about forgetting.
  expect(trialsOf(histories.toReversed()).map(({ step, before }) => [step.evidence, before.length])).toEqual([
    ['again', 2],
    ['picked', 1],
  ]);
});

test('parameters that expect what was answered have the lower loss', () => {
  const trials = trialsOf(forgetful(200));
  const pessimistic = defaultParameters.map((value, i) => (i < 4 ? value / 3 : value));
  expect(logLoss(trials, pessimistic)).toBeLessThan(logLoss(trials, defaultParameters));
});

test('a fit is taken only where it predicts the newest answers better, and is then made of all', async () => {
  const trials = trialsOf(forgetful(200));
  expect(trials.length).toBeGreaterThanOrEqual(fewestReviews);
  const pessimistic = defaultParameters.map((value, i) => (i < 4 ? value / 3 : value));
  const asked: number[] = [];
  const fitting =
    (found: readonly number[]): Fit =>
    async ({ length }) => {
      asked.push(length);
      return found;
    };
  const better = await fitAndJudge(trials, defaultParameters, fitting(pessimistic));
  expect(better).toMatchObject({ isBetter: true, parameters: pessimistic, reviews: trials.length });
  expect(asked).toEqual([Math.ceil(trials.length * 0.8), trials.length]);
  const worse = await fitAndJudge(trials, pessimistic, fitting(defaultParameters));
  expect(worse).toMatchObject({ isBetter: false, parameters: pessimistic });
  expect(await fitAndJudge(trials.slice(0, fewestReviews - 1), defaultParameters, fitting(pessimistic))).toBeNull();
});

test('a fit is tried from a thousand reviews on, again with a quarter more, and after thirty days with newer answers', () => {
  const at = new Date(monday);
  const after = (days: number): Date => new Date(monday + days * day);
  const isWorth = (reviews: number, last: number | null, newest: number, now: number): boolean =>
    isWorthATry({ reviews, newestAt: after(newest) }, last === null ? undefined : { reviews: last, at }, after(now));
  expect([999, 1000].map((reviews) => isWorth(reviews, null, -1, 0))).toEqual([false, true]);
  expect([1249, 1250].map((reviews) => isWorth(reviews, 1000, 1, 2))).toEqual([false, true]);
  expect([29, 30].map((days) => isWorth(2000, 2000, 1, days))).toEqual([false, true]);
  expect(isWorth(2000, 2000, -1, 30)).toBe(false);
});

const optimizer = await loadOptimizer();
const whereThereIsOne = optimizer === null ? test.skip : test;

whereThereIsOne('the optimizer learns who forgets faster than most', async () => {
  const trials = trialsOf(forgetful(300));
  const judged = optimizer && (await fitAndJudge(trials, defaultParameters, optimizer));
  expect(judged).toMatchObject({ isBetter: true });
  expect(judged?.logLoss).toBeLessThan((judged?.logLossInUse ?? 0) - 0.02);
  expect(judged?.parameters).toHaveLength(defaultParameters.length);
});
