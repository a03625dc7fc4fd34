import type { Analysis } from '../exercises/index.ts';
import type { quotePlacer, SpokenCue } from '../transcripts/index.ts';

/** Whose words a quote is. */
export type Speaker = 'teacher' | 'student';

/** So many signs must there be, and so large a part of them must agree. */
const leastSigns = 2;
const agreeing = 0.75;

/**
 * The label of who teaches: whoever explains words and names mistakes. Null where the recording names no speakers, or
 * where the signs disagree: saying nothing is better than putting words into somebody’s mouth.
 */
export function findTeacher(analysis: Analysis, placeQuote: ReturnType<typeof quotePlacer>): string | null {
  const quotes = [
    ...analysis.vocabulary.filter(({ definition }) => definition !== null),
    ...analysis.corrections.filter(({ explicit }) => explicit),
  ];
  const signs = new Map<string, number>();
  for (const { quote } of quotes) {
    const label = placeQuote(quote)?.speaker ?? null;
    if (label !== null) signs.set(label, (signs.get(label) ?? 0) + 1);
  }
  const total = [...signs.values()].reduce((sum, count) => sum + count, 0);
  const [label = null, count = 0] = [...signs].sort(([, a], [, b]) => b - a)[0] ?? [];
  return count >= leastSigns && count >= agreeing * total ? label : null;
}

/** Whether one person alone speaks with the teacher. */
export const isOneToOne = (cues: readonly SpokenCue[], teacher: string | null): boolean =>
  teacher !== null && new Set(cues.flatMap(({ speaker }) => speaker ?? [])).size === 2;

/** Whose words those of a cue are. */
export function speakerOf(cue: SpokenCue | null, teacher: string | null): Speaker | null {
  if (teacher === null || cue?.speaker == null) return null;
  return cue.speaker === teacher ? 'teacher' : 'student';
}
