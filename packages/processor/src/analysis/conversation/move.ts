/** What a sentence does in the talk, whoever asks: it praises, greets, runs the class. */
export interface Move {
  name: string;
  says: string;
  isIn: (text: string) => boolean;
  /** Sentences that do it, and sentences that look alike and do not. */
  finds: readonly string[];
  leaves: readonly string[];
  /** Why it cannot do without punctuation. */
  needsMarks?: string;
}

/** A move that is known by how its sentence is put. */
export function phrasedAs({ patterns, ...move }: Omit<Move, 'isIn'> & { patterns: readonly RegExp[] }): Move {
  return { ...move, isIn: (text) => patterns.some((pattern) => pattern.test(text)) };
}
