// How far practice could get at all: a policy that sees each learner's real memory, which no program can.

/** Takes what has really fallen below a chance to be recalled, the most forgotten first, and each thing once a day. */
export const oracleAt = (threshold) => (things, _random, minds) => {
  let asked = new Set();
  return {
    begin: () => {
      asked = new Set();
    },
    next(day, minute) {
      let [lowest, found] = [threshold, null];
      for (const thing of things) {
        if (thing.day > day || asked.has(thing.id)) continue;
        const chance = minds.get(thing.id).recall(day + minute / 1440);
        if (chance < lowest) [lowest, found] = [chance, thing];
      }
      return found;
    },
    learn: (thing) => asked.add(thing.id),
  };
};

/** The chances below which it is tried; which one does best depends on the memory. */
export const thresholds = [0.8, 0.85, 0.9, 0.95];
