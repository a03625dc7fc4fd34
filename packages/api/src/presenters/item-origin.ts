import type { ItemOrigin } from '@tulkka/shared/repositories';
import { z } from 'zod';
import { SaidBy, saidBy } from './said-by.ts';

/** Where an item of a session comes from. */
export const PresentedOrigin = {
  lesson: z
    .strictObject({ title: z.string(), recording_id: z.string().nullable(), class_id: z.string().nullable() })
    .nullable(),
  quote: z.string().nullable().meta({ description: 'What was said in the lesson.' }),
  cue_ms: z.int().min(0).nullable().meta({ description: 'Where in the recording it was said.' }),
  said_by: SaidBy.nullable(),
};
type PresentedOrigin = z.input<z.ZodObject<typeof PresentedOrigin>>;

/** Picks what a learner may know of it. */
export const presentOrigin = (origin: ItemOrigin | undefined, userId: string): PresentedOrigin => ({
  lesson: origin ? { title: origin.title, recording_id: origin.recordingId, class_id: origin.classId } : null,
  quote: origin?.quote ?? null,
  cue_ms: origin?.atMs ?? null,
  said_by: saidBy(origin, userId),
});
