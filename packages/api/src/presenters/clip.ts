import type { ClipWithLearner } from '@tulkka/shared/repositories';
import { z } from 'zod';

/** A clip as the people see it who keep its class. */
export const PresentedClip = z
  .strictObject({
    id: z.string(),
    said_by: z
      .enum(['teacher', 'student'])
      .nullable()
      .meta({ description: 'Null where nobody knows: then no learner hears it.' }),
    start_ms: z.int().min(0).meta({ description: 'Where in the recording it begins.' }),
    end_ms: z.int().min(0),
    url: z.string().meta({ description: 'Where it is heard, by the rules of the lesson it is from.' }),
  })
  .meta({ id: 'Clip' });

/** Picks what leaves the system. */
export const presentClip = ({
  id,
  said_by,
  start_ms,
  end_ms,
}: Pick<ClipWithLearner, 'id' | 'said_by' | 'start_ms' | 'end_ms'>): z.input<typeof PresentedClip> => ({
  id,
  said_by,
  start_ms,
  end_ms,
  url: `/api/v1/clips/${id}`,
});

/** The clips that an item plays. */
export const ItemClips = {
  clip_id: z.string().nullable().meta({ description: 'The teacher saying it: `GET /api/v1/clips/{clip_id}`.' }),
  own_clip_id: z.string().nullable().meta({ description: 'The learner’s own voice, to that learner alone.' }),
};

/** The clip that a session by ear plays. */
export const ListenClip = z.string().nullable().meta({
  description: 'In a session by ear: the teacher saying just what is to be typed; null where a voice reads it out.',
});
