import type { Memory } from './memory.ts';

/** Forgotten so often, a thing is not learned by asking again: it rests until somebody looks at it. */
export const leechLapses = 6;

/** Whether a memory that was just forgotten again goes to rest; every further half as many times it does once more. */
export function becomesLeech(lapses: number): boolean {
  return lapses >= leechLapses && (lapses - leechLapses) % (leechLapses / 2) === 0;
}

/** The memory without a rest that somebody ended since. */
export function rested(memory: Memory, wokenAt: Date | null): Memory {
  const { suspendedAt } = memory;
  return suspendedAt !== null && wokenAt !== null && suspendedAt <= wokenAt ? { ...memory, suspendedAt: null } : memory;
}
