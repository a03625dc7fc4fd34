import { z } from 'zod';

/** Why the sound of a kept recording gave no clips: it is not in the store, cannot be read, or ends before its transcript. */
export const SoundProblem = z.enum(['missing', 'unreadable', 'short']);
export type SoundProblem = z.infer<typeof SoundProblem>;

/** What a lesson tells of itself: who spoke how much, at which level, and what was taught when. */
export const LessonReport = z
  .strictObject({
    speakers: z.array(
      z.strictObject({
        speaker: z.string().nullable(),
        role: z.enum(['teacher', 'student', 'unknown']),
        share: z
          .number()
          .min(0)
          .max(1)
          .meta({ description: 'Of the speaking time; of the words, where the recording has no times.' }),
        words: z.int().min(0),
        words_per_minute: z.int().min(0).nullable(),
        questions: z.int().min(0),
      }),
    ),
    level: z.enum(['A1', 'A2', 'B1', 'B2', 'C1']).nullable().meta({
      description: 'Of the students, as far as the words that they use tell; null where they say too little.',
    }),
    taught: z.array(
      z.strictObject({
        at_ms: z.number().nullable(),
        kind: z.enum(['word', 'correction']),
        what: z.string(),
        asked_in: z
          .array(z.enum(['flashcards', 'spelling', 'fill_in_blank', 'grammar', 'sentence_builder']))
          .optional()
          .meta({
            description: 'The kinds of exercise of the set, as it was made, that ask it; sets made before say nothing.',
          }),
        not_asked: z
          .string()
          .nullable()
          .optional()
          .meta({ description: 'Why none asks it, for a teacher; null where one does.' }),
      }),
    ),
    account: z
      .string()
      .nullable()
      .meta({ description: 'What the lesson was about, in at most 150 words; null where no model read it.' }),
    sound: z
      .strictObject({
        problem: SoundProblem,
        detail: z.string().meta({ description: 'What is wrong, why, and what to do, for a teacher.' }),
      })
      .optional()
      .meta({
        description: 'Why the sound of its recording gave no clips; left out where nothing is known against it.',
      }),
  })
  .meta({ id: 'LessonReport' });
export type LessonReport = z.infer<typeof LessonReport>;
