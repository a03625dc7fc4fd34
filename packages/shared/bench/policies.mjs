// What our Today is compared with. A policy sees what a program sees: which things there are,
// and whether answers were right. `next(day, minute)` names a thing, or null when it has nothing more for the day.
import { newPerDay } from './today.mjs';

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
  'mistakes, worst first': mistakes,
  'SM-2': sm2,
  'by chance': byChance,
  'new only': newOnly,
};
