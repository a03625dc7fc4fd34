import { quoteKey } from '@tulkka/shared/clips';
import { ClipRepository } from '@tulkka/shared/repositories';
import { z } from 'zod';
import { requireClass } from '../../access/class-access.ts';
import { Id } from '../../http/fields.ts';
import { defineRoute } from '../../http/route.ts';
import { PresentedClip, presentClip } from '../../presenters/clip.ts';

const ClipOfQuote = PresentedClip.extend({
  quote: z.string().meta({ description: 'The source_quote of the items that play it.' }),
  role: z.enum(['quote', 'answer']).meta({ description: '`answer`: how the teacher put the quoted mistake right.' }),
}).meta({ id: 'ClipOfQuote' });

/** The clips of a set, for its teacher to listen through. */
export const listClips = defineRoute({
  method: 'get',
  path: '/api/v1/exercises/{id}/clips',
  operationId: 'listClips',
  tag: 'clips',
  summary: 'The clips of a set of exercises, by what its items quote',
  access: 'staff',
  limit: 'default',
  params: z.strictObject({ id: Id }),
  response: { status: 200, schema: z.strictObject({ success: z.literal(true), data: z.array(ClipOfQuote) }) },
  errors: ['not_found', 'dependency_unavailable', 'upstream_failed'],
}).handledBy(async ({ params, caller, context }) => {
  const set = await context.lessonParts().sets.get(params.id);
  await requireClass(context.classes, caller, set.class_id, 'The exercise set');
  const clips = await new ClipRepository(context.db).listOfRecordings([set.recording_id]);
  const byKey = new Map(clips.map((clip) => [clip.quote_key, clip]));
  const { flashcards, spelling, fill_in_blank, grammar, sentence_builder } = set.exercises;
  const items = [flashcards, spelling, fill_in_blank, grammar, sentence_builder].flat();
  const quotes = [...new Set(items.map(({ source_quote }) => source_quote))];
  const data = quotes.flatMap((quote) =>
    (['quote', 'answer'] as const).flatMap((role) => {
      const clip = byKey.get(quoteKey(quote, role));
      return clip ? [{ ...presentClip(clip), quote, role }] : [];
    }),
  );
  return { body: { success: true, data } };
});
