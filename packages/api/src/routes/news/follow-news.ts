import { z } from 'zod';
import { Id, queryFlag } from '../../http/fields.ts';
import { defineRoute } from '../../http/route.ts';
import { watcherOf } from '../../news/watcher-of.ts';

/** What changes, as it changes. */
export const followNews = defineRoute({
  method: 'get',
  path: '/api/v1/events',
  operationId: 'followNews',
  tag: 'review',
  summary: 'What changes, as it changes (server-sent events)',
  description: [
    'Events `lesson`, `set` and `report` say with `id`, `class_id` and `status` (`set` also with `lesson_id` and `revision`) what to read again; they hold nothing of what stands there. Staff hear of their classes, learners of sets that are published for them. With `practice_in` staff hear `practice`, too: `id` is the learner of that class who practised, told once a minute.',
    'Each event has an `id`; sent as `Last-Event-ID`, it brings what changed since, whichever process answers. `reset` says that this is too much to tell: read everything again. A comment comes every 20 seconds, an event within some three seconds of its change, and one may come twice.',
    'The stream ends when the sign-in does, and when its process stops: come back then. With `live=false` it ends once it has told what changed.',
  ].join('\n\n'),
  access: 'known',
  limit: 'default',
  query: z.strictObject({
    live: queryFlag.optional(),
    practice_in: Id.optional().meta({ description: 'A class whose practice is to be told of, too.' }),
  }),
  response: { status: 200, contentType: 'text/event-stream', schema: z.string() },
  errors: [],
  example: {
    query: { live: 'false' },
    response:
      'event: set\nid: 1795867200000\ndata: {"id":"01a2","class_id":"demo","status":"published","lesson_id":"01a1","revision":4}\n\n',
  },
}).handledBy(async ({ query, caller, context, request }) => {
  const { watches } = context;
  const watcher = await watcherOf(context, request, caller, query.practice_in ?? null);
  if (query.live === false) return { events: (stream) => watches.once(stream, watcher) };
  watches.requireRoom(watcher.who);
  return { events: (stream) => watches.add(stream, watcher) };
});
