import fc from 'fast-check';
import { type Evidence, evidences, gradeAnswer } from './grade-answer.ts';
import { dayAfter, dayStartOf, startOfDate } from './learner-day.ts';
import { leechLapses } from './leech.ts';
import { type Memory, standingOf } from './memory.ts';
import { byEase, type DueThing, interleave, orderDue } from './practice-order.ts';
import { type Review, remember, replay, type Scheduling } from './remember.ts';
import { daysAround, defaultParameters, Forgetting } from './review.ts';

const zone = 'America/New_York';
const by: Scheduling = {
  seed: 'learner:spelling_bee:luggage',
  zone,
  retention: 0.9,
  parameters: defaultParameters,
  easyDays: [],
  loadOn: () => 0,
};
const start = startOfDate('2026-02-20', zone);
const review = (day: number, evidence: Evidence, minutes = 600): Review => {
  const answeredAt = new Date(dayAfter(start, day, zone).getTime() + minutes * 60_000);
  return { answeredAt, dayAt: dayStartOf(answeredAt, zone), evidence, answerKey: 'a', scheduledDays: null };
};
const playAll = (reviews: Review[]): Memory | null =>
  reviews.reduce<Memory | null>((memory, one) => remember(memory, one, by), null);

const evidence = fc.constantFrom(...evidences);
const history = fc
  .array(fc.tuple(fc.integer({ min: 0, max: 60 }), evidence), { minLength: 1, maxLength: 12 })
  .map((steps) => {
    let day = 0;
    return steps.map(([gap, what], i) => {
      day += gap;
      return { ...review(day, what, 60 + i), id: `r${String(i).padStart(2, '0')}` };
    });
  });

test('a first right answer comes back in days, a wrong one in ten minutes', () => {
  const right = remember(null, review(0, 'good'), by);
  expect(right).toMatchObject({ state: 'review', scheduledDays: 2, reps: 1, lapses: 0 });
  expect(right.dueAt).toEqual(dayAfter(start, 2, zone));
  const wrong = remember(null, review(0, 'again'), by);
  expect(wrong).toMatchObject({ state: 'learning', scheduledDays: 0, lapses: 0 });
  expect(wrong.dueAt.getTime() - wrong.lastReviewAt.getTime()).toBe(600_000);
});

test('reviews in time take a thing from days to months; one failure brings it back to days', () => {
  const memory = playAll([review(0, 'good'), review(2, 'good'), review(12, 'good'), review(55, 'good')]);
  expect(memory?.stability).toBeGreaterThan(100);
  expect(memory && standingOf(memory, start)).toBe('known');
  const failed = remember(memory, review(200, 'again'), by);
  expect(failed).toMatchObject({ state: 'relearning', lapses: 1 });
  expect(failed.stability).toBeLessThan(20);
  expect(standingOf(failed, failed.lastReviewAt)).toBe('slipping');
});

test('a failure while it is being learned is no lapse; six lapses send it to rest', () => {
  let memory = playAll([review(0, 'again'), review(0, 'again', 700)]);
  expect(memory?.lapses).toBe(0);
  for (let i = 0; i < leechLapses; i++) {
    memory = remember(memory, review(10 * i + 1, 'good'), by);
    memory = remember(memory, review(10 * i + 5, 'again'), by);
  }
  expect(memory?.lapses).toBe(leechLapses);
  expect(memory && standingOf(memory, start)).toBe('resting');
});

test('a right answer among options may be a guess: until a thing lasted a day it comes back sooner', () => {
  expect(remember(null, review(0, 'picked'), by).scheduledDays).toBe(1);
  expect(remember(null, review(0, 'good'), by).scheduledDays).toBe(2);
  const known = playAll([review(0, 'good'), review(2, 'good')]);
  const [picked, typed] = [review(12, 'picked'), review(12, 'good')].map((one) => remember(known, one, by));
  expect(picked).toEqual(typed);
});

test('an item whose answer became another is learned anew', () => {
  const memory = playAll([review(0, 'good'), review(2, 'good'), review(12, 'good')]);
  const mended = remember(memory, { ...review(50, 'good'), answerKey: 'b' }, by);
  expect(mended).toMatchObject({ reps: 1, scheduledDays: 2, answerKey: 'b' });
});

