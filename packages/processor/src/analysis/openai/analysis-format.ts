import { type Analysis, CorrectionCategory } from '@tulkka/shared/exercises';
import { z } from 'zod';

/*
 * The form in which the model answers: every property required, "none" is null, no bounds and no patterns, because
 * models differ in which of those they take. What it leaves open is checked after.
 */
export const AnalysisAnswer = z.object({
  vocabulary: z.array(
    z.object({ term: z.string(), part_of_speech: z.string(), definition: z.string().nullable(), quote: z.string() }),
  ),
  corrections: z.array(
    z.object({
      wrong: z.string(),
      right: z.string(),
      category: CorrectionCategory,
      explicit: z.boolean(),
      quote: z.string(),
    }),
  ),
  sentences: z.array(z.object({ text: z.string(), quote: z.string() })),
  // What a server leaves out that does not keep the schema spoils nothing.
  account: z.string().nullable().default(null),
});
export type AnalysisAnswer = z.infer<typeof AnalysisAnswer>;

const fold = (text: string): string => text.toLowerCase().replace(/\s+/g, ' ').trim();

/** The analyses of a lesson's parts as one, each claim once. */
export function mergeAnalyses(parts: readonly Analysis[]): Analysis {
  const once = <T>(items: T[], keyOf: (item: T) => string): T[] =>
    [...new Map(items.toReversed().map((item) => [keyOf(item), item])).values()].toReversed();
  return {
    vocabulary: once(
      parts.flatMap((part) => part.vocabulary),
      ({ term }) => fold(term),
    ),
    corrections: once(
      parts.flatMap((part) => part.corrections),
      ({ wrong, right }) => `${fold(wrong)} → ${fold(right)}`,
    ),
    sentences: once(
      parts.flatMap((part) => part.sentences),
      ({ text }) => fold(text),
    ),
  };
}
