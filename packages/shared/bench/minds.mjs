// Learners that our code did not make: three ways to remember that are not FSRS. How fast they forget at first and how
// much a review in time strengthens is of the size that is known of people: some 80 % after a day, threefold by a review. Each gives, for one thing, the chance to
// recall it after the lesson that taught it, and what a review does to it. Days are real numbers; `random` gives numbers from 0 to 1.

/** Half-life regression with spacing: forgetting is exponential, and a review that comes late strengthens more. */
const exponential = (random, taughtOn) => {
  let halfLife = 3 * Math.exp(0.6 * gauss(random));
  let last = taughtOn;
  return {
    recall: (day) => 2 ** (-(day - last) / halfLife),
    review(day, recalled) {
      const chance = this.recall(day);
      halfLife *= recalled ? 1 + 10 * Math.min(1 - chance, 0.3) : 0.5;
      halfLife = Math.min(Math.max(halfLife, 0.3), 2000);
      last = day;
    },
  };
};

/** Power-law forgetting with an ease for each thing. */
const powerLaw = (random, taughtOn) => {
  const ease = Math.exp(0.5 * gauss(random));
  let strength = 4 * ease;
  let last = taughtOn;
  return {
    recall: (day) => (1 + (day - last) / strength) ** -0.8,
    review(day, recalled) {
      const gap = day - last;
      strength = recalled ? strength + 8 * ease * Math.min(gap, 0.35 * strength) : 0.6 * strength;
      strength = Math.min(Math.max(strength, 0.4), 3000);
      last = day;
    },
  };
};

/** Three states, unknown, fragile and solid, with leaps between them: nothing is remembered by degrees. */
const threeStates = (random, taughtOn) => {
  const leap = Math.min(0.85, 0.4 * Math.exp(0.5 * gauss(random)));
  let [fragile, solid] = [0.9, 0];
  let last = taughtOn;
  const at = (day) => {
    const gap = day - last;
    const falls = solid * (1 - Math.exp(-gap / 120));
    return { solid: solid - falls, fragile: fragile * Math.exp(-gap / 14) + falls * Math.exp(-gap / 28) };
  };
  return {
    recall(day) {
      const now = at(day);
      return 0.97 * now.solid + 0.9 * now.fragile;
    },
    review(day, recalled) {
      const gap = day - last;
      const now = at(day);
      if (!recalled) [fragile, solid] = [0.9, 0.3 * now.solid];
      else {
        const known = Math.max(now.solid + now.fragile, 1e-6);
        const settles = gap >= 0.6 ? leap : 0.02;
        [fragile, solid] = [(now.fragile / known) * (1 - settles), now.solid / known + (now.fragile / known) * settles];
      }
      last = day;
    },
  };
};

export const minds = { exponential, 'power law': powerLaw, 'three states': threeStates };

/** Numbers from 0 to 1 that are the same for the same seed. */
export function randomFrom(seed) {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = state;
    t = Math.imul(t ^ (t >>> 15), t | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32;
  };
}

function gauss(random) {
  return Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());
}