test('nothing is ever due before it was answered', () => {
  fc.assert(
    fc.property(history, (log) => {
      let memory: Memory | null = null;
      for (const one of log) {
        memory = remember(memory, one, by);
        expect(memory.dueAt > one.answeredAt).toBe(true);
        expect(memory.slipsAt > one.dayAt).toBe(true);
      }
    }),
  );
});

test('a better answer never gives a shorter interval, whatever the load, the parameters and the easy days', () => {
  const worse: Evidence[] = ['again', 'hard', 'picked', 'good', 'easy'];
  const crooked = fc.array(fc.double({ min: 0.5, max: 1.5, noNaN: true }), { minLength: 21, maxLength: 21 });
  const loads = fc.array(fc.nat(20), { minLength: 60, maxLength: 60 });
  fc.assert(
    fc.property(history, crooked, loads, fc.integer({ min: 0, max: 90 }), (log, factors, load, gap) => {
      const parameters = defaultParameters.map((value, i) => value * (factors[i] ?? 1));
      const scheduling = { ...by, parameters, easyDays: [6, 7], loadOn: (days: number) => load[days] ?? 0 };
      const memory = log.reduce<Memory | null>((before, one) => remember(before, one, scheduling), null);
      const last = log.at(-1);
      if (!last) return;
      const at = new Date(last.answeredAt.getTime() + gap * 86_400_000 + 60_000);
      const days = worse.map((what) => {
        const next = {
          answeredAt: at,
          dayAt: dayStartOf(at, zone),
          evidence: what,
          answerKey: 'a',
          scheduledDays: null,
        };
        return remember(memory, next, scheduling).scheduledDays;
      });
      expect(days).toEqual([...days].sort((a, b) => a - b));
    }),
  );
});

test('built again from its log a memory is the same, whatever the order of the log', () => {
  fc.assert(
    fc.property(history, fc.infiniteStream(fc.nat()), (log, dice) => {
      const kept = playAll(log);
      const withChoices = log.map((one) => ({ ...one, order: dice.next().value ?? 0 }));
      withChoices.sort((a, b) => a.order - b.order);
      expect(replay(withChoices, by)).toEqual(kept);
    }),
  );
});

test('a day that was chosen by the load of then stays chosen when the memory is built again', () => {
  const first = remember(null, review(0, 'good'), by);
  const busy = { ...by, loadOn: (days: number) => (days === 11 ? 0 : 50) };
  const second = remember(first, review(2, 'good'), busy);
  const log = [review(0, 'good'), { ...review(2, 'good'), scheduledDays: second.scheduledDays }];
  expect(
    replay(
      log.map((one, i) => ({ ...one, id: String(i) })),
      by,
    )?.dueAt,
  ).toEqual(second.dueAt);
});

test('twenty new things do not come back as a lump, and easy days get little', () => {
  const days = Array.from({ length: 200 }, (_, i) => {
    const scheduling = { ...by, seed: `thing ${i}` };
    return remember(remember(null, review(0, 'good'), scheduling), review(2, 'good'), scheduling);
  });
  const spread = new Set(days.map((memory) => memory.scheduledDays));
  expect(spread.size).toBeGreaterThanOrEqual(3);
  const easy = Array.from({ length: 200 }, (_, i) => {
    const scheduling = { ...by, seed: `thing ${i}`, easyDays: [6] };
    const memory = remember(remember(null, review(0, 'good'), scheduling), review(2, 'good'), scheduling);
    return new Intl.DateTimeFormat('en', { weekday: 'short', timeZone: zone }).format(memory.dueAt);
  });
  expect(easy.filter((weekday) => weekday === 'Sat').length).toBeLessThan(10);
});

test('the day of the next review stays near the interval, and below two and a half days there is no choice', () => {
  expect(daysAround(2, 0)).toEqual({ first: 2, last: 2 });
  const { first, last } = daysAround(30, 10);
  expect([first, last]).toEqual([27, 33]);
});

