import type { Route } from '../../http/route.ts';
import { completeRoute } from '../sessions/complete-session.ts';
import { getRoute } from '../sessions/get-session.ts';
import { resultRoute } from '../sessions/record-result.ts';
import { startRoute } from '../sessions/start-session.ts';
import { gameStatsRoute } from '../stats/one-game.ts';
import type { CatalogueArea } from './catalogue-area.ts';
import { hintRoute } from './hint.ts';
import { mistakesRoute } from './mistakes.ts';
import { groupsRoute, itemsRoute, lessonsRoute } from './read-catalogue.ts';

/** The ten routes that every game with a catalogue has. */
export function catalogueRoutes(area: CatalogueArea): Route[] {
  return [
    ...[groupsRoute, lessonsRoute, itemsRoute].map((route) => route(area)),
    ...[startRoute, getRoute, resultRoute, completeRoute].map((route) => route(area.sessions)),
    ...[hintRoute, mistakesRoute, gameStatsRoute].map((route) => route(area)),
  ];
}
