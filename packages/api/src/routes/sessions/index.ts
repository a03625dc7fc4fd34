import type { Route } from '../../http/route.ts';
import { completeRoute } from './complete-session.ts';
import { getRoute } from './get-session.ts';
import { resultRoute } from './record-result.ts';
import { allSessions } from './session-area.ts';
import { startRoute } from './start-session.ts';

/** Sessions of every game. */
export const sessionRoutes: readonly Route[] = [startRoute, getRoute, resultRoute, completeRoute].map((route) =>
  route(allSessions),
);
