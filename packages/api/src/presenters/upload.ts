import type { PartedUpload } from '@tulkka/shared/repositories';
import { z } from 'zod';
import { Moment } from '../http/fields.ts';

const dayMs = 86_400_000;

/** A recording on its way in, as the one who sends it sees it. */
export const PresentedUpload = z
  .strictObject({
    id: z.string(),
    name: z.string(),
    size: z.int().min(1),
    part_size: z.int().min(1).meta({ description: 'Bytes of every part but the last.' }),
    parts: z.array(z.int().min(1)).meta({ description: 'The parts that are there, counted from 1.' }),
    lesson_id: z.string().nullable().meta({ description: 'The lesson that it became.' }),
    expires_at: Moment.meta({ description: 'When it is forgotten unless another part comes.' }),
  })
  .meta({ id: 'Upload' });

/** An upload with the parts that are there. */
export const presentUpload = (
  { id, name, size, part_size, lesson_id, updated_at }: PartedUpload,
  parts: readonly number[],
): z.input<typeof PresentedUpload> => ({
  id,
  name,
  size,
  part_size,
  parts: [...parts],
  lesson_id,
  expires_at: new Date(updated_at.getTime() + dayMs).toISOString(),
});
