import type { Route } from '../../http/route.ts';
import { grammarArea } from '../catalogues/catalogue-area.ts';
import { catalogueRoutes } from '../catalogues/catalogue-routes.ts';
import { skipRoute } from '../sessions/record-result.ts';

/** Grammar challenge. */
export const grammarRoutes: readonly Route[] = [...catalogueRoutes(grammarArea), skipRoute(grammarArea.sessions)];
