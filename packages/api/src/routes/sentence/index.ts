import type { Route } from '../../http/route.ts';
import { sentenceArea } from '../catalogues/catalogue-area.ts';
import { catalogueRoutes } from '../catalogues/catalogue-routes.ts';
import { itemSpeechRoute } from '../catalogues/item-speech.ts';

/** Sentence builder. */
export const sentenceRoutes: readonly Route[] = [
  ...catalogueRoutes(sentenceArea),
  itemSpeechRoute(sentenceArea, 'sentences'),
];
