/** The same entries in another order, the same one for the same seed. */
export function shuffled<T>(entries: readonly T[], seed: string): T[] {
  const random = randomFrom(seed);
  const keyed = entries.map((entry) => ({ entry, key: random() }));
  return keyed.sort((one, other) => one.key - other.key).map(({ entry }) => entry);
}

/** A small, fast generator of numbers from 0 to 1 (mulberry32), started from a text. */
function randomFrom(seed: string): () => number {
  let state = 2166136261;
  for (const sign of seed) state = Math.imul(state ^ (sign.codePointAt(0) ?? 0), 16777619);
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}
