import type { Route } from '../../http/route.ts';
import { root } from './root.ts';

/** What describes and watches the service itself. */
export const systemRoutes: readonly Route[] = [root];
