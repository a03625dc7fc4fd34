import { ConflictError } from '@tulkka/shared/errors';
import { remakeSet, transcriptOf } from '@tulkka/shared/lessons';
import { withoutUnplayable } from '@tulkka/shared/publishing';
import { z } from 'zod';
import { Id } from '../../http/fields.ts';
import { defineRoute } from '../../http/route.ts';
import { ExerciseSetAnswer, presentExerciseSet } from '../../presenters/exercise-set.ts';
import { changeSet, requireChangeable } from './change-set.ts';
import { reviewable } from './review-exercises.ts';

/** Makes a set anew of its lesson, by the rules of now. */
export const regenerateExercises = defineRoute({
  method: 'post',
  path: '/api/v1/exercises/{id}/regenerate',
  operationId: 'regenerateExercises',
  tag: 'review',
  summary: 'Make a set anew of its lesson',
  description:
    'What a person changed or added stays as it is, and what a person left out stays out; of a set that was approved before, every item stays, and what is new is added. A published set is touched only with `published`: learners get what is new at once.',
  access: 'staff',
  limit: 'processing',
  params: z.strictObject({ id: Id }),
  body: z.strictObject({
    revision: z.int().min(1).meta({ description: 'Of the set as it was seen; an older one is refused (409).' }),
    published: z.boolean().optional().meta({ description: 'Whether a published set may be changed, too.' }),
  }),
  response: { status: 200, schema: ExerciseSetAnswer },
  errors: ['not_found', 'conflict', 'dependency_unavailable', 'upstream_failed'],
  example: { params: { id: '01a20a47-54d7-73b0-a794-b6156f04914c' }, body: { revision: 3 } },
}).handledBy(async ({ params, body, caller, context }) => {
  const set = await reviewable(context, caller, params.id);
  requireChangeable(set, body.revision);
  if (set.status === 'published' && body.published !== true) {
    throw new ConflictError('The set is published: say published: true to add what is new to it.');
  }
  const lesson = await context.lessonParts().lessons.get(set.zoom_summary_id);
  const transcript = transcriptOf(lesson);
  if (transcript.cues.length === 0) {
    throw new ConflictError('What was said in the lesson is not kept any more, so nothing new can be made of it.');
  }
  const lessonClass = await context.classes.find(set.class_id);
  const { exercises } = await context.generation.generate({
    transcript,
    lessonNumber: set.lesson_number,
    nativeLanguage: lesson.native_language ?? lessonClass?.native_language ?? null,
    seed: set.recording_id,
  });
  const remade = remakeSet(set, withoutUnplayable(exercises));
  const changed = await changeSet(context, set, remade, { by: caller.userId, what: 'regenerated' });
  return { body: { success: true, data: presentExerciseSet(changed) } };
});
