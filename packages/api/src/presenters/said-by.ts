import type { ItemOrigin } from '@tulkka/shared/repositories';
import { z } from 'zod';

/** Who said what an item quotes, as far as a learner may know it. */
export const SaidBy = z.enum(['you', 'teacher', 'lesson']).meta({
  id: 'SaidBy',
  description:
    '`you` to the one learner of a one-to-one lesson alone; `lesson`, heard in the lesson, to everybody else and where nobody knows.',
});

/** Tells a learner who said it; what others said names nobody. Null where nothing is quoted. */
export function saidBy(
  origin: Pick<ItemOrigin, 'quote' | 'by' | 'learnerId'> | undefined,
  userId: string,
): z.input<typeof SaidBy> | null {
  if (!origin || origin.quote === null) return null;
  if (origin.by === 'teacher') return 'teacher';
  return origin.by === 'student' && origin.learnerId === userId ? 'you' : 'lesson';
}
