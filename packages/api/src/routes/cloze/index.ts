import type { Route } from '../../http/route.ts';
import { clozeArea } from '../catalogues/catalogue-area.ts';
import { catalogueRoutes } from '../catalogues/catalogue-routes.ts';

/** Advanced cloze. */
export const clozeRoutes: readonly Route[] = catalogueRoutes(clozeArea);
