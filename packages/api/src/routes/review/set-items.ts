import { NotFoundError, ValidationError } from '@tulkka/shared/errors';
import {
  askedOf,
  FillInBlank,
  Flashcard,
  findSetItem,
  GrammarQuestion,
  ItemId,
  itemSchemas,
  type LessonExercises,
  mostItemsOfKind,
  SentenceBuilder,
  type SetItem,
  SpellingWord,
  setItemsOf,
  viewOf,
  withoutSetItem,
  withSetItem,
} from '@tulkka/shared/exercises';
import { type ExerciseSet, ExerciseSetStatus } from '@tulkka/shared/lessons';
import { withWithdrawn } from '@tulkka/shared/publishing';
import { z } from 'zod';
import { Id, label, queryInteger } from '../../http/fields.ts';
import { defineRoute, issuesOf } from '../../http/route.ts';
import { changeSet, requireChangeable, requireGoodItem } from './change-set.ts';
import { reviewable } from './review-exercises.ts';

const revision = z
  .int()
  .min(1)
  .meta({ description: 'Of the set as the change was made; an older one is refused (409).' });
const revisedSet = {
  success: z.literal(true),
  status: ExerciseSetStatus,
  revision: z.int().min(1),
  total_exercises: z.int().min(0),
};
const ChangedItem = z
  .discriminatedUnion('kind', [
    z.strictObject({ ...revisedSet, kind: z.literal('flashcards'), item: Flashcard }),
    z.strictObject({ ...revisedSet, kind: z.literal('spelling'), item: SpellingWord }),
    z.strictObject({ ...revisedSet, kind: z.literal('fill_in_blank'), item: FillInBlank }),
    z.strictObject({ ...revisedSet, kind: z.literal('grammar'), item: GrammarQuestion }),
    z.strictObject({ ...revisedSet, kind: z.literal('sentence_builder'), item: SentenceBuilder }),
  ])
  .meta({ id: 'ChangedItem' });

const common = {
  tag: 'review',
  access: 'staff',
  limit: 'results',
  errors: ['not_found', 'conflict', 'dependency_unavailable', 'upstream_failed'],
} as const;
const item = z.strictObject({ id: Id, item_id: ItemId });
const example = { params: { id: '01a20a47-54d7-73b0-a794-b6156f04914c', item_id: 'c0ffee123456' } };

/** What a field of any kind of item holds; which fields there are, the item’s own kind says. */
const FieldValue = z.union([z.string(), z.null(), z.array(z.string()), z.array(z.array(z.string()))]);

const standOf = ({ status, revision, total_exercises }: ExerciseSet) => ({
  success: true as const,
  status,
  revision,
  total_exercises,
});

/** The item of a set by its id. @throws NotFoundError */
function itemOf(exercises: LessonExercises, id: string): SetItem {
  const found = findSetItem(exercises, id);
  if (!found) throw new NotFoundError('The item');
  return found;
}

/** Adds one item to a set, also to one that is published. */
export const addItem = defineRoute({
  ...common,
  method: 'post',
  path: '/api/v1/exercises/{id}/items',
  operationId: 'addItem',
  summary: 'Add one item to a set',
  description:
    'An item of a set under review waits for its approval; to a published set it is added in the games at once. Every rule holds for it; what it breaks is told at its field, with what to do.',
  params: z.strictObject({ id: Id }),
  body: z.discriminatedUnion('kind', [
    z.strictObject({ revision, kind: z.literal('flashcards'), item: Flashcard.omit({ id: true }) }),
    z.strictObject({ revision, kind: z.literal('spelling'), item: SpellingWord.omit({ id: true }) }),
    z.strictObject({ revision, kind: z.literal('fill_in_blank'), item: FillInBlank.omit({ id: true }) }),
    z.strictObject({ revision, kind: z.literal('grammar'), item: GrammarQuestion.omit({ id: true }) }),
    z.strictObject({ revision, kind: z.literal('sentence_builder'), item: SentenceBuilder.omit({ id: true }) }),
  ]),
  response: { status: 201, schema: ChangedItem },
}).handledBy(async ({ params, body: { revision, ...added }, caller, context }) => {
  const set = await reviewable(context, caller, params.id);
  requireChangeable(set, revision);
  if (set.exercises[added.kind].length >= mostItemsOfKind) {
    throw new ValidationError([{ path: 'kind', message: `has ${mostItemsOfKind} items already: drop one first` }]);
  }
  requireGoodItem(set, await context.lessonParts().lessons.get(set.zoom_summary_id), added);
  const changed = await changeSet(context, set, withSetItem(set.exercises, added), { by: caller.userId });
  const known = new Set(setItemsOf(set.exercises).map(({ item }) => item.id));
  const made = setItemsOf(changed.exercises).find(({ item }) => !known.has(item.id)) ?? added;
  return { body: { ...standOf(changed), ...made } };
});

