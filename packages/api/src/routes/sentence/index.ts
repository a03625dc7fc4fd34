import type { Route } from '../../http/route.ts';
import { sentenceArea } from '../catalogues/catalogue-area.ts';
import { catalogueRoutes } from '../catalogues/catalogue-routes.ts';

/** Sentence builder. */
export const sentenceRoutes: readonly Route[] = catalogueRoutes(sentenceArea);
