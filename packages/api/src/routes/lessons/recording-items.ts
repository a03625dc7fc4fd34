import { NotFoundError } from '@tulkka/shared/errors';
import { GameType } from '@tulkka/shared/games';
import { findOrigins, RecordingRepository } from '@tulkka/shared/repositories';
import { z } from 'zod';
import { text } from '../../http/fields.ts';
import { defineRoute } from '../../http/route.ts';
import { findByGame } from '../../practice/due-things.ts';
import { ItemClips } from '../../presenters/clip.ts';
import { PresentedItem, presentSessionItem } from '../../presenters/game-item.ts';
import { clipsOfItems } from '../../presenters/item-clips.ts';
import { SaidBy, saidBy } from '../../presenters/said-by.ts';
import { playerFor } from '../../sessions/player.ts';

const LessonItem = z
  .strictObject({
    game_type: GameType,
    item_id: z.string(),
    text: z.string().meta({ description: 'The item in a few words, its answer included.' }),
    quote: z.string().nullable().meta({ description: 'What was said in the lesson.' }),
    cue_ms: z.int().min(0).nullable().meta({ description: 'Where in the recording it was said.' }),
    said_by: SaidBy.nullable(),
    ...ItemClips,
    item: PresentedItem,
  })
  .meta({ id: 'LessonItem' });

const PublishedLesson = z
  .strictObject({
    success: z.literal(true),
    recording_id: z.string(),
    title: z.string(),
    class_id: z.string().nullable(),
    play: z
      .array(
        z.strictObject({
          game_type: GameType,
          mode: z.enum(['custom', 'lesson']),
          reference_id: z.string(),
          count: z.int().min(1),
        }),
      )
      .meta({ description: 'How a session of each game is started with what this lesson taught.' }),
    items: z.array(LessonItem).meta({ description: 'In the order of the lesson.' }),
  })
  .meta({ id: 'PublishedLesson' });

/** What a lesson taught, as its learner looks it up again. */
export const getRecordingItems = defineRoute({
  method: 'get',
  path: '/api/v1/recordings/{recording_id}/items',
  operationId: 'getRecordingItems',
  tag: 'lessons',
  summary: 'What was published of a lesson, in the order of the lesson',
  description:
    'The words, gaps, corrections and sentences of one recording, each with what was said and when. Words are in the learner’s own list, so each learner sees their own.',
  access: 'known',
  limit: 'default',
  params: z.strictObject({ recording_id: text(1, 255) }),
  response: { status: 200, schema: PublishedLesson },
  errors: ['not_found'],
  example: { params: { recording_id: '01a20a47-54d7-73b0-a794-b6156f04914c' } },
}).handledBy(async ({ params, caller, userId, context: { db } }) => {
  const player = playerFor(caller, userId);
  const places = await new RecordingRepository(db, player.viewer, userId).listPlaces(params.recording_id);
  const [first] = places;
  if (first === undefined) throw new NotFoundError('A published lesson of this recording');
  const wanted = places.flatMap(({ gameType, itemIds }) => itemIds.map((itemId) => ({ gameType, itemId })));
  const found = await findByGame(db, player, wanted);
  const origins = new Map(
    await Promise.all(
      [...found].map(
        async ([gameType, items]) => [gameType, await findOrigins(db, gameType, [...items.keys()])] as const,
      ),
    ),
  );
  const heard = await clipsOfItems(
    db,
    userId,
    [...origins.values()].flatMap((all) => [...all.values()]),
  );
  const items = wanted.flatMap(({ gameType, itemId }) => {
    const item = found.get(gameType)?.get(itemId);
    const origin = origins.get(gameType)?.get(itemId);
    if (item === undefined || origin === undefined) return [];
    const { text, quote, atMs: cue_ms } = origin;
    const said_by = saidBy(origin, userId);
    const presented = presentSessionItem(gameType, item);
    return [{ game_type: gameType, item_id: itemId, text, quote, cue_ms, said_by, ...heard(origin), item: presented }];
  });
  const { POSITIVE_INFINITY: last } = Number;
  return {
    body: {
      success: true,
      recording_id: params.recording_id,
      title: first.title,
      class_id: first.classId,
      play: places.map(({ gameType, mode, referenceId, itemIds }) => ({
        game_type: gameType,
        mode,
        reference_id: referenceId,
        count: itemIds.length,
      })),
      items: items.toSorted((a, b) => (a.cue_ms ?? last) - (b.cue_ms ?? last) || 0),
    },
  };
});
