import type { Route } from '../../http/route.ts';
import { clozeArea } from '../catalogues/catalogue-area.ts';
import { catalogueRoutes } from '../catalogues/catalogue-routes.ts';
import { itemSpeechRoute } from '../catalogues/item-speech.ts';

/** Advanced cloze. */
export const clozeRoutes: readonly Route[] = [...catalogueRoutes(clozeArea), itemSpeechRoute(clozeArea, 'gaps')];
