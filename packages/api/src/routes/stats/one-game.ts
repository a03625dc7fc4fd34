import { readTogether } from '@tulkka/shared/database';
import type { GameType } from '@tulkka/shared/games';
import { MistakeRepository, StatsRepository } from '@tulkka/shared/repositories';
import { z } from 'zod';
import { listAnswer, paging } from '../../http/fields.ts';
import { defineRoute, type Route } from '../../http/route.ts';
import { PresentedGameStats, presentGameStats } from '../../presenters/game-stats.ts';
import { PresentedMistake, presentMistake } from '../../presenters/mistake.ts';
import { presentPage } from '../../presenters/page.ts';

/** What the two routes of a game need to know of it. */
export interface GameArea {
  tag: string;
  /** In operation ids: `getSpellingStats`. */
  name: string;
  gameType: GameType;
}

/** How the learner does in one game; null before its first session. */
export const gameStatsRoute = ({ tag, name, gameType }: GameArea): Route =>
  defineRoute({
    method: 'get',
    path: `/api/v1/${tag}/stats/me`,
    operationId: `get${name}Stats`,
    tag,
    summary: 'The learner’s statistics in this game',
    description: '`stats` is null before the first session.',
    access: 'known',
    limit: 'default',
    response: {
      status: 200,
      schema: z.strictObject({ success: z.literal(true), stats: PresentedGameStats.nullable() }),
    },
    errors: [],
  }).handledBy(async ({ userId, context }) => {
    const [stats] = await context.learnerReads.stats(userId, gameType);
    return { body: { success: true, stats: stats ? presentGameStats(stats) : null } };
  });

/** What the learner gets wrong in a game that is played with their own words. */
export const wordMistakesRoute = ({ tag, name, gameType }: GameArea): Route =>
  defineRoute({
    method: 'get',
    path: `/api/v1/${tag}/mistakes`,
    operationId: `list${name}Mistakes`,
    tag,
    summary: 'The learner’s mistakes in this game, worst first',
    access: 'known',
    limit: 'default',
    query: z.strictObject(paging(10)),
    response: { status: 200, schema: listAnswer('mistakes', PresentedMistake) },
    errors: [],
  }).handledBy(async ({ query, userId, context }) => {
    const { db } = context;
    const [rows, [stats]] = await readTogether(
      db,
      new MistakeRepository(db).worst(userId, gameType, query),
      new StatsRepository(db).listing(userId, gameType),
    );
    return { body: presentPage('mistakes', { rows, total: stats?.mistakenItems ?? 0 }, query, presentMistake) };
  });