/** What no longer shows what a card says once its word or meaning is another. */
const outdated = (item: SetItem['item'], changes: Readonly<Record<string, unknown>>): { picture?: null } =>
  'picture' in item && ('word' in changes || 'definition' in changes) ? { picture: null } : {};

/** Changes one item of a set where it stands, also of one that is published. */
export const editItem = defineRoute({
  ...common,
  method: 'patch',
  path: '/api/v1/exercises/{id}/items/{item_id}',
  operationId: 'editItem',
  summary: 'Change one item of a set',
  description:
    'Fields that are left out stay. Of a published set the item is mended where learners play it: sessions under way show it mended; where it asks something else now, memories and mistakes forget it, and its open reports are settled; results stay.',
  params: item,
  body: z.strictObject({
    revision,
    item: z
      .record(z.string(), FieldValue)
      .meta({ description: 'The fields to change, named as in an item of its kind.' }),
  }),
  response: { status: 200, schema: ChangedItem },
  example: { ...example, body: { revision: 3, item: { hint: 'It was yesterday.' } } },
}).handledBy(async ({ params, body, caller, context }) => {
  const set = await reviewable(context, caller, params.id);
  const { kind, item } = itemOf(set.exercises, params.item_id);
  requireChangeable(set, body.revision);
  const merged = itemSchemas[kind].safeParse({ ...item, ...outdated(item, body.item), ...body.item, id: item.id });
  if (!merged.success) throw new ValidationError(issuesOf(merged.error, 'item'));
  // The schema is that of the kind, which TypeScript cannot follow through its name.
  const edited = { kind, item: merged.data } as SetItem;
  requireGoodItem(set, await context.lessonParts().lessons.get(set.zoom_summary_id), edited);
  const changed = await changeSet(context, set, withSetItem(set.exercises, edited), { by: caller.userId });
  return { body: { ...standOf(changed), ...itemOf(changed.exercises, params.item_id) } };
});

/** Takes one item out of a set, and out of the games where it is published. */
export const dropItem = defineRoute({
  ...common,
  method: 'delete',
  path: '/api/v1/exercises/{id}/items/{item_id}',
  operationId: 'dropItem',
  summary: 'Take one item out of a set',
  description:
    'Of a published set it leaves the games as a withdrawn item does: sessions under way skip it, memories and mistakes forget it, its open reports are settled; results stay.',
  params: item,
  query: z.strictObject({ revision: queryInteger(1, 1_000_000_000), reason: label(1000).optional() }),
  response: {
    status: 200,
    schema: z.strictObject({ ...revisedSet, item_id: z.string() }).meta({ id: 'DroppedSetItem' }),
  },
  example: { ...example, query: { revision: '3', reason: 'Both are right.' } },
}).handledBy(async ({ params, query, caller, context }) => {
  const set = await reviewable(context, caller, params.id);
  const dropped = itemOf(set.exercises, params.item_id);
  requireChangeable(set, query.revision);
  const { reason = null } = query;
  const left = withoutSetItem(set.exercises, params.item_id);
  const what = askedOf(viewOf(dropped));
  const exercises = set.status === 'published' ? withWithdrawn(left, { kind: dropped.kind, what }, reason) : left;
  const changed = await changeSet(context, set, exercises, { by: caller.userId, reason });
  return { body: { ...standOf(changed), item_id: params.item_id } };
});
