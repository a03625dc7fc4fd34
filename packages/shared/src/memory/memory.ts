/** Whether a thing is being learned, kept by reviews, or learned again after it was forgotten. */
export const memoryStates = ['learning', 'review', 'relearning'] as const;
export type MemoryState = (typeof memoryStates)[number];

/** How well a learner remembers one thing in one skill. Days are the learner's own, see `learner-day.ts`. */
export interface Memory {
  /** Days after which the chance to recall it has fallen to 90 %. */
  stability: number;
  /** How hard it is for this learner, from 1 to 10. */
  difficulty: number;
  state: MemoryState;
  dueAt: Date;
  /** When the chance to recall it will be so low that it counts as slipping. */
  slipsAt: Date;
  lastReviewAt: Date;
  /** When the learner's day of the last review began. */
  lastDayAt: Date;
  reps: number;
  lapses: number;
  /** Days from the last review to the next; 0 while it comes back within the day. */
  scheduledDays: number;
  /** Since when it rests: it is not due until somebody wakes it. */
  suspendedAt: Date | null;
  /** The answer that is remembered: where the item's answer becomes another, it is learned anew. */
  answerKey: string;
}

/** Where a thing stands for its learner, as it is shown. */
export const memoryStandings = ['known', 'learning', 'slipping', 'resting'] as const;
export type MemoryStanding = (typeof memoryStandings)[number];

/** From this stability on a thing counts as known: it is then expected to last three weeks. */
export const knownStability = 21;

/** Where a memory stands at a moment. */
export function standingOf(memory: Memory, at: Date): MemoryStanding {
  if (memory.suspendedAt !== null) return 'resting';
  // What was never known cannot slip.
  if (memory.state === 'learning') return 'learning';
  if (memory.state === 'relearning' || memory.slipsAt <= at) return 'slipping';
  return memory.stability >= knownStability ? 'known' : 'learning';
}
