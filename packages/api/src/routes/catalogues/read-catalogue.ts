import { CatalogueRepository } from '@tulkka/shared/repositories';
import { z } from 'zod';
import { viewerFor } from '../../access/viewer.ts';
import { Difficulty, Id, listAnswer, paging } from '../../http/fields.ts';
import { defineRoute, type Route } from '../../http/route.ts';
import { presentCatalogueItem } from '../../presenters/game-item.ts';
import { presentPage } from '../../presenters/page.ts';
import { type CatalogueArea, fields, itemName } from './catalogue-area.ts';

const OptionalId = Id.optional();

/** The topics or categories of a game. */
export const groupsRoute = ({ tag, name, groups, catalogue }: CatalogueArea): Route =>
  defineRoute({
    method: 'get',
    path: `/api/v1/${tag}/${groups}`,
    operationId: `list${name}${groups === 'topics' ? 'Topics' : 'Categories'}`,
    tag,
    summary: `The ${groups} of the game`,
    access: 'catalogue',
    limit: 'catalog',
    query: z.strictObject(paging(100)),
    response: {
      status: 200,
      schema: listAnswer(
        groups,
        fields({ id: z.string(), name: z.string(), icon: z.string(), description: z.string() }).meta({
          id: `${name}${groups === 'topics' ? 'Topic' : 'Category'}`,
        }),
      ),
    },
    errors: [],
  }).handledBy(({ query, context }) =>
    context.catalogues.answer({ scope: 'starter' }, [tag, groups, query], async (db) => {
      const found = await new CatalogueRepository(db, catalogue).listGroups(query);
      return presentPage(groups, found, query, ({ id, name, icon, description }) => ({ id, name, icon, description }));
    }),
  );

/** The lessons of one topic or category. */
export const lessonsRoute = ({ tag, name, catalogue }: CatalogueArea): Route => {
  const { groupKey, countKey } = catalogue;
  const schema = fields({
    id: z.string(),
    [groupKey]: z.string(),
    title: z.string(),
    description: z.string(),
    difficulty: Difficulty,
    [countKey]: z.int().min(0),
  }).meta({ id: `${name}Lesson` });
  return defineRoute({
    method: 'get',
    path: `/api/v1/${tag}/lessons`,
    operationId: `list${name}Lessons`,
    tag,
    summary: `The lessons of a ${catalogue.groupNoun}, or of the whole game`,
    description: 'The starter content first, then what was published for the caller’s classes.',
    access: 'catalogue',
    limit: 'default',
    query: z.strictObject({ [groupKey]: Id.optional(), difficulty: Difficulty.optional(), ...paging(20) }),
    response: { status: 200, schema: listAnswer('lessons', schema) },
    errors: [],
    example: { query: { [groupKey]: 'article' } },
  }).handledBy(({ query, caller, userId, context }) => {
    const viewer = viewerFor(caller, userId);
    return context.catalogues.answer(viewer, [tag, 'lessons', query], async (db) => {
      const { difficulty, page, limit } = query;
      const filter = { groupId: OptionalId.parse(fieldOf(query, groupKey)), difficulty };
      const found = await new CatalogueRepository(db, catalogue).listLessons(viewer, filter, { page, limit });
      return presentPage('lessons', found, { page, limit }, (lesson) => ({
        id: lesson.id,
        [groupKey]: lesson.groupId,
        title: lesson.title,
        description: lesson.description,
        difficulty: lesson.difficulty,
        [countKey]: lesson.itemCount,
      }));
    });
  });
};

/** The items or questions themselves. */
export const itemsRoute = (area: CatalogueArea): Route => {
  const { tag, items, item, catalogue, gameType } = area;
  const { groupKey, groupNoun } = catalogue;
  return defineRoute({
    method: 'get',
    path: `/api/v1/${tag}/${items}`,
    operationId: `list${itemName(area)}s`,
    tag,
    summary: `The ${items} of a ${groupNoun}, of a lesson, or of the whole game`,
    access: 'catalogue',
    limit: 'default',
    query: z.strictObject({
      [groupKey]: Id.optional(),
      lesson_id: Id.optional(),
      difficulty: Difficulty.optional(),
      ...paging(10),
    }),
    response: { status: 200, schema: listAnswer(items, item) },
    errors: [],
  }).handledBy(({ query, caller, userId, context }) => {
    const viewer = viewerFor(caller, userId);
    return context.catalogues.answer(viewer, [tag, items, query], async (db) => {
      const { difficulty, lesson_id: lessonId, page, limit } = query;
      const filter = { groupId: OptionalId.parse(fieldOf(query, groupKey)), lessonId, difficulty };
      const found = await new CatalogueRepository(db, catalogue).listItems(viewer, filter, { page, limit });
      return presentPage(items, found, { page, limit }, (one) => ({ ...presentCatalogueItem(gameType, one) }));
    });
  });
};

/** A field whose name is known only here; what stands in it was checked by the query's schema. */
const fieldOf = (query: Readonly<Record<string, unknown>>, name: string): unknown => query[name];
