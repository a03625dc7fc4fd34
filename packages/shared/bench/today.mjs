// Our own policy, made of the very rules that the service runs.
import {
  dayStartOf,
  daysBetween,
  defaultParameters,
  Forgetting,
  interleave,
  orderDue,
  remember,
  replayLog,
  stepMs,
} from '../dist/memory/index.js';

const start = Date.UTC(2026, 0, 5, 4);
const momentOf = (day, minute) => new Date(start + day * 86_400_000 + 14 * 3_600_000 + minute * 60_000);
/** As the defaults of a profile have it. */
export const newPerDay = 10;

/**
 * Our Today: due before new, forgotten things again in ten minutes or at the end, the day's size by the minutes there are.
 * @param log answers by thing, written as they come
 */
export function today(things, log, wanted) {
  const memories = new Map();
  const load = new Map();
  let parameters = defaultParameters;
  let forgetting = new Forgetting(parameters, wanted);
  let plan = [];
  let again = [];
  let answers = 0;
  let today = 0;
  const by = (thing) => ({
    seed: `bench:${thing.id}`,
    zone: 'UTC',
    retention: wanted,
    parameters,
    easyDays: [],
    loadOn: (days) => load.get(today + days) ?? 0,
  });
  return {
    /** Goes on with other parameters: memories are made anew of the log, as the daily turn does. */
    use(others) {
      parameters = others;
      forgetting = new Forgetting(parameters, wanted);
      for (const thing of things) {
        const reviews = log.get(thing.id);
        if (reviews) memories.set(thing.id, replayLog(reviews, `bench:${thing.id}`, parameters));
      }
    },
    begin(day, minutes) {
      const now = momentOf(day, 0);
      today = day;
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
      const logged = {
        ...review,
        id: String(answers++).padStart(8, '0'),
        zone: 'UTC',
        retention: wanted,
        scheduledDays: memory.scheduledDays,
      };
      log.set(thing.id, [...(log.get(thing.id) ?? []), logged]);
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
