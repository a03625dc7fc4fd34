import { ConflictError } from '@tulkka/shared/errors';
import { FillInBlank, Flashcard, GrammarQuestion, SentenceBuilder } from '@tulkka/shared/exercises';
import { transcriptOf } from '@tulkka/shared/lessons';
import { z } from 'zod';
import { Id, label } from '../../http/fields.ts';
import { defineRoute } from '../../http/route.ts';
import { reviewable } from './review-exercises.ts';

const problem = z.string().nullable().meta({
  description: 'Why the rules would not let the item pass as it is; null where they would.',
});
const Drafted = z
  .discriminatedUnion('kind', [
    z.strictObject({ kind: z.literal('flashcards'), item: Flashcard, problem }),
    z.strictObject({ kind: z.literal('fill_in_blank'), item: FillInBlank, problem }),
    z.strictObject({ kind: z.literal('grammar'), item: GrammarQuestion, problem }),
    z.strictObject({ kind: z.literal('sentence_builder'), item: SentenceBuilder, problem }),
  ])
  .meta({ id: 'DraftedExercise' });

/** Drafts one item of a finding, or of what was marked in the transcript; nothing is stored. */
export const composeExercise = defineRoute({
  method: 'post',
  path: '/api/v1/exercises/{id}/compose',
  operationId: 'composeExercise',
  tag: 'review',
  summary: 'Draft one item of what stands in the lesson',
  description:
    'A card, a gap, a sentence to build or a question about a correction, with its wrong answers and its explanation. `text` is the word, the sentence or the learner’s words; `right` says what should have been said, where the lesson’s own corrections do not. Nothing is stored: the item is added by an edit. What cannot be made is refused at its field.',
  access: 'staff',
  limit: 'default',
  params: z.strictObject({ id: Id }),
  body: z.strictObject({
    make: z.enum(['card', 'gap', 'sentence', 'correction']),
    text: label(500),
    quote: label(2000).optional().meta({ description: 'Where it stands in the transcript, word for word.' }),
    right: label(500).optional(),
  }),
  response: {
    status: 200,
    schema: z.strictObject({ success: z.literal(true), data: Drafted }).meta({ id: 'DraftedExerciseAnswer' }),
  },
  errors: ['not_found', 'conflict', 'dependency_unavailable', 'upstream_failed'],
  example: { params: { id: '01a20a47-54d7-73b0-a794-b6156f04914c' }, body: { make: 'card', text: 'boarding pass' } },
}).handledBy(async ({ params, body, caller, context }) => {
  const set = await reviewable(context, caller, params.id);
  const transcript = transcriptOf(await context.lessonParts().lessons.get(set.zoom_summary_id));
  if (transcript.cues.length === 0) {
    throw new ConflictError('What was said in the lesson is not kept any more, so nothing new can be made of it.');
  }
  const { analysis } = set.exercises;
  return { body: { success: true, data: await context.generation.compose({ transcript, analysis, wish: body }) } };
});
