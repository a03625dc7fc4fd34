// What to practise next: ours, and what it is compared with. A policy sees what a program sees: which things there are,
// and whether answers were right. `next(day, minute)` names a thing, or null when it has nothing more for the day.
import {
  dayStartOf,
  daysBetween,
  defaultParameters,
  Forgetting,
  interleave,
  orderDue,
  remember,
  stepMs,
} from '../dist/memory/index.js';

const start = Date.UTC(2026, 0, 5, 4);
const momentOf = (day, minute) => new Date(start + day * 86_400_000 + 14 * 3_600_000 + minute * 60_000);
const newPerDay = 10;

/** Our Today: due before new, forgotten things again in ten minutes or at the end, the day's size by the minutes there are. */
function today(things) {
  const memories = new Map();
  const load = new Map();
  const forgetting = new Forgetting();
  let plan = [];
  let again = [];
  const by = (thing) => ({
    seed: `bench:${thing.id}`,
    zone: 'UTC',
    retention: 0.9,
    parameters: defaultParameters,
    easyDays: [],
    loadOn: (days) => load.get(by.day + days) ?? 0,
  });
  return {
    begin(day, minutes) {
      const now = momentOf(day, 0);
      by.day = day;
      const due = things
        .filter(
          ({ id, day: from }) =>
            from <= day && memories.has(id) && memories.get(id).dueAt <= now && !memories.get(id).suspendedAt,
        )
        .map((thing) => ({
          ...candidate(thing, 'due'),
          ...memories.get(thing.id),
          elapsedDays: elapsed(memories.get(thing.id), now),
        }));
      const fresh = things
        .filter(({ id, day: from }) => from <= day && !memories.has(id))
        .sort((a, b) => b.day - a.day)
        .slice(0, newPerDay)
        .map((thing) => candidate(thing, 'new'));
      plan = interleave([...orderDue(due, Math.ceil(minutes * 7), forgetting), ...fresh]);
      again = [];
    },
    next(_day, minute) {
      const ready = again.findIndex((one) => one.at <= minute);
      if (ready >= 0) return again.splice(ready, 1)[0].thing;
      return plan.shift()?.of ?? again.shift()?.thing ?? null;
    },
    predict: (thing, day) => {
      const memory = memories.get(thing.id);
      if (memory?.state !== 'review') return null;
      const days = elapsed(memory, momentOf(day, 0));
      return days === 0 ? null : forgetting.retrievability(memory.stability, days);
    },
    learn(thing, day, minute, isRight) {
      const answeredAt = momentOf(day, minute);
      const evidence = isRight ? (thing.options ? 'picked' : 'good') : 'again';
      const before = memories.get(thing.id) ?? null;
      const review = {
        answeredAt,
        dayAt: dayStartOf(answeredAt, 'UTC'),
        evidence,
        answerKey: 'a',
        scheduledDays: null,
      };
      const memory = remember(before, review, by(thing));
      memories.set(thing.id, memory);
      if (isRight) load.set(day + memory.scheduledDays, (load.get(day + memory.scheduledDays) ?? 0) + 1);
      else if (memory.suspendedAt === null) again.push({ thing, at: minute + stepMs / 60_000 });
    },
  };
}

const elapsed = (memory, now) => daysBetween(memory.lastDayAt, dayStartOf(now, 'UTC'));
const candidate = (thing, why) => ({
  gameType: thing.options ? 'advanced_cloze' : 'spelling_bee',
  itemId: thing.id,
  thing: thing.id,
  why,
  of: thing,
});

/** What the games did before: what is new once, then mistakes, the most frequent first. */
function mistakes(things) {
  const wrong = new Map();
  const seen = new Set();
  let played = new Set();
  return {
    begin: () => {
      played = new Set();
    },
    next(day) {
      const there = things.filter((thing) => thing.day <= day && !played.has(thing.id));
      const fresh = there.filter(({ id }) => !seen.has(id)).sort((a, b) => b.day - a.day);
      if (fresh.length > 0) return fresh[0];
      return there.filter(({ id }) => wrong.has(id)).sort((a, b) => wrong.get(b.id) - wrong.get(a.id))[0] ?? null;
    },
    learn(thing, _day, _minute, isRight) {
      seen.add(thing.id);
      played.add(thing.id);
      if (!isRight) wrong.set(thing.id, (wrong.get(thing.id) ?? 0) + 1);
    },
  };
}

/** SM-2 as Anki's ancestors have it: an ease for each thing, wrong ones again on the same day. */
function sm2(things) {
  const cards = new Map();
  let fresh = 0;
  let again = [];
  return {
    begin: () => {
      fresh = 0;
      again = [];
    },
    next(day) {
      const due = things
        .filter(({ id }) => cards.has(id) && cards.get(id).due <= day && !again.some((one) => one.id === id))
        .sort((a, b) => cards.get(a.id).due - cards.get(b.id).due)[0];
      if (due) return due;
      const unseen = things
        .filter(({ id, day: from }) => from <= day && !cards.has(id))
        .sort((a, b) => b.day - a.day)[0];
      if (unseen && fresh < newPerDay) {
        fresh += 1;
        return unseen;
      }
      return again.shift() ?? null;
    },
    learn(thing, day, _minute, isRight) {
      const card = cards.get(thing.id) ?? { ease: 2.5, reps: 0, interval: 0 };
      const quality = isRight ? 4 : 1;
      card.ease = Math.max(1.3, card.ease + 0.1 - (5 - quality) * (0.08 + (5 - quality) * 0.02));
      if (isRight) {
        card.reps += 1;
        card.interval = card.reps === 1 ? 1 : card.reps === 2 ? 6 : Math.round(card.interval * card.ease);
      } else {
        card.reps = 0;
        card.interval = 1;
        again.push(thing);
      }
      card.due = day + card.interval;
      cards.set(thing.id, card);
    },
  };
}

/** Anything that there is, by chance. */
const byChance = (things, random) => ({
  begin: () => undefined,
  next(day) {
    const there = things.filter((thing) => thing.day <= day);
    return there[Math.floor(random() * there.length)] ?? null;
  },
  learn: () => undefined,
});

/** What is new, and when nothing is, the lessons again from the first. */
function newOnly(things) {
  const times = new Map();
  return {
    begin: () => undefined,
    next: (day) =>
      things.filter((thing) => thing.day <= day).sort((a, b) => (times.get(a.id) ?? 0) - (times.get(b.id) ?? 0))[0] ??
      null,
    learn(thing) {
      times.set(thing.id, (times.get(thing.id) ?? 0) + 1);
    },
  };
}

export const policies = {
  'our Today': today,
  'mistakes, worst first': mistakes,
  'SM-2': sm2,
  'by chance': byChance,
  'new only': newOnly,
};