test('the curve and its inverse agree', () => {
  const forgetting = new Forgetting();
  for (const chance of [0.95, 0.9, 0.8, 0.5]) {
    expect(forgetting.retrievability(7, forgetting.daysUntil(7, chance))).toBeCloseTo(chance, 6);
  }
});

test.each<[string, Partial<Parameters<typeof gradeAnswer>[0]>, Evidence]>([
  ['wrong', { isCorrect: false }, 'again'],
  ['skipped', { skipped: true }, 'again'],
  ['right after the answer was shown', { hinted: 'answer' }, 'again'],
  ['right after a hint', { hinted: 'shape' }, 'hard'],
  ['right at the second attempt', { attempts: 2 }, 'hard'],
  ['right', {}, 'good'],
  ['right, typed and fast', { timeSpentMs: 2000 }, 'quick'],
  ['right in no time', { timeSpentMs: 0 }, 'good'],
  ['right and fast, but picked', { timeSpentMs: 2000, gameType: 'advanced_cloze' }, 'picked'],
  ['heard and typed, in whatever game', { wasHeard: 'typed', gameType: 'advanced_cloze' }, 'good'],
  ['heard and typed fast', { wasHeard: 'typed', timeSpentMs: 2000 }, 'good'],
  ['heard and chosen', { wasHeard: 'chosen', gameType: 'advanced_cloze' }, 'picked'],
  ['heard and typed after a hint', { wasHeard: 'typed', hinted: 'shape' }, 'hard'],
  ['right and fast, usual time not known', { timeSpentMs: 2000, usualMs: null }, 'good'],
  ['a card that the learner calls hard', { gameType: 'flashcards', rating: 'hard' }, 'hard'],
  ['a card without a rating', { gameType: 'flashcards', timeSpentMs: 2000 }, 'good'],
  ['a rating in another game', { rating: 'easy' }, 'good'],
])('%s is evidence', (_, signs, expected) => {
  const right = { isCorrect: true, skipped: false, attempts: 1, hinted: 'none', timeSpentMs: 6000 } as const;
  expect(gradeAnswer({ gameType: 'spelling_bee', answerLength: 7, usualMs: 6000, ...right, ...signs })).toBe(expected);
});

const games = ['flashcards', 'spelling_bee', 'advanced_cloze', 'grammar_challenge', 'sentence_builder'] as const;

test('a mixed session loses nothing, and has no four of a kind where there is another', () => {
  const candidate = fc.record({
    gameType: fc.constantFrom(...games),
    itemId: fc.uuid(),
    thing: fc.constantFrom('one', 'two', 'three', 'four', 'five', 'six'),
    why: fc.constant('due' as const),
  });
  fc.assert(
    fc.property(fc.array(candidate, { maxLength: 30 }), (wanted) => {
      const order = interleave(wanted);
      expect(new Set(order)).toEqual(new Set(wanted));
      expect(order).toHaveLength(wanted.length);
      for (let i = 3; i < order.length; i++) {
        const four = new Set(order.slice(i - 3, i + 1).map((one) => one.gameType));
        const othersLeft = order.slice(i).some((one) => one.gameType !== order[i]?.gameType);
        expect(four.size > 1 || !othersLeft).toBe(true);
      }
    }),
  );
  expect([...games].sort(byEase)[0]).toBe('flashcards');
});

test('after a holiday the things come first that a minute keeps most of', () => {
  const thing = (itemId: string, stability: number, elapsedDays: number): DueThing => ({
    gameType: 'spelling_bee',
    itemId,
    thing: itemId,
    why: 'due',
    stability,
    difficulty: 5,
    elapsedDays,
  });
  const due = [thing('gone', 0.3, 60), thing('young', 5, 12), thing('old', 300, 310)];
  const forgetting = new Forgetting();
  expect(orderDue(due, 3, forgetting).map(({ itemId }) => itemId)).toEqual(['gone', 'young', 'old']);
  expect(orderDue([...due].reverse(), 2, forgetting).map(({ itemId }) => itemId)).toEqual(['gone', 'young']);
});
