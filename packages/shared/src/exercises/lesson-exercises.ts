import { z } from 'zod';
import { Analysis } from './analysis.ts';
import { FillInBlank, Flashcard, GrammarQuestion, SentenceBuilder, SpellingWord } from './items.ts';
import { LessonReport } from './lesson-report.ts';

/** Something that was found but not used, and why; `what` names it briefly. */
export const DroppedItem = z
  .strictObject({ kind: z.string(), what: z.string(), reason: z.string() })
  .meta({ id: 'DroppedItem' });
export type DroppedItem = z.infer<typeof DroppedItem>;

/** How the quality rules judged a set. */
export const QualityReport = z
  .strictObject({
    rules_checked: z.array(z.string()),
    dropped: z.array(DroppedItem),
    /** Sentences for a person: why there are few items, which engine stepped in, and the like. */
    notes: z.array(z.string()),
  })
  .meta({ id: 'QualityReport' });
export type QualityReport = z.infer<typeof QualityReport>;

export const Engine = z.enum(['openai', 'rules']).meta({ id: 'Engine' });
export type Engine = z.infer<typeof Engine>;

/** One lesson's practice: five kinds of exercise, what they were made from, and how they were judged. */
export const LessonExercises = z
  .strictObject({
    lesson_number: z.int().min(1),
    flashcards: z.array(Flashcard),
    spelling: z.array(SpellingWord),
    fill_in_blank: z.array(FillInBlank),
    grammar: z.array(GrammarQuestion),
    sentence_builder: z.array(SentenceBuilder),
    total_exercises: z.int().min(0),
    /** At least 8 items and every rule kept. */
    quality_passed: z.boolean(),
    quality: QualityReport,
    analysis: Analysis,
    engine: Engine,
    /** Sets that were made before have none. */
    report: LessonReport.optional(),
  })
  .meta({ id: 'LessonExercises' });
export type LessonExercises = z.infer<typeof LessonExercises>;

/** The five lists of a set, in the order people read them. */
export const exerciseKinds = ['flashcards', 'spelling', 'fill_in_blank', 'grammar', 'sentence_builder'] as const;
export type ExerciseKind = (typeof exerciseKinds)[number];
