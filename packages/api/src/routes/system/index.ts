import type { Route } from '../../http/route.ts';
import { health, metrics, ready } from './health.ts';
import { root } from './root.ts';

/** What describes and watches the service itself. */
export const systemRoutes: readonly Route[] = [root, health, ready, metrics];
