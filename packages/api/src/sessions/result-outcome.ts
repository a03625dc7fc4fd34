import { sentenceErrors, wordStates } from '@tulkka/shared/grading';
import { memoryStandings } from '@tulkka/shared/memory';
import { z } from 'zod';
import { Moment } from '../http/fields.ts';

/** How far a session has come: items gone through, of how many, and the verdicts so far. */
export const Progress = z.strictObject({
  current: z.int().min(0),
  total: z.int().min(0),
  correct: z.int().min(0),
  incorrect: z.int().min(0),
});
export type Progress = z.infer<typeof Progress>;

/** What a learner is told about an answer. It is stored with the result, so that the same call gets the same answer. */
export const ResultOutcome = z.strictObject({
  success: z.literal(true),
  recorded: z.literal(true),
  item_id: z.string(),
  is_correct: z.boolean(),
  skipped: z.boolean(),
  graded_by: z.enum(['server', 'learner']).meta({ description: 'Whose verdict it is.' }),
  correct_answer: z.union([z.string(), z.array(z.string())]),
  explanation: z.string().nullable(),
  credit: z
    .number()
    .min(0)
    .max(1)
    .optional()
    .meta({ description: 'The share that was right; correct only when it is 1.' }),
  letter_differences: z
    .array(z.strictObject({ position: z.int().min(0), expected: z.string().nullable(), given: z.string().nullable() }))
    .optional()
    .meta({
      description: 'Spelling: the letters that differ; a missing one has no `given`, one too many no `expected`.',
    }),
  blanks: z
    .array(
      z.strictObject({
        index: z.int().min(0),
        is_correct: z.boolean(),
        given: z.string().nullable(),
        expected: z.string(),
      }),
    )
    .optional()
    .meta({ description: 'Cloze: each blank.' }),
  error_type: z.enum(sentenceErrors).optional().meta({ description: 'Sentence: why it is not right yet.' }),
  words: z
    .array(z.strictObject({ state: z.enum(wordStates), expected: z.string().nullable(), given: z.string().nullable() }))
    .optional()
    .meta({
      description:
        'By ear: the words in their order; a `missing` one has no `given`, an `extra` one no `expected`. Several that are one, as `I am` for `I’m`, stand together.',
    }),
  progress: Progress,
  // Optional for the answers that were kept before there were memories.
  next_due: Moment.nullable().optional().meta({ description: 'When it comes back; null while it rests.' }),
  next_due_days: z.int().min(0).optional().meta({ description: 'In so many days; 0 for again today.' }),
  standing: z.enum(memoryStandings).optional().meta({ description: 'How well it is remembered by now.' }),
});
export type ResultOutcome = z.infer<typeof ResultOutcome>;
