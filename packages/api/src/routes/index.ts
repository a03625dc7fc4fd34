import type { Route } from '../http/route.ts';
import { gameRoutes } from './game-routes.ts';
import { lessonRoutes } from './lessons/index.ts';
import { reviewRoutes } from './review/index.ts';
import { createDocsRoutes } from './system/docs.ts';
import { systemRoutes } from './system/index.ts';
import { wordListRoutes } from './word-lists/index.ts';

const areas: readonly Route[] = [...systemRoutes, ...wordListRoutes, ...gameRoutes, ...lessonRoutes, ...reviewRoutes];

/** Every route of the service: one line an area, one folder behind each. */
export const routes: readonly Route[] = [...areas, ...createDocsRoutes(areas)];
